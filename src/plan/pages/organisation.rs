//! Organisations: the list, and each with its indicators, findings, advice and practices.

use crate::analysis::{About, Status};
use crate::model::{Addressee, Id, Organisation, Period, Programme, Recommendation};
use crate::words::{natural, polish};

use super::super::desk::Desk;
use super::super::sentence::Subject;
use super::super::tables::{cell, link, numbers, row, words};
use super::super::views::{
    AdviceCardView, CellView, Content, FindingView, Group, IndexItem, IndexView, Link, OrganisationView,
    TableView,
};
use super::super::{Page, route};
use super::shared::{dated, fact, linked, page, present, section};

/// The list of organisations by kind.
pub fn list<'a>(desk: &Desk<'a>) -> Vec<Page<'a>> {
    let kinds = desk.model.vocabulary.kinds.iter();
    let groups = kinds.filter_map(|(kind, about)| {
        let mut rows: Vec<(&Id<Organisation>, &Organisation)> = desk
            .model
            .organisations
            .iter()
            .filter(|(_, row)| row.kind.value == *kind)
            .map(|(id, row)| (id, &row.value))
            .collect();
        rows.sort_by_key(|(_, row)| natural(&row.short));
        let items: Vec<IndexItem> = rows.into_iter().map(|(id, row)| item(desk, id, row)).collect();
        (!items.is_empty()).then(|| Group { title: about.title.clone(), anchor: kind.to_string(), items })
    });
    let intro = desk.word("organisations-intro");
    let view = IndexView { intro: intro.clone(), groups: groups.collect() };
    let head =
        desk.head(route::ORGANISATIONS, section::ORGANISATIONS, desk.word("organisations-title"), intro);
    vec![page(route::ORGANISATIONS.to_owned(), head, Content::Index(view))]
}

fn item(desk: &Desk<'_>, id: &Id<Organisation>, row: &Organisation) -> IndexItem {
    let practices = desk.born.get(id).map_or(0, Vec::len);
    IndexItem {
        link: desk.organisation(id),
        about: desk
            .say("organisation-about", &[("staff", row.staff.into()), ("practices", practices.into())]),
        badge: None,
    }
}

/// The page of one organisation.
pub fn organisation<'a>(desk: &Desk<'a>, id: &'a Id<Organisation>) -> Page<'a> {
    let row = &desk.model.organisations[id].value;
    let href = route::organisation(id);
    let programmes: Vec<(&Id<Programme>, Period)> = desk
        .model
        .programmes
        .iter()
        .filter_map(|(programme, row)| Some((programme, row.latest()?)))
        .collect();
    let sentences: Vec<String> =
        programmes.iter().map(|(programme, period)| summary(desk, id, programme, *period)).collect();
    let description = format!("{}. {}", row.name, sentences.join(" "));
    let mut head = desk.head(&href, section::ORGANISATIONS, row.short.clone(), description);
    head.crumbs.push(desk.crumb("organisations-title", route::ORGANISATIONS));
    head.data_date =
        programmes.first().and_then(|(programme, period)| desk.data_date(programme, Some(*period)));
    let view = OrganisationView {
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
        ]),
        sentences,
        indicators: programmes
            .iter()
            .filter_map(|(programme, period)| table(desk, id, programme, *period))
            .collect(),
        findings: programmes
            .iter()
            .flat_map(|(programme, period)| findings(desk, id, programme, *period))
            .collect(),
        advice: advice(desk, id),
        practices: desk.cards(desk.born.get(id).into_iter().flatten().copied()),
        adopted: desk.adopted.get(id).into_iter().flatten().map(|practice| desk.practice(practice)).collect(),
    };
    let changed =
        programmes.iter().filter_map(|(programme, period)| desk.collected(programme, Some(*period))).max();
    dated(page(href, head, Content::Organisation(view)), changed)
}

/// The indicators of a programme for which the organisation has a part.
fn parts<'a>(
    desk: &Desk<'a>,
    id: &'a Id<Organisation>,
    programme: &'a Id<Programme>,
    period: Period,
) -> impl Iterator<Item = (Subject<'a>, &'a crate::analysis::Reading, &'a crate::analysis::Part)> {
    desk.subjects(programme)
        .filter_map(move |subject| {
            let reading = desk.reading(programme, subject.id, period)?;
            Some((subject, reading, reading.organisations.get(id)?))
        })
        .collect::<Vec<_>>()
        .into_iter()
}

/// «За 2024 год: цель достигнута по 4 показателям, отстаёт по 2.»
fn summary<'a>(
    desk: &Desk<'a>,
    id: &'a Id<Organisation>,
    programme: &'a Id<Programme>,
    period: Period,
) -> String {
    let mut counts = [0_usize; 4];
    for (_, _, part) in parts(desk, id, programme, period) {
        match part.attainment.status {
            Status::Reached => counts[0] += 1,
            Status::OnTheWay => counts[1] += 1,
            Status::Behind | Status::FarBehind => counts[2] += 1,
            Status::NoTarget | Status::TooFew | Status::NoData => counts[3] += 1,
        }
    }
    const PHRASES: [&str; 4] =
        ["organisation-reached", "organisation-on-the-way", "organisation-behind", "organisation-unjudged"];
    let said: Vec<String> = PHRASES
        .iter()
        .zip(counts)
        .filter(|(_, count)| *count > 0)
        .map(|(phrase, count)| desk.say(phrase, &[("n", count.into())]))
        .collect();
    let year = ("period", Desk::year(period));
    if said.is_empty() {
        return desk.say("organisation-silent", &[year]);
    }
    desk.say("organisation-summary", &[year, ("parts", said.join(", ").into())])
}

fn table<'a>(
    desk: &Desk<'a>,
    id: &'a Id<Organisation>,
    programme: &'a Id<Programme>,
    period: Period,
) -> Option<TableView> {
    use crate::analysis::Against;
    let rows: Vec<_> = parts(desk, id, programme, period)
        .map(|(subject, reading, part)| {
            let indicator = subject.indicator;
            let title = format!("{}. {}", indicator.number, indicator.short);
            let mut value = cell(desk.amount(indicator, part.amount));
            let counted = desk.counted(part.amount.value());
            value.note = (!counted.is_empty()).then_some(counted);
            let mut status =
                CellView { status: Some(desk.status(part.attainment.status)), ..CellView::default() };
            status.note = desk.part_note(indicator, part);
            let compared =
                part.compared.get(&Against::District).map(|comparison| desk.comparison(*comparison));
            let target =
                part.attainment.target.map_or_else(String::new, |target| desk.bound(indicator, target.bound));
            row(vec![
                link(title, route::indicator(programme, subject.id)),
                value,
                cell(target),
                status,
                cell(desk.amount(indicator, reading.total)),
                CellView { status: compared, ..CellView::default() },
            ])
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let shown =
        parts(desk, id, programme, period).flat_map(|(_, reading, part)| [part.amount, reading.total]);
    let short = &desk.model.programmes[programme].short;
    Some(TableView {
        caption: desk
            .say("organisation-table", &[("programme", short.into()), ("period", Desk::year(period))]),
        columns: vec![
            words(desk.word("col-indicator")),
            numbers(desk.word("col-value")),
            words(desk.word("col-target")),
            words(desk.word("col-status")),
            numbers(desk.word("col-district")),
            words(desk.word("col-compared")),
        ],
        rows,
        notes: desk.hidden_note(shown).into_iter().collect(),
    })
}

fn findings(
    desk: &Desk<'_>,
    id: &Id<Organisation>,
    programme: &Id<Programme>,
    period: Period,
) -> Vec<FindingView> {
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
