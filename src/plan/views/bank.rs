//! The bank: cards, lists and the page of a practice.

use std::sync::Arc;

use serde::Serialize;

use super::{FacetGroupView, FacetView, Fact, FileView, IndicatorCardView, Link, PagerView};

/// A practice in a list.
#[derive(Clone, Debug, Serialize)]
pub struct CardView {
    /// Its title.
    pub title: String,
    /// Its address.
    pub href: String,
    /// For whom, and what changes.
    pub summary: String,
    /// «Школа № 7, 2023».
    pub origin: String,
    /// Subjects («любой предмет» when none) and levels, in words.
    pub scope: String,
    /// Topics as links.
    pub topics: Vec<Link>,
    /// Evidence level, 0–4.
    pub level: usize,
    /// «доказанность: 2 из 4».
    pub level_text: String,
    /// «требует подтверждения», when the review date has passed.
    pub stale: Option<String>,
}

/// A list of practices: the bank, or one facet of it.
#[derive(Clone, Debug, Serialize)]
pub struct BankView {
    /// A sentence below the heading; may be empty.
    pub intro: String,
    /// «Найдено 12 практик».
    pub count: String,
    /// Whether the search form stands here.
    pub searchable: bool,
    /// Other ways into the bank; on its first page only.
    pub ways: Vec<Link>,
    /// The finder with this facet chosen: where it is combined with others. It needs scripts, and they show it.
    pub combine: Option<String>,
    /// Ways to narrow the list, shared by all its pages. The template finds them drawn, in `parts.choices`.
    #[serde(skip)]
    pub facets: Arc<Vec<FacetGroupView>>,
    /// Practices of this page, shared by all lists. The template finds them drawn, in `parts.cards`.
    #[serde(skip)]
    pub cards: Vec<Arc<CardView>>,
    /// Other pages, if any.
    pub pager: Option<PagerView>,
}

/// An author's portrait.
#[derive(Clone, Debug, Serialize)]
pub struct PortraitView {
    /// The address of the picture.
    pub href: String,
    /// Points across.
    pub width: u32,
    /// Points down.
    pub height: u32,
    /// The author's name, or the role.
    pub author: String,
}

/// The individual route. Its choices are made in the browser.
#[derive(Clone, Debug, Serialize)]
pub struct RouteView {
    /// A sentence below the heading.
    pub intro: String,
    /// Subjects to choose from.
    pub subjects: Vec<OptionView>,
    /// Levels to choose from.
    pub levels: Vec<OptionView>,
    /// Difficulties to choose from.
    pub difficulties: Vec<OptionView>,
    /// The value of what suits every subject or level.
    pub any: &'static str,
    /// Pages of topics: the same way without scripts.
    pub topics: Vec<FacetView>,
}

/// Something to choose.
#[derive(Clone, Debug, Serialize)]
pub struct OptionView {
    /// Its name in addresses.
    pub id: String,
    /// In words.
    pub title: String,
}

/// A practice. The body and the table of contents stand beside it on the sheet.
#[derive(Clone, Debug, Serialize)]
pub struct PracticeView {
    /// Its name in an individual route; an archived one goes into none.
    pub id: Option<String>,
    /// For whom, and what changes.
    pub summary: String,
    /// «В архиве» or «Требует подтверждения …», shown above everything.
    pub warning: Option<String>,
    /// For whom, and with what it helps.
    pub answers: Vec<Fact>,
    /// Organisation, authors, year, form, date of review.
    pub facts: Vec<Fact>,
    /// Portraits of authors who consent to it.
    pub portraits: Vec<PortraitView>,
    /// The first three steps.
    pub first_steps: Vec<String>,
    /// Effort and duration.
    pub effort: Vec<Fact>,
    /// What can be taken ready-made.
    pub take: Vec<TakeView>,
    /// What must be there.
    pub conditions: Vec<String>,
    /// What may go wrong, and what to do.
    pub risks: Vec<String>,
    /// The evidence.
    pub evidence: EvidenceView,
    /// Who took it, and what came of it: organisation, year, outcome.
    pub adoptions: Vec<AdoptionView>,
    /// Indicators that it improves, as they stand today.
    pub improves: Vec<IndicatorCardView>,
    /// Recommendations that point to it.
    pub recommended: Vec<Link>,
    /// Related practices, each with the reason.
    pub related: Vec<RelatedView>,
    /// Files beside the text.
    pub files: Vec<FileView>,
    /// How to cite it.
    pub cite: String,
    /// When it was changed, the newest first; empty where that says no more than the page's own date.
    pub history: Vec<ChangeView>,
}

/// One change of a practice.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeView {
    /// The day in words.
    pub date: String,
    /// What was changed; may be empty.
    pub what: String,
}

/// Something that can be taken ready-made.
#[derive(Clone, Debug, Serialize)]
pub struct TakeView {
    /// What it is.
    pub text: String,
    /// The file, if there is one, under the same title.
    pub file: Option<FileView>,
}

/// The evidence of a practice.
#[derive(Clone, Debug, Serialize)]
pub struct EvidenceView {
    /// 0–4.
    pub level: usize,
    /// «уровень 2 из 4: собственный мониторинг и три организации».
    pub text: String,
    /// Each kind of fact, and whether it stands.
    pub facts: Vec<EvidenceFactView>,
    /// What came of it, in the authors' words.
    pub result: Option<String>,
}

/// One kind of fact.
#[derive(Clone, Debug, Serialize)]
pub struct EvidenceFactView {
    /// In words.
    pub text: String,
    /// Whether it stands.
    pub met: bool,
}

/// Somebody took a practice.
#[derive(Clone, Debug, Serialize)]
pub struct AdoptionView {
    /// Who.
    pub organisation: Link,
    /// When.
    pub year: String,
    /// What came of it.
    pub outcome: String,
}

/// A related practice.
#[derive(Clone, Debug, Serialize)]
pub struct RelatedView {
    /// The practice.
    pub link: Link,
    /// «тот же дефицит, другой предмет».
    pub why: String,
}
