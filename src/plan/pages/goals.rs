//! Goals of a programme, with the wording of its founding document: kinds, levels, parts, lists; expected results.

use crate::model::{Goal, GoalKind, Id, Justification, ManagementLevel, Programme, Provision};
use crate::words::polish;

use super::super::desk::Desk;
use super::super::sentence::Subject;
use super::super::views::{Content, GoalView, GoalsView, Link, ProvisionView, ResultView};
use super::super::{Page, route};
use super::shared::{page as page_of, section};

/// The page of goals.
pub fn page<'a>(desk: &Desk<'a>, id: &'a Id<Programme>) -> Page<'a> {
    let row = &desk.model.programmes[id];
    let href = route::part(id, "goals");
    let justified = |goal: &Goal| matches!(goal.justification, Some(Justification::Problem { .. }));
    let all_justified = row.goals.iter().all(|(_, goal)| justified(goal));
    let intro = desk.word(if all_justified { "goals-intro" } else { "goals-intro-plain" });
    let mut head = desk.head(&href, section::PROGRAMME, desk.word("goals-title"), intro.clone());
    head.crumbs.push(desk.programme_crumb(id));
    let view = GoalsView {
        intro,
        reasons: [&row.without_problem, &row.without_indicator]
            .into_iter()
            .flatten()
            .map(|reason| polish(reason))
            .collect(),
        goals: row.goals.iter().map(|(goal, about)| goal_view(desk, id, goal, about)).collect(),
    };
    page_of(href, head, Content::Goals(view))
}

fn goal_view(desk: &Desk<'_>, id: &Id<Programme>, goal: &Id<Goal>, about: &Goal) -> GoalView {
    let row = &desk.model.programmes[id];
    let (problem, basis) = match &about.justification {
        Some(Justification::Problem { problem, basis }) => (polish(problem), polish(basis)),
        Some(Justification::Unstated(reason)) => (polish(reason), String::new()),
        None => Default::default(),
    };
    GoalView {
        anchor: anchor(goal),
        kind: desk.goal_kind(about),
        number: about.number.clone(),
        title: polish(&about.title),
        part_of: about.part_of.as_ref().map(|whole| desk.goal(id, whole)),
        parts: row.parts_of(goal).map(|part| desk.goal(id, part)).collect(),
        problem,
        basis,
        provisions: provisions(desk, &about.provisions),
        indicators: row.indicators_of(goal).map(|indicator| desk.indicator(id, indicator)).collect(),
        without: about.without_indicator.as_deref().map(polish),
    }
}

/// Titled lists of the document.
pub fn provisions(desk: &Desk<'_>, rows: &[Provision]) -> Vec<ProvisionView> {
    let view = |row: &Provision| ProvisionView {
        title: polish(&row.title),
        level: row.level.map(|level| desk.word(level_word(level))).unwrap_or_default(),
        text: row.text.as_deref().map(polish).unwrap_or_default(),
        items: row.items.iter().map(|item| polish(item)).collect(),
    };
    rows.iter().map(view).collect()
}

/// Expected results with the indicators that measure them.
pub fn results(desk: &Desk<'_>, id: &Id<Programme>) -> Vec<ResultView> {
    let results = &desk.model.programmes[id].results;
    let views = results.iter().enumerate().map(|(place, result)| ResultView {
        anchor: format!("result-{}", place + 1),
        title: polish(&result.numbered_title()),
        indicators: result.indicators.iter().map(|indicator| desk.indicator(id, indicator)).collect(),
    });
    views.collect()
}

/// Links to the expected results that an indicator measures.
pub fn results_of(desk: &Desk<'_>, subject: Subject<'_>) -> Vec<Link> {
    let page = route::programme(subject.programme);
    let rows = &desk.model.programmes[subject.programme].results;
    let measured = rows
        .iter()
        .zip(results(desk, subject.programme))
        .filter(|(row, _)| row.indicators.iter().any(|indicator| indicator.value == *subject.id));
    measured.map(|(_, view)| Link { title: view.title, href: format!("{page}#{}", view.anchor) }).collect()
}

/// The anchor of a goal, on the page of goals as on the programme's.
pub fn anchor(goal: &Id<Goal>) -> String {
    format!("goal-{goal}")
}

fn level_word(level: ManagementLevel) -> &'static str {
    match level {
        ManagementLevel::Regional => "level-regional",
        ManagementLevel::Municipal => "level-municipal",
        ManagementLevel::Institutional => "level-institutional",
    }
}

impl Desk<'_> {
    /// A link to a goal.
    pub fn goal(&self, programme: &Id<Programme>, id: &Id<Goal>) -> Link {
        let title = polish(&self.model.programmes[programme].goals[id].numbered_title());
        Link { title, href: format!("{}#{}", route::part(programme, "goals"), anchor(id)) }
    }

    /// «Цель», «Задача» or «Направление».
    pub fn goal_kind(&self, goal: &Goal) -> String {
        self.word(match goal.kind {
            GoalKind::Aim => "goal-aim",
            GoalKind::Task => "goal-task",
            GoalKind::Direction => "goal-direction",
        })
    }

    /// «Задача 3», or the kind alone.
    pub fn goal_number(&self, goal: &Goal) -> String {
        let kind = self.goal_kind(goal);
        match &goal.number {
            Some(number) => self.say("goal-numbered", &[("kind", kind.into()), ("number", number.into())]),
            None => kind,
        }
    }

    /// «1 цель, 13 задач».
    pub fn goals_counted(&self, programme: &Programme) -> String {
        let phrases = [
            (GoalKind::Aim, "count-aims"),
            (GoalKind::Direction, "count-directions"),
            (GoalKind::Task, "count-tasks"),
        ];
        let counts = phrases.into_iter().filter_map(|(kind, phrase)| {
            let n = programme.goals.iter().filter(|(_, goal)| goal.kind == kind).count();
            (n > 0).then(|| self.say(phrase, &[("n", n.into())]))
        });
        counts.collect::<Vec<_>>().join(", ")
    }
}
