//! An organisation in one programme: where it stands against the target, the district and organisations alike, what
//! changed, and what it did not send.

use std::cmp::Reverse;
use std::iter::Sum;

use crate::analysis::{Against, Amount, ChangeVerdict, Comparison, Part, Reading, Status};
use crate::model::{Breakdown, Id, Indicator, Organisation, PartOf, Period, Programme};
use crate::words::natural;

use super::super::super::cards::capitalised;
use super::super::super::desk::Desk;
use super::super::super::footnotes::{Whose, indicator_remarks, marks};
use super::super::super::route;
use super::super::super::sentence::Subject;
use super::super::super::tables::{cell, link, numbers, row, words};
use super::super::super::views::{CellView, ColumnView, Link, PassportView, RowView, TableView};

/// A programme with its last collected period.
pub type Latest<'a> = (&'a Id<Programme>, Period);

/// An indicator with what the organisation has of it.
#[derive(Clone, Copy)]
struct Line<'a> {
    subject: Subject<'a>,
    reading: &'a Reading,
    part: &'a Part,
}

/// How many indicators of an organisation stand how.
#[derive(Clone, Copy, Default)]
pub struct Standing {
    /// At their targets.
    pub reached: usize,
    /// On the way.
    pub on_the_way: usize,
    /// Behind, far or not.
    pub behind: usize,
    /// Without target, without value, or of too few people.
    pub unjudged: usize,
}

impl Standing {
    fn judged(self) -> usize {
        self.reached + self.on_the_way + self.behind
    }
}

impl Sum for Standing {
    fn sum<I: Iterator<Item = Self>>(each: I) -> Self {
        each.fold(Self::default(), |sum, one| Self {
            reached: sum.reached + one.reached,
            on_the_way: sum.on_the_way + one.on_the_way,
            behind: sum.behind + one.behind,
            unjudged: sum.unjudged + one.unjudged,
        })
    }
}

impl<'a> Desk<'a> {
    /// Programmes with values, each with its last collected period.
    pub fn latest_periods(&self) -> impl Iterator<Item = Latest<'a>> {
        let programmes = self.model.programmes.iter();
        programmes.filter_map(|(programme, row)| Some((programme, row.latest()?)))
    }
}

/// The indicators of a programme of which the organisation has a part.
fn lines<'a>(desk: &Desk<'a>, id: &Id<Organisation>, (programme, period): Latest<'a>) -> Vec<Line<'a>> {
    let line = |subject: Subject<'a>| {
        let reading = desk.reading(programme, subject.id, period)?;
        Some(Line { subject, reading, part: reading.organisations.get(id)? })
    };
    desk.subjects(programme).filter_map(line).collect()
}

/// How the indicators of a programme stand.
pub fn standing<'a>(desk: &Desk<'a>, id: &Id<Organisation>, latest: Latest<'a>) -> Standing {
    let mut standing = Standing::default();
    for line in lines(desk, id, latest) {
        let count = match line.part.attainment.status {
            Status::Reached => &mut standing.reached,
            Status::OnTheWay => &mut standing.on_the_way,
            Status::Behind | Status::FarBehind => &mut standing.behind,
            Status::NoTarget | Status::TooFew | Status::NoData => &mut standing.unjudged,
        };
        *count += 1;
    }
    standing
}

/// «В 2024 году цель достигнута по 4 из 8 показателей; сильнее всего отстаёт «…»: не хватает 6 человек.»
pub fn conclusion<'a>(desk: &Desk<'a>, id: &Id<Organisation>, latest: Latest<'a>) -> Vec<String> {
    let period = ("period", Desk::year(latest.1));
    let lines = lines(desk, id, latest);
    let standing = standing(desk, id, latest);
    if standing.judged() == 0 {
        let key = if lines.is_empty() { "organisation-silent" } else { "organisation-unjudged" };
        return vec![desk.say(key, &[period])];
    }
    let reached = match standing.reached {
        0 => "organisation-reached-none",
        reached if reached == standing.judged() => "organisation-reached-all",
        _ => "organisation-reached-some",
    };
    let counts = [
        period,
        ("reached", standing.reached.into()),
        ("way", standing.on_the_way.into()),
        ("of", standing.judged().into()),
    ];
    let reached = desk.say(reached, &counts);
    let worst = worst(&lines).map(|line| farthest(desk, line));
    let mut said = vec![match worst {
        Some(worst) => desk.say("organisation-and", &[("first", reached.into()), ("second", worst.into())]),
        None => desk.say("organisation-stop", &[("first", reached.into())]),
    }];
    said.extend(against(desk, &lines, Against::District));
    said.extend(against(desk, &lines, Against::Cluster));
    said
}

/// The indicator farthest behind: the graver status, then more people, then the document's order.
fn worst<'l, 'a>(lines: &'l [Line<'a>]) -> Option<&'l Line<'a>> {
    let behind =
        lines.iter().filter(|line| matches!(line.part.attainment.status, Status::Behind | Status::FarBehind));
    behind.min_by_key(|line| {
        let attainment = &line.part.attainment;
        (Reverse(attainment.status == Status::FarBehind), Reverse(attainment.missing))
    })
}

fn farthest(desk: &Desk<'_>, line: &Line<'_>) -> String {
    let indicator = line.subject.indicator;
    let attainment = &line.part.attainment;
    let gap = desk.missing(indicator, attainment).unwrap_or_else(|| desk.gap(indicator, attainment));
    let short = ("short", (&indicator.short).into());
    if gap.is_empty() {
        return desk.say("organisation-farthest", &[short]);
    }
    desk.say("organisation-farthest-by", &[short, ("gap", gap.into())])
}

/// «Заметно лучше остальных по району: «Адресные курсы».»
fn against(desk: &Desk<'_>, lines: &[Line<'_>], with: Against) -> Vec<String> {
    let with_whom = match with {
        Against::District => "district",
        Against::Cluster => "cluster",
    };
    let names = |comparison: Comparison| {
        let alike = lines.iter().filter(|line| line.part.compared.get(&with) == Some(&comparison));
        let names = alike.map(|line| desk.say("quoted", &[("text", (&line.subject.indicator.short).into())]));
        desk.listed(names.collect())
    };
    [("better", Comparison::Better), ("worse", Comparison::Worse)]
        .into_iter()
        .map(|(key, comparison)| (key, names(comparison)))
        .filter(|(_, names)| !names.is_empty())
        .map(|(key, names)| {
            desk.say(&format!("organisation-{key}-than-{with_whom}"), &[("names", names.into())])
        })
        .collect()
}

/// The passport for the last period; none where the organisation has no part in the programme.
pub fn passport<'a>(desk: &Desk<'a>, id: &Id<Organisation>, latest: Latest<'a>) -> Option<PassportView> {
    let (programme, period) = latest;
    let lines = lines(desk, id, latest);
    if lines.is_empty() {
        return None;
    }
    let short = desk.model.programmes[programme].short.clone();
    Some(PassportView {
        table: table(desk, id, &lines, latest),
        changes: changes(desk, &lines),
        gaps: gaps(desk, &lines, period),
        programme: Link { title: short, href: route::programme(programme) },
    })
}

fn table<'a>(
    desk: &Desk<'a>,
    id: &Id<Organisation>,
    lines: &[Line<'a>],
    (programme, period): Latest<'a>,
) -> TableView {
    // The column appears as soon as somebody is compared with organisations alike.
    let alike = lines.iter().any(|line| line.part.compared.contains_key(&Against::Cluster));
    let compared: Vec<Against> =
        [Against::District].into_iter().chain(alike.then_some(Against::Cluster)).collect();
    let short = &desk.model.programmes[programme].short;
    TableView {
        caption: desk
            .say("organisation-table", &[("programme", short.into()), ("period", Desk::year(period))]),
        columns: columns(desk, &compared),
        rows: lines.iter().map(|line| line_row(desk, (id, period), line, &compared)).collect(),
        notes: notes(desk, lines, programme),
    }
}

fn columns(desk: &Desk<'_>, compared: &[Against]) -> Vec<ColumnView> {
    let mut columns = vec![
        words(desk.word("col-indicator")),
        numbers(desk.word("col-value")),
        words(desk.word("col-target")),
        words(desk.word("col-status")),
        numbers(desk.word("col-to-target")),
        numbers(desk.word("col-change")),
        numbers(desk.word("col-district")),
    ];
    columns.extend(compared.iter().map(|against| {
        words(desk.word(match against {
            Against::District => "col-compared",
            Against::Cluster => "col-compared-cluster",
        }))
    }));
    columns
}

fn line_row<'a>(
    desk: &Desk<'a>,
    (id, period): (&Id<Organisation>, Period),
    line: &Line<'a>,
    compared: &[Against],
) -> RowView {
    let Line { subject, reading, part } = *line;
    let indicator = subject.indicator;
    let title = format!("{}. {}", indicator.number, indicator.short);
    let target = part.attainment.target.map(|target| desk.bound(indicator, target.bound));
    let mut own = value(desk, (subject, period), Some(PartOf::Organisation(id)), part.amount);
    own.note = own.note.into_iter().chain(desk.finality(part.amount)).reduce(|a, b| format!("{a}, {b}"));
    let mut cells = vec![
        CellView {
            marks: marks(indicator_remarks(subject)),
            ..link(title, route::indicator(subject.programme, subject.id))
        },
        own,
        cell(target.unwrap_or_default()),
        CellView { status: Some(desk.status(part.attainment.status)), ..CellView::default() },
        to_target(desk, indicator, part),
        change(desk, indicator, part),
        value(desk, (subject, period), None, reading.total),
    ];
    cells.extend(compared.iter().map(|against| {
        let status = part.compared.get(against).map(|comparison| desk.comparison(*comparison));
        CellView { status, ..CellView::default() }
    }));
    row(cells)
}

/// «65,4 %» over «34 из 52». Why a cell is hidden stands once below the table.
fn value<'a>(
    desk: &Desk<'a>,
    (subject, period): (Subject<'a>, Period),
    whose: Whose<'_>,
    amount: Amount,
) -> CellView {
    if amount == Amount::Hidden {
        return cell(desk.word("organisation-hidden"));
    }
    let counted = desk.counted(amount.value());
    let mut value = desk.sent_cell(subject, period, whose, amount);
    value.note = (!counted.is_empty()).then_some(counted);
    value
}

/// «не хватает 6 человек» over «13,8 п. п.»; nothing where it was not judged.
fn to_target(desk: &Desk<'_>, indicator: &Indicator, part: &Part) -> CellView {
    let judged = !matches!(part.attainment.status, Status::TooFew | Status::NoData | Status::NoTarget);
    let Some(gap) = part.attainment.gap.filter(|_| judged) else { return CellView::default() };
    let distance = desk.distance(indicator, gap);
    match desk.missing(indicator, &part.attainment) {
        Some(missing) => CellView { note: Some(distance), ..cell(missing) },
        None => cell(distance),
    }
}

/// «+5,1 п. п.» over «к 2023 году: лучше».
fn change(desk: &Desk<'_>, indicator: &Indicator, part: &Part) -> CellView {
    let Some(change) = &part.change else { return CellView::default() };
    let verdict = match change.verdict {
        ChangeVerdict::Improved => "improved",
        ChangeVerdict::Worsened => "worsened",
        ChangeVerdict::Unnoticeable | ChangeVerdict::Moved => "none",
    };
    let note = desk.say("change-note", &[("year", Desk::year(change.since)), ("verdict", verdict.into())]);
    CellView { note: Some(note), ..cell(desk.difference(indicator, change.difference)) }
}

/// Why cells are hidden, and which indicators are not counted by organisation at all.
fn notes(desk: &Desk<'_>, lines: &[Line<'_>], programme: &Id<Programme>) -> Vec<String> {
    let is_hidden = |line: &Line<'_>| [line.part.amount, line.reading.total].contains(&Amount::Hidden);
    let hidden = lines.iter().any(is_hidden).then(|| desk.word("organisation-hidden-why"));
    let indicators = desk.model.programmes[programme].indicators.iter();
    let whole = indicators.filter(|(_, row)| !row.breakdown.contains(&Breakdown::Organisation)).count();
    let whole = (whole > 0).then(|| desk.say("organisation-whole-only", &[("n", whole.into())]));
    hidden.into_iter().chain(whole).collect()
}

/// What changed beyond chance: the better first.
fn changes(desk: &Desk<'_>, lines: &[Line<'_>]) -> Vec<String> {
    let of = |verdict: ChangeVerdict, phrase: &'static str| {
        lines.iter().filter_map(move |line| {
            let change = line.part.change.as_ref().filter(|change| change.verdict == verdict)?;
            let indicator = line.subject.indicator;
            let args = [
                ("short", (&indicator.short).into()),
                ("change", desk.difference(indicator, change.difference).into()),
                ("since", Desk::year(change.since)),
                ("whole", desk.whole(indicator, line.part.amount).into()),
            ];
            Some(capitalised(&desk.say(phrase, &args)))
        })
    };
    let improved = of(ChangeVerdict::Improved, "organisation-improved");
    let mut said: Vec<String> =
        improved.chain(of(ChangeVerdict::Worsened, "organisation-worsened")).collect();
    if said.is_empty() {
        let compared = lines.iter().any(|line| line.part.change.is_some());
        said.push(desk.word(if compared { "organisation-unchanged" } else { "organisation-not-compared" }));
    }
    said
}

fn gaps(desk: &Desk<'_>, lines: &[Line<'_>], period: Period) -> String {
    let mut names: Vec<String> = lines
        .iter()
        .filter(|line| line.part.amount == Amount::NotReported)
        .map(|line| desk.say("quoted", &[("text", (&line.subject.indicator.short).into())]))
        .collect();
    if names.is_empty() {
        return String::new();
    }
    names.sort_by_key(|name| natural(name));
    desk.say("organisation-gaps", &[("period", Desk::year(period)), ("names", desk.listed(names).into())])
}
