//! Files for calendars: the events of a programme, or of all, as whole days in the months of their turns.
//!
//! Apart from the page of the calendar, because a calendar asks for days and for names that never change.

use jiff::civil::Date;

use crate::analysis::{Turn, turns, years};
use crate::model::{Event, Id, Programme};
use crate::words::{in_words, polish};

use super::desk::Desk;
use super::route;

/// A file for calendars.
#[derive(Debug)]
pub struct Agenda {
    /// Its address.
    pub href: String,
    /// What it is called in the reader's calendar.
    pub title: String,
    /// The day on which it was written.
    pub written: Date,
    /// Its entries, in the order of the data.
    pub entries: Vec<AgendaEntry>,
}

/// One turn of an event.
#[derive(Debug)]
pub struct AgendaEntry {
    /// A name that stays the same from build to build and is nobody else's.
    pub uid: String,
    /// The first day.
    pub first: Date,
    /// The day after the last, as RFC 5545 counts.
    pub end: Date,
    /// The event.
    pub title: String,
    /// Its term in the document's words, who carries it out, when it was held.
    pub about: String,
    /// The page of the calendar.
    pub url: String,
}

/// One file a programme with planned events, and one of all.
pub fn agendas(desk: &Desk<'_>) -> Vec<Agenda> {
    let site = &desk.model.site;
    let agenda = |href, title, entries| Agenda { href, title, written: site.date, entries };
    let mut agendas: Vec<Agenda> = desk
        .model
        .programmes
        .iter()
        .map(|(id, row)| agenda(route::agenda(id), polish(&row.short), entries(desk, id)))
        .collect();
    let all = desk.model.programmes.ids().flat_map(|id| entries(desk, id)).collect();
    agendas.push(agenda(route::AGENDA.to_owned(), polish(&site.title), all));
    agendas.retain(|agenda| !agenda.entries.is_empty());
    agendas
}

fn entries(desk: &Desk<'_>, id: &Id<Programme>) -> Vec<AgendaEntry> {
    let programme = &desk.model.programmes[id].value;
    let site = &desk.model.site;
    let url = format!("{}{}", site.base_url, route::part(id, "calendar"));
    let years = years(programme);
    let events = programme.calendar.iter().flat_map(|(event, row)| {
        let turns = turns(row, years, site.date).into_iter();
        turns.map(move |turn| (event, &row.value, turn))
    });
    let entry = |(event_id, event, turn): (&Id<Event>, &Event, Turn)| {
        let (year, month) = (turn.first.year(), turn.first.month());
        Some(AgendaEntry {
            uid: format!("{id}-{event_id}-{year}-{month:02}@{}", host(&site.base_url)),
            first: turn.first,
            end: turn.last.tomorrow().ok()?,
            title: polish(&event.title),
            about: about(desk, event, &turn),
            url: url.clone(),
        })
    };
    events.filter_map(entry).collect()
}

fn about(desk: &Desk<'_>, event: &Event, turn: &Turn) -> String {
    let mut lines = vec![desk.say("agenda-term", &[("term", (&event.term).into())])];
    if !event.responsible.is_empty() {
        lines.push(desk.say("agenda-responsible", &[("who", event.responsible.join("; ").into())]));
    }
    if !turn.held.is_empty() {
        let days: Vec<String> = turn.held.iter().map(|day| in_words(*day)).collect();
        lines.push(desk.say("agenda-held", &[("days", days.join("; ").into())]));
    }
    lines.join("\n")
}

/// The host of an address, without scheme, port and path.
fn host(base_url: &str) -> &str {
    let rest = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn a_host_is_the_name_alone() {
        for (url, name) in [
            ("https://metod.example/", "metod.example"),
            ("https://metod.example/bank/", "metod.example"),
            ("http://localhost:8080/", "localhost"),
        ] {
            assert_eq!(host(url), name);
        }
    }
}
