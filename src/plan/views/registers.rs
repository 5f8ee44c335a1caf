//! Registers and topics: what the bank is joined with.

use std::sync::Arc;

use serde::Serialize;

use super::{
    AdviceCardView, CardView, Fact, Group, IndicatorCardView, Link, StatusView, TableView, TermView, TocItem,
};

/// An entry of a register in a list.
#[derive(Clone, Debug, Serialize)]
pub struct EntryLineView {
    /// Its name and address.
    pub link: Link,
    /// «завершено».
    pub badge: Option<StatusView>,
    /// Whose it is, or whom it is for.
    pub about: String,
    /// What it gives; may be empty.
    pub summary: String,
    /// What is said of it.
    pub facts: Vec<Fact>,
    /// Its topics.
    pub topics: Vec<Link>,
}

/// A register: internship sites, courses, associations.
#[derive(Clone, Debug, Serialize)]
pub struct RegisterView {
    /// What it is for.
    pub intro: String,
    /// The document that it rests on.
    pub source: Option<Link>,
    /// Its entries by topic; a single group may have an empty title.
    pub groups: Vec<Group<EntryLineView>>,
}

/// An entry of a register. A group without items is not shown.
#[derive(Clone, Debug, Serialize)]
pub struct RegisterEntryView {
    /// What it is: «Стажировочная площадка».
    pub kind: String,
    /// «завершено».
    pub badge: Option<StatusView>,
    /// What it gives; may be empty.
    pub summary: String,
    /// Everything that is said of it.
    pub facts: Vec<Fact>,
    /// Practices that it shows or holds up.
    pub practices: Group<Arc<CardView>>,
    /// All practices, when not all are shown.
    pub all: Option<Link>,
    /// Recommendations that concern it.
    pub advice: Group<AdviceCardView>,
    /// Indicators that it works for.
    pub indicators: Vec<IndicatorCardView>,
    /// Entries near to it in the register.
    pub others: Vec<EntryLineView>,
}

/// Everything on one difficulty.
#[derive(Clone, Debug, Serialize)]
pub struct TopicView {
    /// What the difficulty is; may be empty.
    pub summary: String,
    /// «Ищут также: …»; may be empty.
    pub synonyms: String,
    /// The parts that follow, without the empty ones.
    pub contents: Vec<TocItem>,
    /// The practices to begin with.
    pub practices: Group<Arc<CardView>>,
    /// In which order they stand.
    pub order: String,
    /// All practices of the topic, when not all are shown.
    pub all: Option<Link>,
    /// Where to learn: entries by register, then associations.
    pub learning: Group<Group<EntryLineView>>,
    /// How the district stands.
    pub indicators: Group<IndicatorCardView>,
    /// The same as a table, where they are of several programmes.
    pub side_by_side: Option<TableView>,
    /// What is recommended.
    pub advice: Group<AdviceCardView>,
    /// Terms that belong to it.
    pub terms: Group<TermView>,
}
