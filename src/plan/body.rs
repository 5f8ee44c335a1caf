//! A Markdown text with everything that it takes from the site: addresses of its links, values, figures.
//!
//! What a bound value says is decided here; the drawing only puts it where it belongs.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::analysis::{Amount, Attainment, Change};
use crate::diag::At;
use crate::model::{
    Binding, Breakdown, Field, Figure, Heading, Id, Indicator, LinkTarget, PartOf, Prose, Said, Term,
    ThingKind,
};
use crate::source::TextFolder;
use crate::words::Typographer;

use super::desk::Desk;
use super::figure::ChartSpec;
use super::files::ShownPicture;
use super::route;
use super::sentence::Subject;
use super::terms::Terms;
use super::views::{FindingView, TableView};

/// A text ready to be drawn. Keys are byte offsets at which the thing begins in the text.
#[derive(Debug)]
pub struct Body<'a> {
    /// The Markdown.
    pub text: &'a str,
    /// Its headings, with their anchors, in order.
    pub headings: &'a [Heading],
    /// Addresses of links and pictures.
    pub links: BTreeMap<usize, Address>,
    /// What bound values say.
    pub values: BTreeMap<usize, BoundValue>,
    /// What bound figures show.
    pub figures: BTreeMap<usize, BoundFigure>,
    /// Terms to be explained where the text first uses them.
    pub terms: Option<Arc<Terms>>,
    /// Those of them whose words mean something else here.
    pub no_terms: &'a [At<Id<Term>>],
}

impl Body<'_> {
    /// What a heading says, with its values, as it is set on the page.
    pub fn title(&self, heading: &Heading) -> String {
        let mut typographer = Typographer::default();
        let mut say = |said: &Said| match said {
            Said::Words(words) => typographer.set(words),
            Said::Value(at) => {
                typographer.pass();
                self.values.get(at).map_or_else(String::new, |value| value.text.clone())
            }
        };
        heading.says.iter().map(&mut say).collect()
    }
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// From the site's root.
    Internal(String),
    /// On the same page.
    Anchor(String),
    /// Another site.
    Foreign(String),
    /// A picture of the site, shown here.
    Picture(ShownPicture),
    /// A file that is not published, because somebody on it does not consent to it.
    Withdrawn,
}

/// What a bound value says, and where its number comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoundValue {
    /// The text.
    pub text: String,
    /// «откуда число».
    pub origin: String,
}

/// What a bound figure shows.
#[derive(Debug)]
pub enum BoundFigure {
    /// A chart.
    Chart(Box<ChartSpec>),
    /// A table.
    Table(TableView),
    /// Findings.
    Findings(Vec<FindingView>),
}

impl<'a> Desk<'a> {
    /// Resolves a text.
    pub fn body(&self, prose: &'a Prose, folder: TextFolder, id: &str) -> Body<'a> {
        let links = prose
            .links
            .iter()
            .filter_map(|(range, target)| {
                let withdrawn =
                    matches!(target, LinkTarget::File(name) | LinkTarget::Picture(name) if self.is_withheld(prose, (folder, id), name));
                let address =
                    if withdrawn { Some(Address::Withdrawn) } else { self.address(target, folder, id) };
                Some((range.start, address?))
            })
            .collect();
        let values = prose
            .bindings
            .iter()
            .filter_map(|(range, binding)| Some((range.start, self.bound_value(binding)?)))
            .chain(self.mentions(prose, &route::text(folder, id)))
            .collect();
        let figures = prose
            .figures
            .iter()
            .filter_map(|(range, figure)| Some((range.start, self.bound_figure(figure)?)))
            .collect();
        // A document is shown in its own words and no others; the home page only greets.
        let is_explained = folder != TextFolder::Documents && (folder, id) != (TextFolder::Pages, "home");
        let terms = is_explained.then(|| Arc::clone(&self.terms));
        let (text, headings, no_terms) = (&prose.text, &prose.headings, &prose.no_terms);
        Body { text, headings, links, values, figures, terms, no_terms }
    }

    /// What the text says of people; no line of data stands behind it.
    fn mentions(&self, prose: &Prose, href: &str) -> impl Iterator<Item = (usize, BoundValue)> {
        let value = |mention| BoundValue { text: self.mention(mention, href), origin: String::new() };
        prose.mentions.iter().map(move |(range, mention)| (range.start, value(mention)))
    }

    fn address(&self, target: &LinkTarget, folder: TextFolder, owner: &str) -> Option<Address> {
        Some(match target {
            LinkTarget::Foreign(address) => Address::Foreign(address.clone()),
            LinkTarget::Anchor(anchor) => Address::Anchor(anchor.clone()),
            LinkTarget::File(name) => Address::Internal(self.file(folder, owner, name)),
            LinkTarget::Picture(name) => Address::Picture(self.picture(folder, owner, name)?),
            LinkTarget::Thing(kind, id, anchor) => {
                let href = match kind {
                    ThingKind::Indicator => {
                        let id = Id::<Indicator>::parse(id)?;
                        route::indicator(self.programme_of(&id)?.0, &id)
                    }
                    _ => route::thing(*kind, id)?,
                };
                let anchor = anchor.as_ref().map_or_else(String::new, |anchor| format!("#{anchor}"));
                Address::Internal(format!("{href}{anchor}"))
            }
        })
    }

    /// An indicator named in a text, with its programme.
    pub fn subject(&self, name: &str) -> Option<Subject<'a>> {
        let id = Id::<Indicator>::parse(name)?;
        let (programme, row) = self.programme_of(&id)?;
        let (id, indicator) = row.indicators.iter().find(|(other, _)| **other == id)?;
        Some(Subject { programme, id, indicator: &indicator.value })
    }

    fn bound_value(&self, binding: &Binding) -> Option<BoundValue> {
        let subject = self.subject(&binding.indicator)?;
        let reading = self.reading(subject.programme, subject.id, binding.period)?;
        let organisation = binding.organisation.as_ref().map(|name| Id::parse(name));
        let (amount, attainment, change) = match &organisation {
            None => (reading.total, &reading.attainment, reading.change.as_ref()),
            Some(id) => {
                let part = reading.organisations.get(id.as_ref()?)?;
                (part.amount, &part.attainment, part.change.as_ref())
            }
        };
        let whose = organisation.iter().flatten().next().map(PartOf::Organisation);
        let text = self.field(subject.indicator, binding.field, (amount, attainment, change));
        Some(BoundValue { text, origin: self.origin(subject, binding.period, whose) })
    }

    fn field(
        &self,
        indicator: &Indicator,
        field: Field,
        (amount, attainment, change): (Amount, &Attainment, Option<&Change>),
    ) -> String {
        let share = match amount.value() {
            Some(crate::model::Value::Share(share)) => Some(share),
            _ => None,
        };
        match field {
            _ if amount.is_hidden() && field != Field::Target => self.amount(indicator, amount),
            Field::Whole => self.whole(indicator, amount),
            Field::Percent => self.amount(indicator, amount),
            Field::Numerator => {
                share.map_or_else(|| self.amount(indicator, amount), |share| share.n().to_string())
            }
            Field::Denominator => {
                share.map_or_else(|| self.amount(indicator, amount), |share| share.of().to_string())
            }
            Field::Target => attainment
                .target
                .map_or_else(|| self.word("status-no-target"), |target| self.bound(indicator, target.bound)),
            // Without a gap the status says why: the target is met, there is none, there are no data.
            Field::Gap => attainment
                .gap
                .map_or_else(|| self.status(attainment.status).text, |gap| self.distance(indicator, gap)),
            Field::People => {
                self.missing(indicator, attainment).unwrap_or_else(|| self.status(attainment.status).text)
            }
            Field::Change => change.map_or_else(
                || self.word("no-change-known"),
                |change| self.difference(indicator, change.difference),
            ),
            Field::Status => self.status(attainment.status).text,
        }
    }

    fn bound_figure(&self, figure: &Figure) -> Option<BoundFigure> {
        match figure {
            Figure::Chart { indicator, by } => {
                let subject = self.subject(indicator)?;
                let spec = match by {
                    None => self.dynamics_chart(subject),
                    Some((Breakdown::Organisation, period)) => self.organisations_chart(subject, *period),
                    Some((Breakdown::Subject, period)) => self.subjects_chart(subject, *period),
                    Some((Breakdown::Kind, period)) => self.kinds_chart(subject, *period),
                    Some((Breakdown::OrganisationSubject, period)) => self.pairs_chart(subject, *period),
                };
                Some(BoundFigure::Chart(Box::new(spec?)))
            }
            Figure::Table { indicators, periods } => {
                let subjects: Vec<Subject<'_>> =
                    indicators.iter().filter_map(|name| self.subject(name)).collect();
                Some(BoundFigure::Table(self.values_table(&subjects, periods)))
            }
            Figure::Findings { period, kind } => {
                let found = self.model.programmes.iter().flat_map(|(programme, _)| {
                    let findings = self.analysis_of(programme).findings.get(period);
                    findings
                        .into_iter()
                        .flatten()
                        .filter(|finding| finding.kind == *kind)
                        .map(|finding| self.finding_view(programme, finding))
                });
                Some(BoundFigure::Findings(found.collect()))
            }
        }
    }
}
