//! Findings of each monitoring.

use crate::model::{FindingKind, Id, Period, Programme};

use super::super::desk::Desk;
use super::super::views::{Content, FindingsView, Group, Link};
use super::super::{Page, route};
use super::shared::{dated, page, section};

/// A page for every collected period.
pub fn pages<'a>(desk: &Desk<'a>, id: &'a Id<Programme>) -> Vec<Page<'a>> {
    desk.analysis_of(id).findings.keys().map(|period| findings(desk, id, *period)).collect()
}

fn findings<'a>(desk: &Desk<'a>, id: &'a Id<Programme>, period: Period) -> Page<'a> {
    const KINDS: [(FindingKind, &str, &str); 3] = [
        (FindingKind::Problem, "problems", "findings-problem"),
        (FindingKind::Strength, "strengths", "findings-strength"),
        (FindingKind::Missing, "gaps", "findings-missing"),
    ];
    let all = &desk.analysis_of(id).findings[&period];
    let groups = KINDS.into_iter().filter_map(|(kind, anchor, phrase)| {
        let items: Vec<_> = all
            .iter()
            .filter(|finding| finding.kind == kind)
            .map(|finding| desk.finding_view(id, finding))
            .collect();
        (!items.is_empty()).then(|| Group { title: desk.word(phrase), anchor: anchor.to_owned(), items })
    });
    let others = desk.analysis_of(id).findings.keys().filter(|other| **other != period);
    let periods = others.map(|other| Link { title: other.to_string(), href: route::findings(id, *other) });
    let year = [("period", Desk::year(period))];
    let intro = desk.say("findings-intro", &year);
    let view = FindingsView {
        intro: intro.clone(),
        periods: periods.collect(),
        clusters: desk.clusters_link(id),
        groups: groups.collect(),
    };
    let href = route::findings(id, period);
    let mut head = desk.head(&href, section::MONITORING, desk.say("findings-title", &year), intro);
    head.crumbs.push(desk.programme_crumb(id));
    head.data_date = desk.data_date(id, Some(period));
    dated(page(href, head, Content::Findings(view)), desk.collected(id, Some(period)))
}
