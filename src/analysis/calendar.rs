//! The calendar of monitoring against a day: which turns of an event were held, run now, are to come or are late.
//!
//! Apart from the values, because it counts months alone. The documents name months («январь–февраль, ежегодно»), so a
//! turn is held in time on any day of them.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::model::{Calendar, Event, Period, Programme};

/// One time that an event is to take place: whole months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// The days on which it was held.
    pub held: Vec<Date>,
    /// Where it stands.
    pub state: TurnState,
}

/// Where a turn of an event stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TurnState {
    /// It was held, in time or late.
    Held,
    /// Its months run, and it was not held yet.
    Due,
    /// Its months have not begun.
    Coming,
    /// Its months are over, it was not held, and the next turn has not begun.
    Overdue,
    /// It was not held, and the next turn has begun.
    NotHeld,
}

/// First and last year.
type Years = (Period, Period);

/// The years of a calendar: those of its programme, and for as long as anything was held after them.
pub fn years(programme: &Programme) -> Years {
    let (from, to) = programme.years;
    let held = programme.calendar.iter().flat_map(|(_, event)| &event.held);
    let last = held.map(|held| Period(held.date.value.year())).max();
    (from, last.map_or(to, |last| last.max(to)))
}

/// All turns of an event in the years of its calendar, in order. What was held counts for the last turn that had
/// begun: late is held, early is not.
pub fn turns(event: &Event, (from, to): Years, today: Date) -> Vec<Turn> {
    let windows = windows(&event.months);
    let mut turns: Vec<Turn> = (from.0..=to.0)
        .flat_map(|year| windows.iter().filter_map(move |window| turn(year, *window)))
        .collect();
    for held in &event.held {
        let day = held.date.value;
        if let Some(turn) = turns.iter_mut().rev().find(|turn| turn.first <= day) {
            turn.held.push(day);
        }
    }
    let mut next = None;
    for turn in turns.iter_mut().rev() {
        turn.state = state(turn, next, today);
        next = Some(turn.first);
    }
    turns
}

/// The last year whose values are due: it is over, or everything that feeds the values has been held.
pub fn due(calendar: &Calendar, (from, to): Years, today: Date) -> Option<Period> {
    let feeding = calendar.iter().filter(|(_, event)| !event.indicators.is_empty());
    let turns: Vec<Turn> = feeding.flat_map(|(_, event)| turns(&event.value, (from, to), today)).collect();
    let is_due = |year: i16| {
        let mut of_year = turns.iter().filter(|turn| turn.last.year() == year).peekable();
        year < today.year() || (of_year.peek().is_some() && of_year.all(|turn| turn.state == TurnState::Held))
    };
    (from.0..=to.0.min(today.year())).rev().find(|year| is_due(*year)).map(Period)
}

/// Runs of neighbouring months, each a first month and how many: a run is one turn a year. All twelve months make no
/// run but twelve turns.
fn windows(months: &[i8]) -> Vec<(i8, i8)> {
    let months: BTreeSet<i8> = months.iter().copied().collect();
    if months.len() == 12 {
        return months.into_iter().map(|month| (month, 1)).collect();
    }
    let after = |month: i8, n: i8| (month - 1 + n).rem_euclid(12) + 1;
    let starts = months.iter().filter(|month| !months.contains(&after(**month, -1)));
    starts
        .map(|&month| (month, (1..12).find(|n| !months.contains(&after(month, *n))).unwrap_or(12)))
        .collect()
}

/// A turn that nobody has held yet.
fn turn(year: i16, (month, months): (i8, i8)) -> Option<Turn> {
    let first = Date::new(year, month, 1).ok()?;
    let last = first.checked_add(i64::from(months).months()).ok()?.yesterday().ok()?;
    Some(Turn { first, last, held: Vec::new(), state: TurnState::Coming })
}

/// The state of a turn, by the first day of the next.
fn state(turn: &Turn, next: Option<Date>, today: Date) -> TurnState {
    if !turn.held.is_empty() {
        TurnState::Held
    } else if today < turn.first {
        TurnState::Coming
    } else if today <= turn.last {
        TurnState::Due
    } else if next.is_some_and(|next| next <= today) {
        TurnState::NotHeld
    } else {
        TurnState::Overdue
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::at;
    use super::*;
    use crate::model::{Held, Id, Table};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    /// «1 2 | 2024-02-05»: months, days on which it was held.
    fn event(text: &str) -> Event {
        let (months, held) = text.split_once('|').unwrap();
        Event {
            title: String::new(),
            term: String::new(),
            months: months.split_whitespace().map(|month| month.parse().unwrap()).collect(),
            responsible: Vec::new(),
            indicators: vec![at(Id::parse("x").unwrap())],
            held: held.split_whitespace().map(|text| Held { date: at(day(text)), proof: None }).collect(),
        }
    }

    /// The turns of 2024 and 2025 on a day.
    fn case(text: &str, today: &str) -> String {
        let turns = turns(&event(text), (Period(2024), Period(2025)), day(today));
        let said = turns.iter().map(|turn| format!("{}..{} {:?}", turn.first, turn.last, turn.state));
        said.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn neighbouring_months_are_one_turn() {
        assert_eq!(case("1 2 |", "2024-01-31"), "2024-01-01..2024-02-29 Due, 2025-01-01..2025-02-28 Coming");
        assert_eq!(
            case("12 1 1 |", "2024-01-31"),
            "2024-12-01..2025-01-31 Coming, 2025-12-01..2026-01-31 Coming"
        );
        assert_eq!(windows(&[3, 9, 4]), [(3, 2), (9, 1)]);
        assert_eq!(windows(&[1, 2, 3, 4, 5, 9, 10, 11, 12]), [(9, 9)]);
        assert_eq!(windows(&[]), []);
    }

    #[test]
    fn twelve_months_are_twelve_turns() {
        let every = windows(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        assert_eq!((every.len(), every[0], every[11]), (12, (1, 1), (12, 1)));
    }

    #[test]
    fn a_turn_is_held_due_coming_overdue_or_not_held() {
        let july = |held: &str, today: &str| {
            let states = case(&format!("7 | {held}"), today);
            states
                .split(", ")
                .map(|turn| turn.split(' ').nth(1).unwrap().to_owned())
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(july("", "2024-06-30"), "Coming Coming");
        assert_eq!(july("", "2024-07-01"), "Due Coming");
        assert_eq!(july("", "2024-07-31"), "Due Coming");
        assert_eq!(july("", "2024-08-01"), "Overdue Coming");
        assert_eq!(july("", "2025-06-30"), "Overdue Coming");
        assert_eq!(july("", "2025-07-01"), "NotHeld Due");
        assert_eq!(july("", "2025-08-01"), "NotHeld Overdue");
        assert_eq!(july("2024-07-15", "2024-07-20"), "Held Coming");
        // Late is held; early belongs to the turn before, and before the first it belongs to none.
        assert_eq!(july("2024-09-02", "2024-10-01"), "Held Coming");
        assert_eq!(july("2025-06-28", "2025-08-01"), "Held Overdue");
        assert_eq!(july("2024-06-28", "2024-08-01"), "Overdue Coming");
    }

    #[test]
    fn values_are_due_when_the_year_is_over_or_all_was_held() {
        let last_due = |text: &str, today: &str| {
            let mut calendar: Table<Event> = Table::default();
            calendar.insert(at(Id::parse("e").unwrap()), event(text)).unwrap();
            due(&calendar, (Period(2024), Period(2025)), day(today)).map(|period| period.0)
        };
        assert_eq!(last_due("7 12 |", "2024-12-31"), None);
        assert_eq!(last_due("7 12 |", "2025-01-01"), Some(2024));
        assert_eq!(last_due("7 12 | 2024-07-15", "2024-12-20"), None);
        assert_eq!(last_due("7 12 | 2024-07-15 2024-12-20", "2024-12-20"), Some(2024));
        assert_eq!(last_due("|", "2024-12-31"), None);
        assert_eq!(last_due("|", "2025-01-01"), Some(2024));
        assert_eq!(last_due("7 |", "2030-01-01"), Some(2025));
        assert_eq!(last_due("7 |", "2020-01-01"), None);
    }
}
