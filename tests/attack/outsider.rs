//! What an outsider can compute: every published number, every sum that must hold, and linear programming.
//!
//! Two outsiders, as DESIGN has them: one knows only the published numbers of staff, the other knows every denominator.

use std::collections::BTreeMap;

use metodbank::analysis::{Amount, BeforeAfter, ProgrammeAnalysis, Reading};
use metodbank::model::{Period, Value};
use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem, SolveOutcome, Variable};

use crate::district::{District, KINDS, SUBJECTS, YEARS};

/// The place of a number, as the outsider writes it down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    Total,
    Kind(usize),
    Organisation(usize),
    Subject(usize),
    Pair(usize, usize),
}

/// A published number, or that it is hidden. A count is a numerator of itself.
pub type Seen = Option<(f64, f64)>;

/// All that is said of one year.
pub type Page = BTreeMap<Place, Seen>;

/// What is published of a group: the sums of both years.
pub type Group = (Vec<usize>, [(f64, f64); 2]);

/// All that is said of a district.
pub struct Outsider<'d> {
    pub district: &'d District,
    pub pages: [Page; 2],
    pub groups: Vec<Group>,
}

/// How wide the range of every hidden number has to stay.
const WIDTH: f64 = 3.0;

fn number(value: Value) -> (f64, f64) {
    match value {
        Value::Share(share) => (f64::from(share.n()), f64::from(share.of())),
        Value::Count(count) => (count, count),
        Value::Score(_) | Value::Presence(_) => unreachable!("districts have shares and counts"),
    }
}

fn seen(amount: Amount) -> Option<Seen> {
    match amount {
        Amount::Known(value, _) => Some(Some(number(value))),
        Amount::Hidden => Some(None),
        Amount::NotReported | Amount::NotApplicable => None,
    }
}

/// Where a name stands in a list of names.
fn place_of(names: &[&str], id: &str) -> usize {
    names.iter().position(|name| *name == id).expect("a name of the district")
}

fn organisation(id: &str) -> usize {
    id.strip_prefix("org-").and_then(|at| at.parse().ok()).expect("an organisation of the district")
}

/// Writes down what a reading says.
pub fn page(reading: &Reading) -> Page {
    let total = [(Place::Total, reading.total)].into_iter();
    let kinds =
        reading.kinds.iter().map(|(id, part)| (Place::Kind(place_of(&KINDS, id.as_str())), part.amount));
    let organisations = reading
        .organisations
        .iter()
        .map(|(id, part)| (Place::Organisation(organisation(id.as_str())), part.amount));
    let subjects = reading
        .subjects
        .iter()
        .map(|(id, part)| (Place::Subject(place_of(&SUBJECTS, id.as_str())), part.amount));
    let pairs = reading.pairs.iter().map(|((one, two), part)| {
        (Place::Pair(organisation(one.as_str()), place_of(&SUBJECTS, two.as_str())), part.amount)
    });
    let all = total.chain(kinds).chain(organisations).chain(subjects).chain(pairs);
    all.filter_map(|(place, amount)| Some((place, seen(amount)?))).collect()
}

impl<'d> Outsider<'d> {
    /// Reads all that was computed for the public.
    pub fn of(district: &'d District, analysis: &ProgrammeAnalysis) -> Self {
        let dynamics = analysis.dynamics.values().next().expect("one indicator");
        let pages = YEARS.map(|year| page(&dynamics.readings[&Period(year)]));
        let sums = |it: &BeforeAfter| [number(it.before), number(it.after)];
        let mut groups = Vec::new();
        for (effect, addressed) in analysis.effects.values().zip(&district.groups) {
            let both = |at: &usize| pages.iter().all(|page| page.contains_key(&Place::Organisation(*at)));
            let (inside, outside): (Vec<usize>, Vec<usize>) =
                (0..district.organisations.len()).filter(both).partition(|at| addressed.contains(at));
            groups.extend(effect.addressed.as_ref().map(|it| (inside, sums(it))));
            groups.extend(effect.others.as_ref().map(|it| (outside, sums(it))));
        }
        Self { district, pages, groups }
    }

    /// How many numbers are hidden.
    pub fn hidden(&self) -> usize {
        self.pages.iter().flat_map(BTreeMap::values).filter(|seen| seen.is_none()).count()
    }

    /// All hidden numbers that can be computed to within one, where not even the numbers of staff alone say so.
    pub fn leaks(&self, truth: &[Page; 2]) -> Vec<String> {
        let blind = Outsider {
            district: self.district,
            pages: self.pages.each_ref().map(|page| page.keys().map(|place| (*place, None)).collect()),
            groups: Vec::new(),
        };
        let mut leaks = Vec::new();
        for year in 0..YEARS.len() {
            for (place, _) in self.pages[year].iter().filter(|(_, seen)| seen.is_none()) {
                for (what, denominators) in
                    [(What::Numerator, None), (What::Rest, None), (What::Numerator, Some(&truth[year]))]
                {
                    let asked = Question { year, place: *place, what, denominators };
                    if self.district.is_count && (what == What::Rest || denominators.is_some()) {
                        continue;
                    }
                    let range = self.range(asked);
                    let is_narrow = |wanted: f64| range.1 - range.0 < wanted - 1e-6;
                    let width = |(low, high): (f64, f64)| high - low;
                    if is_narrow(WIDTH) && is_narrow(WIDTH.min(width(blind.range(asked)))) {
                        leaks.push(format!("{place:?} of {}: {range:?}", YEARS[year]));
                    }
                }
            }
        }
        leaks
    }

    fn range(&self, asked: Question<'_>) -> (f64, f64) {
        (
            self.extreme(asked, OptimizationDirection::Minimize),
            self.extreme(asked, OptimizationDirection::Maximize),
        )
    }

    /// How many people can be at a place, by the published numbers of staff.
    fn most(&self, place: Place) -> f64 {
        let counts = |(at, (kind, _)): &(usize, &(usize, u32))| match place {
            Place::Total | Place::Subject(_) => true,
            Place::Kind(one) => *kind == one,
            Place::Organisation(one) | Place::Pair(one, _) => *at == one,
        };
        self.district
            .organisations
            .iter()
            .enumerate()
            .filter(counts)
            .map(|(_, (_, staff))| f64::from(*staff))
            .sum()
    }

    /// The least or the most that a hidden number can be.
    fn extreme(&self, asked: Question<'_>, way: OptimizationDirection) -> f64 {
        let Question { year, place, what, denominators } = asked;
        let mut problem = Problem::new(way);
        let mut parts: BTreeMap<Place, [Term; 2]> = BTreeMap::new();
        for (other, seen) in &self.pages[year] {
            let terms = match seen {
                Some((n, of)) => [Term::Known(*n), Term::Known(of - n)],
                None => {
                    let is_asked = |one: What| if *other == place && one == what { 1.0 } else { 0.0 };
                    let variables = [What::Numerator, What::Rest]
                        .map(|one| problem.add_var(is_asked(one), (0.0, f64::INFINITY)));
                    let people = variables.map(|variable| (variable, 1.0));
                    match denominators.map(|page| page[other]) {
                        Some(Some((_, of))) => problem.add_constraint(people, ComparisonOp::Eq, of),
                        _ if self.district.is_count => {
                            problem.add_constraint([people[1]], ComparisonOp::Eq, 0.0);
                        }
                        _ => problem.add_constraint(people, ComparisonOp::Ge, 1.0),
                    }
                    problem.add_constraint(people, ComparisonOp::Le, self.most(*other));
                    variables.map(Term::Asked)
                }
            };
            parts.insert(*other, terms);
        }
        for (sum, summed) in self.sums(year) {
            for one in 0..2 {
                let terms = summed
                    .iter()
                    .map(|place| (parts[place][one], 1.0))
                    .chain([(sum.term(&parts, one), -1.0)]);
                add(&mut problem, terms);
            }
        }
        match problem.solve() {
            Ok(SolveOutcome::Solution(best)) => best.objective(),
            other => panic!("the truth is possible: {other:?}"),
        }
    }

    /// All sums that hold: each with its parts.
    fn sums(&self, year: usize) -> Vec<(Sum, Vec<Place>)> {
        let page = &self.pages[year];
        let places =
            |belongs: &dyn Fn(&Place) -> bool| page.keys().copied().filter(belongs).collect::<Vec<_>>();
        let mut sums = Vec::new();
        let mut note = |sum: Place, parts: Vec<Place>| {
            if page.contains_key(&sum) && !parts.is_empty() {
                sums.push((Sum::At(sum), parts));
            }
        };
        note(Place::Total, places(&|place| matches!(place, Place::Organisation(_))));
        note(Place::Total, places(&|place| matches!(place, Place::Kind(_))));
        note(Place::Total, places(&|place| matches!(place, Place::Subject(_))));
        for kind in 0..KINDS.len() {
            let is_of = |place: &Place| matches!(place, Place::Organisation(at) if self.district.organisations[*at].0 == kind);
            note(Place::Kind(kind), places(&is_of));
        }
        for at in 0..self.district.organisations.len() {
            note(
                Place::Organisation(at),
                places(&|place| matches!(place, Place::Pair(one, _) if *one == at)),
            );
        }
        for subject in 0..SUBJECTS.len() {
            note(
                Place::Subject(subject),
                places(&|place| matches!(place, Place::Pair(_, one) if *one == subject)),
            );
        }
        let groups = self.groups.iter().map(|(group, both)| {
            let (n, of) = both[year];
            (Sum::Known([n, of - n]), group.iter().map(|at| Place::Organisation(*at)).collect())
        });
        sums.extend(groups);
        sums
    }
}

/// Which number is asked for, by whom: one who knows some denominators, or none.
#[derive(Clone, Copy)]
struct Question<'p> {
    year: usize,
    place: Place,
    what: What,
    denominators: Option<&'p Page>,
}

/// What is asked of a place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Numerator,
    Rest,
}

/// A known number, or one that is asked for.
#[derive(Clone, Copy)]
enum Term {
    Known(f64),
    Asked(Variable),
}

/// What some parts add up to.
enum Sum {
    At(Place),
    Known([f64; 2]),
}

impl Sum {
    fn term(&self, parts: &BTreeMap<Place, [Term; 2]>, one: usize) -> Term {
        match self {
            Sum::At(place) => parts[place][one],
            Sum::Known(both) => Term::Known(both[one]),
        }
    }
}

/// Some terms are together nothing.
fn add(problem: &mut Problem, terms: impl Iterator<Item = (Term, f64)>) {
    let (mut expression, mut known, mut asked) = (LinearExpr::empty(), 0.0, 0);
    for (term, sign) in terms {
        match term {
            Term::Known(number) => known += sign * number,
            Term::Asked(variable) => {
                expression.add(variable, sign);
                asked += 1;
            }
        }
    }
    if asked > 0 {
        problem.add_constraint(expression, ComparisonOp::Eq, -known);
    }
}
