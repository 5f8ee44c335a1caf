//! Measures, decisions and effects: what followed from the analysis.

use std::collections::BTreeMap;

use crate::analysis::{BeforeAfter, EffectVerdict};
use crate::model::{Decision, DecisionKind, Effect, Id, Indicator, Measure, Programme, Value};
use crate::words::{in_words, polish};

use super::super::desk::Desk;
use super::super::tables::{cell, row};
use super::super::views::{Content, EntriesView, EntryView, Fact, Group, Link, RowView, StatusView};
use super::super::{Page, route};
use super::shared::{dated, fact, linked, page, present, section};

/// The three pages.
pub fn pages<'a>(desk: &Desk<'a>, id: &'a Id<Programme>) -> Vec<Page<'a>> {
    let row = &desk.model.programmes[id];
    let done = row.measures.iter().map(|(_, measure)| measure.date.value).max();
    let decided = row.decisions.iter().map(|(_, row)| desk.model.documents[&row.document].date.value).max();
    let judged = row.effects.iter().map(|(_, effect)| effect.date.value).max();
    vec![
        dated(entries(desk, id, "measures", measures(desk, id)), done),
        dated(entries(desk, id, "decisions", decisions(desk, id)), decided),
        dated(with_slopes(desk, id, entries(desk, id, "effects", effects(desk, id))), judged),
    ]
}

fn entries<'a>(desk: &Desk<'a>, id: &Id<Programme>, name: &str, groups: Vec<Group<EntryView>>) -> Page<'a> {
    let href = route::part(id, name);
    let intro = desk.word(&format!("{name}-intro"));
    let mut head = desk.head(&href, section::PROGRAMME, desk.word(&format!("{name}-title")), intro.clone());
    head.crumbs.push(desk.programme_crumb(id));
    page(href, head, Content::Entries(EntriesView { intro, groups }))
}

/// A slope for each effect, by its anchor.
fn with_slopes<'a>(desk: &Desk<'a>, id: &Id<Programme>, mut page: Page<'a>) -> Page<'a> {
    let effects = desk.model.programmes[id].effects.ids();
    let charts =
        effects.filter_map(|effect| Some((effect.to_string().into(), desk.slope_chart(id, effect)?)));
    page.charts = charts.collect();
    page
}

fn measures(desk: &Desk<'_>, id: &Id<Programme>) -> Vec<Group<EntryView>> {
    let mut by_year: BTreeMap<i16, Vec<(&Id<Measure>, &Measure)>> = BTreeMap::new();
    for (measure, row) in desk.model.programmes[id].measures.iter() {
        by_year.entry(row.date.value.year()).or_default().push((measure, &row.value));
    }
    let groups = by_year.into_iter().rev().map(|(year, mut rows)| {
        rows.sort_by_key(|(_, row)| std::cmp::Reverse(row.date.value));
        Group {
            title: desk.say("measures-of-year", &[("year", year.to_string().into())]),
            anchor: format!("year-{year}"),
            items: rows.into_iter().map(|(measure, row)| measure_entry(desk, id, measure, row)).collect(),
        }
    });
    groups.collect()
}

fn measure_entry(desk: &Desk<'_>, id: &Id<Programme>, measure: &Id<Measure>, row: &Measure) -> EntryView {
    let participants = row.participants.map(|n| desk.say("participants", &[("n", n.into())]));
    let published =
        row.recommendations.iter().filter(|advice| desk.analysis.grounds.contains_key(&advice.value));
    EntryView {
        anchor: measure.to_string(),
        title: polish(&row.title),
        badge: None,
        date: in_words(row.date.value),
        text: polish(&row.summary),
        facts: present([
            fact(desk.word("fact-kind"), row.kind.clone()),
            fact(desk.word("fact-participants"), participants.unwrap_or_default()),
            fact(desk.word("fact-responsible"), row.responsible.clone()),
            linked(desk.word("fact-goal"), row.goal.iter().map(|goal| desk.goal(id, goal)).collect()),
            linked(desk.word("fact-recommendations"), published.map(|id| desk.recommendation(id)).collect()),
            linked(
                desk.word("fact-organisations"),
                row.organisations.iter().map(|id| desk.organisation(id)).collect(),
            ),
            linked(desk.word("fact-proof"), row.proof.iter().filter_map(|proof| desk.proof(proof)).collect()),
        ]),
        table: None,
    }
}

/// The kinds with the stem of their phrases.
const KINDS: [(DecisionKind, &str); 5] = [
    (DecisionKind::Organising, "organising"),
    (DecisionKind::Activating, "activating"),
    (DecisionKind::Coordinating, "coordinating"),
    (DecisionKind::Controlling, "controlling"),
    (DecisionKind::Stimulating, "stimulating"),
];

fn decisions(desk: &Desk<'_>, id: &Id<Programme>) -> Vec<Group<EntryView>> {
    let groups = KINDS.into_iter().filter_map(|(kind, name)| {
        let rows = desk.model.programmes[id].decisions.iter().filter(|(_, row)| row.kind == kind);
        let items: Vec<EntryView> =
            rows.map(|(decision, row)| decision_entry(desk, id, decision, row)).collect();
        let title = desk.word(&format!("kind-{name}-title"));
        (!items.is_empty()).then(|| Group { title, anchor: name.to_owned(), items })
    });
    groups.collect()
}

fn decision_entry(desk: &Desk<'_>, id: &Id<Programme>, decision: &Id<Decision>, row: &Decision) -> EntryView {
    let document = &desk.model.documents[&row.document];
    EntryView {
        anchor: decision.to_string(),
        title: polish(&row.title),
        badge: None,
        date: in_words(document.date.value),
        text: polish(&row.summary),
        facts: present([
            linked(desk.word("fact-document"), vec![desk.document(&row.document)]),
            linked(desk.word("fact-basis"), vec![desk.report(&row.basis)]),
            linked(desk.word("fact-findings"), indicators(desk, id, row)),
            fact(desk.word("fact-deadline"), in_words(row.deadline.value)),
            fact(desk.word("fact-responsible"), row.responsible.clone()),
        ]),
        table: None,
    }
}

fn indicators(desk: &Desk<'_>, id: &Id<Programme>, row: &Decision) -> Vec<Link> {
    row.indicators.iter().map(|indicator| desk.indicator(id, indicator)).collect()
}

fn effects(desk: &Desk<'_>, id: &Id<Programme>) -> Vec<Group<EntryView>> {
    let rows = desk.model.programmes[id].effects.iter();
    let items: Vec<EntryView> = rows.map(|(effect, row)| effect_entry(desk, id, effect, row)).collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Group { title: String::new(), anchor: String::new(), items }]
}

fn effect_entry(desk: &Desk<'_>, id: &Id<Programme>, effect: &Id<Effect>, row: &Effect) -> EntryView {
    let programme = &desk.model.programmes[id];
    let analysis = &desk.analysis_of(id).effects[effect];
    let indicator = &programme.indicators[&row.indicator].value;
    let group = if row.addressed.is_empty() { "group-district" } else { "group-addressed" };
    let rows = [(group, &analysis.addressed), ("group-others", &analysis.others)];
    let rows: Vec<RowView> = rows
        .into_iter()
        .filter_map(|(name, change)| Some(group_row(desk, indicator, name, change.as_ref()?)))
        .collect();
    let caption = desk.say("effect-table", &[("short", (&indicator.short).into())]);
    let periods = (row.before.value, row.after.value);
    let measures = row.measures.iter().map(|measure| Link {
        title: polish(&programme.measures[measure].title),
        href: format!("{}#{}", route::part(id, "measures"), measure.value),
    });
    let decisions = row.decisions.iter().map(|decision| Link {
        title: polish(&programme.decisions[decision].title),
        href: format!("{}#{}", route::part(id, "decisions"), decision.value),
    });
    EntryView {
        anchor: effect.to_string(),
        title: polish(&row.title),
        badge: Some(verdict(desk, analysis.verdict)),
        date: in_words(row.date.value),
        text: String::new(),
        facts: effect_facts(desk, id, row, (measures.collect(), decisions.collect())),
        table: (!rows.is_empty()).then(|| desk.before_after(caption, periods, rows)),
    }
}

fn effect_facts(
    desk: &Desk<'_>,
    id: &Id<Programme>,
    row: &Effect,
    (measures, decisions): (Vec<Link>, Vec<Link>),
) -> Vec<Fact> {
    present([
        linked(desk.word("col-indicator"), vec![desk.indicator(id, &row.indicator)]),
        linked(
            desk.word("fact-organisations"),
            row.addressed.iter().map(|id| desk.organisation(id)).collect(),
        ),
        linked(desk.word("fact-measures"), measures),
        linked(desk.word("fact-decisions"), decisions),
        linked(desk.word("fact-protocol"), vec![desk.report(&row.protocol)]),
        fact(desk.word("fact-next"), polish(&row.next)),
    ])
}

fn group_row(desk: &Desk<'_>, indicator: &Indicator, name: &str, change: &BeforeAfter) -> RowView {
    let value = |value: Value| {
        let mut text = cell(desk.value(indicator, value));
        let counted = desk.counted(Some(value));
        text.note = (!counted.is_empty()).then_some(counted);
        text
    };
    row(vec![
        cell(desk.word(name)),
        value(change.before),
        value(change.after),
        cell(desk.difference(indicator, change.change.difference)),
    ])
}

fn verdict(desk: &Desk<'_>, verdict: EffectVerdict) -> StatusView {
    let (key, phrase) = match verdict {
        EffectVerdict::Achieved => ("good", "verdict-achieved"),
        EffectVerdict::ImprovedUnproven => ("on-the-way", "verdict-improved-unproven"),
        EffectVerdict::Unchanged => ("plain", "verdict-unchanged"),
        EffectVerdict::Worsened => ("poor", "verdict-worsened"),
        EffectVerdict::TooFew => ("too-few", "verdict-too-few"),
        EffectVerdict::Hidden => ("too-few", "verdict-hidden"),
    };
    desk.badge(key, phrase)
}
