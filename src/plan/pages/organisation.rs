//! Organisations: the list, and each with its passport, findings, advice and practices.

mod list;
mod passport;

use crate::analysis::About;
use crate::model::{Addressee, Id, Organisation, Recommendation};
use crate::words::polish;

use super::super::desk::Desk;
use super::super::footnotes;
use super::super::views::{AdviceCardView, Content, FindingView, Link, OrganisationView};
use super::super::{Page, route};
use super::shared::{dated, fact, linked, page, present, section};

pub use list::list;
use passport::{Latest, conclusion, passport};

/// The page of one organisation.
pub fn organisation<'a>(desk: &Desk<'a>, id: &'a Id<Organisation>) -> Page<'a> {
    let row = &desk.model.organisations[id].value;
    let href = route::organisation(id);
    let programmes: Vec<Latest<'_>> = desk.latest_periods().collect();
    let sentences: Vec<String> = programmes.iter().flat_map(|latest| conclusion(desk, id, *latest)).collect();
    let description = format!("{}. {}", row.name, sentences.join(" "));
    let mut head = desk.head(&href, section::ORGANISATIONS, row.short.clone(), description);
    head.crumbs.push(desk.crumb("organisations-title", route::ORGANISATIONS));
    head.data_date =
        programmes.first().and_then(|(programme, period)| desk.data_date(programme, Some(*period)));
    let alike = desk.model.programmes.ids().filter_map(|programme| desk.cluster_of(programme, id));
    let (groups, nearest): (Vec<_>, Vec<_>) = alike.map(|alike| (alike.group, alike.nearest)).unzip();
    let mut view = OrganisationView {
        facts: present([
            fact(desk.word("fact-full-name"), row.name.clone()),
            fact(
                desk.word("fact-kind-of-organisation"),
                desk.model.vocabulary.kinds[&row.kind].title.clone(),
            ),
            fact(desk.word("fact-staff"), row.staff.to_string()),
            fact(desk.word("fact-settlement"), row.settlement.clone().unwrap_or_default()),
            fact(desk.word("fact-remark"), row.note.as_deref().map(polish).unwrap_or_default()),
            linked(desk.word("fact-registers"), desk.entries_of(id)),
            linked(desk.word("fact-group"), groups),
            linked(desk.word("fact-nearest"), nearest.concat()),
        ]),
        sentences,
        passports: programmes.iter().filter_map(|latest| passport(desk, id, *latest)).collect(),
        notes: Vec::new(),
        findings: programmes.iter().flat_map(|latest| findings(desk, id, *latest)).collect(),
        advice: advice(desk, id),
        practices: desk.cards(desk.born.get(id).into_iter().flatten().copied()),
        adopted: desk.adopted.get(id).into_iter().flatten().map(|practice| desk.practice(practice)).collect(),
    };
    view.notes = footnotes::number(view.passports.iter_mut().map(|passport| &mut passport.table));
    let changed =
        programmes.iter().filter_map(|(programme, period)| desk.collected(programme, Some(*period))).max();
    dated(page(href, head, Content::Organisation(view)), changed)
}

fn findings(desk: &Desk<'_>, id: &Id<Organisation>, (programme, period): Latest<'_>) -> Vec<FindingView> {
    let findings = desk.analysis_of(programme).findings.get(&period);
    findings
        .into_iter()
        .flatten()
        .filter(|finding| finding.about == About::Organisation(id.clone()))
        .map(|finding| FindingView { about: Link::default(), ..desk.finding_view(programme, finding) })
        .collect()
}

/// Recommendations that name the organisation, or that address everybody behind and it is among them.
fn advice(desk: &Desk<'_>, id: &Id<Organisation>) -> Vec<AdviceCardView> {
    let names = |advice: &Id<Recommendation>| {
        let row = &desk.model.recommendations[advice].value;
        let named =
            matches!(&row.to, Addressee::Organisations(ids) if ids.iter().any(|other| other.value == *id));
        named || desk.analysis.grounds[advice].organisations.contains(id)
    };
    desk.published_advice()
        .into_iter()
        .filter(|advice| names(advice))
        .map(|advice| desk.advice_card_for(advice, id))
        .collect()
}
