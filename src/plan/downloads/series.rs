//! One indicator through the years, and its rows: one a cell of the data.
//!
//! Apart from the sets, because here it is decided what of a cell may leave the site.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::analysis::{Amount, Attainment, Change, Part, Reading, TotalOrigin};
use crate::diag::At;
use crate::model::{
    Cell, Collection, Id, Indicator, Kind, Model, Observation, Organisation, Period, Programme,
    Subject as SchoolSubject, Value,
};
use crate::source::Lines;
use crate::words::polish;

use super::super::desk::Desk;
use super::super::pages;
use super::super::sentence::Subject;
use super::Scope;

/// The file of a collection, with the places of its lines.
pub type Place<'a> = Arc<(&'a str, Lines)>;

/// One indicator through the years.
pub struct Series<'a> {
    /// The programme's id.
    pub programme: &'a Id<Programme>,
    /// The programme's short name.
    pub programme_title: &'a str,
    /// The indicator's id.
    pub id: &'a Id<Indicator>,
    /// Its passport, typed.
    pub indicator: &'a Indicator,
    /// Its formula in words.
    pub formula: String,
    /// Its passport in words: term and text.
    pub passport: Vec<(String, String)>,
    /// Its targets in words, in their order.
    pub targets: Vec<String>,
    /// The years for which values were collected.
    pub years: Vec<Year<'a>>,
    model: &'a Model,
}

/// An indicator in one year.
pub struct Year<'a> {
    /// The year.
    pub period: Period,
    /// What was computed.
    pub reading: &'a Reading,
    /// The collection that the values belong to.
    pub collection: &'a Collection,
    /// What was observed; none where a collection passes the indicator over.
    observation: Option<&'a At<Observation>>,
    place: Place<'a>,
}

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of<'a> {
    /// The district.
    District,
    /// An organisation.
    Organisation(&'a Id<Organisation>),
    /// A subject.
    Subject(&'a Id<SchoolSubject>),
    /// A kind of organisation.
    Kind(&'a Id<Kind>),
    /// A subject within an organisation.
    Pair(&'a (Id<Organisation>, Id<SchoolSubject>)),
}

/// One cell of the data, as it may leave the site.
pub struct Row<'r, 'a> {
    /// The indicator.
    pub series: &'r Series<'a>,
    /// The year.
    pub year: &'r Year<'a>,
    /// What it is about.
    pub of: Of<'a>,
    /// The value, or why there is none.
    pub amount: Amount,
    /// Where the value stands against its target.
    pub attainment: &'a Attainment,
    /// The change against the collection before.
    pub change: Option<&'a Change>,
    /// A remark; none where the cell is hidden, since it may tell the number.
    pub note: Option<&'a str>,
    /// The line of the file of the collection.
    pub line: usize,
    /// Whether nobody sent it: it is the sum of the parts that were sent.
    pub is_summed: bool,
}

/// How many rows a reading has.
pub fn len(reading: &Reading) -> usize {
    1 + reading.organisations.len() + reading.subjects.len() + reading.kinds.len() + reading.pairs.len()
}

impl<'a> Series<'a> {
    /// The rows of an indicator.
    pub fn of(desk: &Desk<'a>, subject: Subject<'a>, places: &BTreeMap<Period, Place<'a>>) -> Self {
        let programme = &desk.model.programmes[subject.programme].value;
        let readings = &desk.dynamics(subject.programme, subject.id).readings;
        let years = readings.iter().filter_map(|(period, reading)| {
            let collection = programme.collections.get(period)?;
            let (observation, place) =
                (collection.observations.get(subject.id), Arc::clone(places.get(period)?));
            Some(Year { period: *period, reading, collection, observation, place })
        });
        let passport = pages::passport(desk, subject).into_iter().map(|fact| {
            let links: Vec<String> = fact.links.into_iter().map(|link| link.title).collect();
            (fact.term, if links.is_empty() { fact.text } else { links.join("; ") })
        });
        let indicator = subject.indicator;
        Self {
            programme: subject.programme,
            programme_title: &programme.short,
            id: subject.id,
            indicator,
            formula: pages::formula(desk, subject),
            passport: passport.collect(),
            targets: indicator.targets.iter().map(|target| desk.bound(indicator, target.bound)).collect(),
            years: years.collect(),
            model: desk.model,
        }
    }
}

impl<'a> Year<'a> {
    /// The rows of a year: the district, then its parts where the set reaches so far.
    pub(super) fn rows<'r>(
        &'r self,
        series: &'r Series<'a>,
        scope: Scope<'_>,
    ) -> impl Iterator<Item = Row<'r, 'a>> + use<'r, 'a> {
        let stated = self.cell(Of::District).and_then(|cell| cell.note.as_deref());
        let total = Row {
            series,
            year: self,
            of: Of::District,
            amount: self.reading.total,
            attainment: &self.reading.attainment,
            change: self.reading.change.as_ref(),
            note: remark(self.reading.total, [self.observation.and_then(|it| it.note.as_deref()), stated]),
            line: self.line(self.cell(Of::District)),
            is_summed: self.reading.origin == TotalOrigin::Summed,
        };
        let part = move |of: Of<'a>, part: &'a Part| {
            let (amount, change, attainment) = (part.amount, part.change.as_ref(), &part.attainment);
            let cell = self.cell(of);
            let (line, is_summed) = (self.line(cell), cell.is_none());
            let note = remark(amount, [cell.and_then(|cell| cell.note.as_deref()), None]);
            Row { series, year: self, of, amount, attainment, change, note, line, is_summed }
        };
        let reading = self.reading;
        let organisations = reading.organisations.iter().map(move |(id, it)| part(Of::Organisation(id), it));
        let subjects = reading.subjects.iter().map(move |(id, it)| part(Of::Subject(id), it));
        let kinds = reading.kinds.iter().map(move |(id, it)| part(Of::Kind(id), it));
        let pairs = reading.pairs.iter().map(move |(id, it)| part(Of::Pair(id), it));
        let parts = organisations.chain(subjects).chain(kinds).chain(pairs);
        let most = if scope.has_parts() { usize::MAX } else { 0 };
        std::iter::once(total).chain(parts.take(most))
    }

    /// The cell of a part, where one was sent.
    fn cell(&self, of: Of<'_>) -> Option<&'a At<Cell>> {
        let observation = &self.observation?.value;
        match of {
            Of::District => observation.total.as_ref(),
            Of::Organisation(id) => observation.by_organisation.get(id),
            Of::Subject(id) => observation.by_subject.get(id),
            Of::Kind(id) => observation.by_kind.get(id),
            Of::Pair(pair) => observation.by_pair.get(pair),
        }
    }

    /// The line of a cell, else of the observation that it was added up from, else of the collection.
    fn line(&self, cell: Option<&At<Cell>>) -> usize {
        let observed = self.observation.map_or(self.collection.collected.span, |it| it.span);
        self.place.1.line(cell.map_or(observed, |cell| cell.span).start)
    }

    /// The file of the collection.
    pub fn file(&self) -> &'a str {
        self.place.0
    }
}

impl<'r, 'a> Row<'r, 'a> {
    /// The value, if it may be shown.
    pub fn value(&self) -> Option<Value> {
        self.amount.value()
    }

    /// Where a value that may be shown stands against its target.
    pub fn judged(&self) -> Option<&'a Attainment> {
        self.value().map(|_| self.attainment)
    }

    /// The id of what it is about; that of a pair is «organisation/subject».
    pub fn id(&self) -> Cow<'a, str> {
        match self.of {
            Of::District => Cow::Borrowed(""),
            Of::Organisation(id) => Cow::Borrowed(id.as_str()),
            Of::Subject(id) => Cow::Borrowed(id.as_str()),
            Of::Kind(id) => Cow::Borrowed(id.as_str()),
            Of::Pair((organisation, subject)) => Cow::Owned(format!("{organisation}/{subject}")),
        }
    }

    /// The name of what it is about; the district needs none.
    pub fn name(&self) -> Cow<'a, str> {
        let model = self.series.model;
        let organisation = |id: &Id<Organisation>| model.organisations[id].value.short.as_str();
        let subject = |id: &Id<SchoolSubject>| model.vocabulary.subjects[id].value.title.as_str();
        match self.of {
            Of::District => Cow::Borrowed(""),
            Of::Organisation(id) => Cow::Borrowed(organisation(id)),
            Of::Subject(id) => Cow::Borrowed(subject(id)),
            Of::Kind(id) => Cow::Borrowed(model.vocabulary.kinds[id].value.title.as_str()),
            Of::Pair((school, of)) => Cow::Owned(format!("{}, {}", organisation(school), subject(of))),
        }
    }

    /// What the values were taken from: the source of the collection, else the one of the passport.
    pub fn source(&self) -> String {
        polish(self.year.collection.source.as_ref().unwrap_or(&self.series.indicator.collecting.source))
    }

    /// The target in words.
    pub fn target(&self) -> Option<&'r str> {
        let by = self.attainment.target?.by;
        let mut targets = self.series.indicator.targets.iter().zip(&self.series.targets);
        targets.find(|(target, _)| target.by == by).map(|(_, words)| words.as_str())
    }
}

/// The first remark; none beside a hidden cell, since it may tell the number («было 8 из 26»).
fn remark(amount: Amount, remarks: [Option<&str>; 2]) -> Option<&str> {
    remarks.into_iter().flatten().next().filter(|_| amount != Amount::Hidden)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hidden_cell_keeps_its_remark_to_itself() {
        for (amount, remarks, expected) in [
            (Amount::NotReported, [Some("о годе"), Some("о значении")], Some("о годе")),
            (Amount::NotReported, [None, Some("о значении")], Some("о значении")),
            (Amount::NotReported, [None, None], None),
            (Amount::Hidden, [Some("было 8 из 26"), None], None),
            (Amount::Hidden, [None, Some("было 8 из 26")], None),
        ] {
            assert_eq!(remark(amount, remarks), expected, "{amount:?} {remarks:?}");
        }
    }
}
