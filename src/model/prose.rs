//! Markdown that was read once for what it refers to.
//!
//! Apart from the rendering, because links, pictures and bound values must be judged before anything is drawn. The
//! text is kept and parsed again when it is drawn: parsing costs less than keeping the events.

use std::ops::Range;

use crate::diag::{At, FileId, Span};

use super::{Breakdown, Category, Id, Period, Person, Portrayal, Term};

/// What a link of the text asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// Something of the site by kind and id, with an optional anchor: `practice:reading-pairs#steps`.
    Thing(ThingKind, String, Option<String>),
    /// A heading of the same text: `#steps`.
    Anchor(String),
    /// A file beside the text.
    File(String),
    /// A picture beside the text, shown in it.
    Picture(String),
    /// Another site: https, http, mailto or tel.
    Foreign(String),
}

/// The kinds of things that a text can link to by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ThingKind {
    /// `practice:`
    Practice,
    /// `indicator:`
    Indicator,
    /// `topic:`
    Topic,
    /// `document:`
    Document,
    /// `report:`
    Report,
    /// `page:`
    Page,
    /// `organisation:`
    Organisation,
    /// `recommendation:`
    Recommendation,
    /// `register:`
    Register,
    /// `association:`
    Association,
}

/// The kinds of things by the scheme under which a text links to them.
pub const THINGS: [(&str, ThingKind); 10] = [
    ("practice", ThingKind::Practice),
    ("indicator", ThingKind::Indicator),
    ("topic", ThingKind::Topic),
    ("document", ThingKind::Document),
    ("report", ThingKind::Report),
    ("page", ThingKind::Page),
    ("organisation", ThingKind::Organisation),
    ("recommendation", ThingKind::Recommendation),
    ("register", ThingKind::Register),
    ("association", ThingKind::Association),
];

/// One field of an observed value that a text shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// «65,4 % (34 из 52)».
    Whole,
    /// «65,4 %».
    Percent,
    /// The numerator.
    Numerator,
    /// The denominator.
    Denominator,
    /// The target of the year.
    Target,
    /// The gap to it in points.
    Gap,
    /// The gap in people.
    People,
    /// The change against the year before.
    Change,
    /// The status in words.
    Status,
}

/// A value of the data that a text shows: `=young-support 2024 school-3 .percent`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The indicator's id.
    pub indicator: String,
    /// The period.
    pub period: Period,
    /// The organisation's id, if not the whole district.
    pub organisation: Option<String>,
    /// What of the value is shown.
    pub field: Field,
}

/// Where a text says something of a person: `=person p-12`, `=person p-12 .contact`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Who.
    pub person: Id<Person>,
    /// The name or the contact.
    pub says: Category,
}

/// A figure of the data that a text shows: a fenced block `chart`, `table` or `findings`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// The dynamics of an indicator, or its breakdown for a period.
    Chart {
        /// The indicator's id.
        indicator: String,
        /// Break down this period; without it the dynamics are drawn.
        by: Option<(Breakdown, Period)>,
    },
    /// Values of indicators by periods.
    Table {
        /// Ids of indicators.
        indicators: Vec<String>,
        /// Periods.
        periods: Vec<Period>,
    },
    /// Findings of a period.
    Findings {
        /// The period.
        period: Period,
        /// Which of them.
        kind: FindingKind,
    },
}

/// The kinds of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingKind {
    /// Проблемная зона.
    Problem,
    /// Сильная сторона.
    Strength,
    /// Нет данных.
    Missing,
}

/// A heading with the anchor it will have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 2–4.
    pub level: u8,
    /// What it says, in order.
    pub says: Vec<Said>,
    /// Its anchor, unique on the page; made of its words alone.
    pub anchor: String,
}

/// A piece of a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Words as they were typed.
    Words(String),
    /// A bound value or a mention, by the place where it begins in the text.
    Value(usize),
}

/// A Markdown text with all that it refers to. Ranges are byte offsets into `text`.
#[derive(Debug, Default)]
pub struct Prose {
    /// The text, cleaned; its first byte stands at `start` of its file.
    pub text: String,
    /// Where the text begins.
    pub origin: Option<Span>,
    /// Headings in order.
    pub headings: Vec<Heading>,
    /// Links in order, with the range of the whole link.
    pub links: Vec<(Range<usize>, LinkTarget)>,
    /// Bound values in order.
    pub bindings: Vec<(Range<usize>, Binding)>,
    /// Bound figures in order.
    pub figures: Vec<(Range<usize>, Figure)>,
    /// Mentions of people in order.
    pub mentions: Vec<(Range<usize>, Mention)>,
    /// Files beside the text on which people can be recognised.
    pub portrayals: Vec<Portrayal>,
    /// Terms of the glossary whose words mean something else here.
    pub no_terms: Vec<At<Id<Term>>>,
}

impl Prose {
    /// The place of a range of the text in its file.
    pub fn span(&self, range: &Range<usize>) -> Span {
        let origin = self.origin.unwrap_or(Span::new(FileId(0), 0..0));
        Span::new(origin.file, range.clone()).shifted(origin.start as usize)
    }

    /// A range as a value at its place.
    pub fn at<T>(&self, range: &Range<usize>, value: T) -> At<T> {
        At::new(value, self.span(range))
    }
}
