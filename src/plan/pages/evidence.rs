//! The evidence map: position by position, what proves that the cycle is closed.

use crate::model::{Document, Id, Position, Programme, Recommendation, Report, ReportKind, Step};
use crate::words::{in_words, polish};

use super::super::desk::Desk;
use super::super::views::{Content, EvidenceItem, EvidenceMapView, EvidenceRow};
use super::super::{Page, route};
use super::shared::{page, section};
use super::steps::{STEPS, step_state};

/// Pieces of evidence shown for one position; more would bury the expert.
const MOST: usize = 8;

/// The map of a programme.
pub fn map<'a>(desk: &Desk<'a>, id: &'a Id<Programme>) -> Page<'a> {
    let (rows, source) = match &desk.model.programmes[id].criteria {
        Some(criteria) => {
            let args = [("title", (&criteria.title).into()), ("source", (&criteria.source).into())];
            let rows = criteria.positions.iter().map(|position| by_position(desk, id, position));
            (rows.collect(), desk.say("map-source", &args))
        }
        None => (
            STEPS.iter().enumerate().map(|(number, step)| by_step(desk, id, number, *step)).collect(),
            String::new(),
        ),
    };
    let href = route::part(id, "evidence");
    let intro = desk.word("map-intro");
    let mut head = desk.head(&href, section::EVIDENCE, desk.word("map-title"), intro.clone());
    head.crumbs.push(desk.programme_crumb(id));
    page(href, head, Content::Evidence(EvidenceMapView { intro, source, rows }))
}

fn by_position(desk: &Desk<'_>, id: &Id<Programme>, position: &Position) -> EvidenceRow {
    EvidenceRow {
        number: position.number.clone(),
        title: polish(&position.title),
        checks: polish(&position.checks),
        points: position.points.map(|n| desk.say("map-points", &[("n", n.into())])).unwrap_or_default(),
        evidence: evidence(desk, id, position.step),
    }
}

fn by_step(desk: &Desk<'_>, id: &Id<Programme>, number: usize, (step, phrase): (Step, &str)) -> EvidenceRow {
    EvidenceRow {
        number: number.to_string(),
        title: desk.word(phrase),
        checks: String::new(),
        points: String::new(),
        evidence: evidence(desk, id, step),
    }
}

fn evidence(desk: &Desk<'_>, id: &Id<Programme>, step: Step) -> Vec<EvidenceItem> {
    let programme = &desk.model.programmes[id];
    let own = own_page(desk, id, step);
    let papers: Vec<EvidenceItem> = match step {
        Step::Concept => vec![document(desk, &programme.document)],
        Step::Goals | Step::Indicators | Step::Methods | Step::Measures => Vec::new(),
        Step::Monitoring => reports(desk, id, ReportKind::Monitoring),
        Step::Analysis => {
            let clusters = desk.clusters_link(id).map(|link| EvidenceItem {
                title: link.title,
                href: link.href,
                requisites: String::new(),
            });
            clusters.into_iter().chain(reports(desk, id, ReportKind::Analysis)).collect()
        }
        Step::Recommendations => advice(desk, id),
        Step::Decisions => programme.decisions.iter().map(|(_, row)| document(desk, &row.document)).collect(),
        Step::Effects => {
            let mut papers = reports(desk, id, ReportKind::Effectiveness);
            papers.extend(reports(desk, id, ReportKind::Protocol));
            papers
        }
    };
    own.into_iter().chain(papers).take(MOST).collect()
}

/// The page of the step, unless it is the founding document itself.
fn own_page(desk: &Desk<'_>, id: &Id<Programme>, step: Step) -> Option<EvidenceItem> {
    let (link, done) = step_state(desk, id, step);
    let title = match step {
        Step::Concept => return None,
        Step::Goals => desk.word("goals-title"),
        Step::Indicators => desk.word("indicators-title"),
        Step::Methods => desk.word("methods-title"),
        Step::Monitoring => desk.word("monitoring-title"),
        Step::Analysis => {
            let period = desk.model.programmes[id].latest()?;
            desk.say("findings-title", &[("period", Desk::year(period))])
        }
        Step::Recommendations => desk.word("advice-title"),
        Step::Measures => desk.word("measures-title"),
        Step::Decisions => desk.word("decisions-title"),
        Step::Effects => desk.word("effects-title"),
    };
    done.then_some(EvidenceItem { title, href: link.href, requisites: link.title })
}

fn document(desk: &Desk<'_>, id: &Id<Document>) -> EvidenceItem {
    let row = &desk.model.documents[id];
    EvidenceItem {
        title: polish(&row.title),
        href: route::document(id),
        requisites: desk.requisites(Some(&row.number), row.date.value),
    }
}

fn reports(desk: &Desk<'_>, id: &Id<Programme>, kind: ReportKind) -> Vec<EvidenceItem> {
    let mut rows: Vec<(&Id<Report>, &Report)> = desk
        .model
        .reports
        .iter()
        .filter(|(_, row)| row.programme.value == *id && row.kind == kind)
        .map(|(report, row)| (report, &row.value))
        .collect();
    rows.sort_by_key(|(_, row)| std::cmp::Reverse(row.date.value));
    let item = |(report, row): (&Id<Report>, &Report)| EvidenceItem {
        title: polish(&row.title),
        href: route::report(report),
        requisites: desk.requisites(row.number.as_deref(), row.date.value),
    };
    rows.into_iter().map(item).collect()
}

/// The newest recommendations.
fn advice(desk: &Desk<'_>, id: &Id<Programme>) -> Vec<EvidenceItem> {
    const NEWEST: usize = 4;
    let ids = desk
        .published_advice()
        .into_iter()
        .filter(|advice| desk.model.recommendations[*advice].programme.value == *id);
    let item = |advice: &Id<Recommendation>| {
        let row = &desk.model.recommendations[advice];
        EvidenceItem {
            title: polish(&row.title),
            href: route::recommendation(advice),
            requisites: in_words(row.date.value),
        }
    };
    ids.take(NEWEST).map(item).collect()
}
