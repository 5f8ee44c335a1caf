//! The calendar of monitoring: what is late, what runs now, what comes next, and all of it.

use std::cmp::Reverse;

use jiff::civil::Date;

use crate::analysis::{Turn, TurnState, turns, years};
use crate::model::{Event, Held, Id, Programme};
use crate::words::{in_words, iso, polish};

use super::super::desk::Desk;
use super::super::tables::{badge, cell, row, words};
use super::super::views::{
    CellView, Content, FileView, Group, Link, RowView, StatusView, TableView, TablesView,
};
use super::super::{Page, route};
use super::shared::{page, section};
use super::tables::group;

/// An event with its turns.
struct Planned<'a> {
    event: &'a Event,
    turns: Vec<Turn>,
}

impl<'a> Planned<'a> {
    fn of(desk: &Desk<'a>, id: &Id<Programme>) -> Vec<Self> {
        let programme = &desk.model.programmes[id].value;
        let (years, today) = (years(programme), desk.model.site.date);
        let events = programme.calendar.iter().map(|(_, event)| &event.value);
        let planned = |event| Self { event, turns: turns(event, years, today) };
        events.map(planned).collect()
    }

    fn late(&self) -> Option<&Turn> {
        self.turns.iter().find(|turn| turn.state == TurnState::Overdue)
    }

    fn now(&self, today: Date) -> Option<&Turn> {
        self.turns.iter().find(|turn| turn.first <= today && today <= turn.last)
    }

    fn next(&self) -> Option<&Turn> {
        self.turns.iter().find(|turn| turn.state == TurnState::Coming)
    }

    fn begun(&self, today: Date) -> impl DoubleEndedIterator<Item = &Turn> {
        self.turns.iter().filter(move |turn| turn.first <= today)
    }
}

/// How many events of a programme are late.
pub fn late(desk: &Desk<'_>, id: &Id<Programme>) -> usize {
    Planned::of(desk, id).iter().filter(|planned| planned.late().is_some()).count()
}

/// The page of a programme's calendar.
pub fn calendar<'a>(desk: &Desk<'a>, id: &'a Id<Programme>) -> Page<'a> {
    let today = desk.model.site.date;
    let planned = Planned::of(desk, id);
    let late = pick(&planned, Planned::late);
    let now = pick(&planned, |planned| planned.now(today));
    let next = pick(&planned, Planned::next);
    let intro = intro(desk, late.len(), &now, &next);
    let mut tables: Vec<Group<TableView>> = [("late", late), ("now", now), ("next", next)]
        .into_iter()
        .filter(|(_, turns)| !turns.is_empty())
        .map(|(key, turns)| {
            let title = desk.word(&format!("calendar-{key}"));
            group(key, title.clone(), of_turns(desk, title, &turns))
        })
        .collect();
    tables.push(group("events", desk.word("calendar-table"), whole(desk, &planned)));
    let href = route::part(id, "calendar");
    let mut head = desk.head(&href, section::PROGRAMME, desk.word("calendar-title"), intro.clone());
    head.crumbs.push(desk.programme_crumb(id));
    let more = vec![desk.crumb("today-title", &route::part(id, "today"))];
    let files =
        if planned.iter().all(|planned| planned.turns.is_empty()) { Vec::new() } else { files(desk, id) };
    page(href, head, Content::Tables(TablesView { intro, more, tables, files }))
}

fn files(desk: &Desk<'_>, id: &Id<Programme>) -> Vec<FileView> {
    let file = |phrase: &str, href: String| FileView {
        link: Link { title: desk.word(phrase), href },
        about: desk.word("calendar-file-about"),
    };
    let mut files = vec![file("calendar-file", route::agenda(id))];
    if desk.model.programmes.len() > 1 {
        files.push(file("calendar-file-all", route::AGENDA.to_owned()));
    }
    files
}

/// One turn of each event that has such a turn, earliest first.
fn pick<'p, 'a>(
    planned: &'p [Planned<'a>],
    which: impl Fn(&'p Planned<'a>) -> Option<&'p Turn>,
) -> Vec<(&'a Event, &'p Turn)> {
    let mut turns: Vec<(&Event, &Turn)> =
        planned.iter().filter_map(|planned| Some((planned.event, which(planned)?))).collect();
    turns.sort_by_key(|(_, turn)| turn.first);
    turns
}

/// «На 10 февраля 2025 года: просроченных мероприятий нет, сейчас идут 3, из них проведены 3. Ближайшее — в марте …»
fn intro(desk: &Desk<'_>, late: usize, now: &[(&Event, &Turn)], next: &[(&Event, &Turn)]) -> String {
    let held = now.iter().filter(|(_, turn)| turn.state == TurnState::Held).count();
    let date = in_words(desk.model.site.date);
    let counts =
        [("date", date.into()), ("late", late.into()), ("now", now.len().into()), ("held", held.into())];
    let state = desk.say("calendar-state", &counts);
    let next = next.first().map(|(event, turn)| {
        let args = [("title", (&event.title).into()), ("when", when(desk, turn).into())];
        desk.say("calendar-nearest", &args)
    });
    [Some(state), next].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn of_turns(desk: &Desk<'_>, caption: String, turns: &[(&Event, &Turn)]) -> TableView {
    let rows = turns.iter().map(|(event, turn)| {
        let mut month = cell(when(desk, turn));
        month.sort = Some(iso(turn.first));
        row(vec![
            cell(polish(&event.title)),
            month,
            state_cell(desk, turn),
            cell(event.responsible.join("; ")),
        ])
    });
    TableView {
        caption,
        columns: ["col-event", "col-when", "col-state", "col-responsible"]
            .map(|column| words(desk.word(column)))
            .to_vec(),
        rows: rows.collect(),
        notes: Vec::new(),
    }
}

fn state_cell(desk: &Desk<'_>, turn: &Turn) -> CellView {
    CellView { note: turn.held.last().map(|day| in_words(*day)), ..badge(state(desk, turn.state)) }
}

fn state(desk: &Desk<'_>, state: TurnState) -> StatusView {
    match state {
        TurnState::Held => desk.badge("good", "turn-held"),
        TurnState::Due => desk.badge("on-the-way", "turn-due"),
        TurnState::Coming => desk.badge("plain", "turn-coming"),
        TurnState::Overdue => desk.badge("poor", "turn-overdue"),
        TurnState::NotHeld => desk.badge("poor", "turn-not-held"),
    }
}

/// «июль 2025 года», «январь–февраль 2025 года», «декабрь 2024 года — январь 2025 года».
pub fn when(desk: &Desk<'_>, turn: &Turn) -> String {
    let month = |day: Date| desk.say("month", &[("month", i16::from(day.month()).into())]);
    let (first, last) = (month(turn.first), month(turn.last));
    let of_year = |months: String, day: Date| {
        desk.say("month-of-year", &[("month", months.into()), ("year", day.year().to_string().into())])
    };
    if turn.first.year() != turn.last.year() {
        return format!("{} — {}", of_year(first, turn.first), of_year(last, turn.last));
    }
    of_year(if first == last { first } else { format!("{first}–{last}") }, turn.first)
}

/// All events in the document's order.
fn whole(desk: &Desk<'_>, planned: &[Planned<'_>]) -> TableView {
    let today = desk.model.site.date;
    let rows: Vec<RowView> = planned
        .iter()
        .map(|planned| {
            let latest = planned.begun(today).next_back();
            let state = latest.map_or_else(CellView::default, |turn| CellView {
                note: Some(when(desk, turn)),
                sort: Some(iso(turn.first)),
                ..badge(state(desk, turn.state))
            });
            row(vec![
                cell(polish(&planned.event.title)),
                cell(planned.event.term.clone()),
                state,
                cell(planned.event.responsible.join("; ")),
                held(desk, planned),
            ])
        })
        .collect();
    TableView {
        caption: desk.word("calendar-table"),
        columns: ["col-event", "col-term", "col-last-term", "col-responsible", "col-held"]
            .map(|column| words(desk.word(column)))
            .to_vec(),
        rows,
        notes: Vec::new(),
    }
}

/// The days on which an event was held, latest first, and what proves the latest proven one.
fn held(desk: &Desk<'_>, planned: &Planned<'_>) -> CellView {
    let mut days: Vec<&Held> = planned.event.held.iter().collect();
    days.sort_by_key(|held| Reverse(held.date.value));
    if days.is_empty() {
        return cell(desk.word("calendar-not-held"));
    }
    let said: Vec<String> = days.iter().map(|held| in_words(held.date.value)).collect();
    let proof = days.iter().find_map(|held| desk.proof(held.proof.as_ref()?));
    let mut held = cell(said.join("; "));
    held.sort = days.first().map(|held| iso(held.date.value));
    if let Some(proof) = proof {
        held.note = Some(proof.title);
        held.href = Some(proof.href);
    }
    held
}
