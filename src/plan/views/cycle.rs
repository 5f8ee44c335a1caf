//! The management cycle: programmes, indicators, findings, recommendations, actions, evidence, organisations.

use std::sync::Arc;

use serde::Serialize;

use super::{CardView, Fact, FileView, Group, Link, NoteView, StatusView, TableView};

/// An indicator in a list.
#[derive(Clone, Debug, Serialize)]
pub struct IndicatorCardView {
    /// Its number.
    pub number: String,
    /// A few words.
    pub short: String,
    /// Full wording.
    pub title: String,
    /// Its address.
    pub href: String,
    /// «65,4 %».
    pub value: String,
    /// «34 из 52».
    pub counted: String,
    /// «цель 2024 года: не менее 70 %», empty when there is none.
    pub target: String,
    /// The status.
    pub status: StatusView,
    /// «+5,1 п. п. к 2023 году», empty when there is none.
    pub change: String,
    /// 0–100: how far the bar is filled, for shares.
    pub bar: Option<f64>,
    /// 0–100: where the target stands on the bar.
    pub bar_target: Option<f64>,
}

/// A recommendation without grounds.
#[derive(Clone, Debug, Serialize)]
pub struct GroundlessView {
    /// The recommendations that have grounds.
    pub others: Link,
}

/// A recommendation in a list.
#[derive(Clone, Debug, Serialize)]
pub struct AdviceCardView {
    /// Its title.
    pub title: String,
    /// Its address.
    pub href: String,
    /// «Кому: руководителям организаций».
    pub addressee: String,
    /// The reason, in one sentence with numbers.
    pub because: String,
    /// Its date in words.
    pub date: String,
    /// Practices that it offers.
    pub practices: Vec<Link>,
}

/// A finding.
#[derive(Clone, Debug, Serialize)]
pub struct FindingView {
    /// Anchor on the page of findings.
    pub anchor: String,
    /// The finding in one sentence with numbers.
    pub sentence: String,
    /// About whom: a link to the organisation, or to the indicator.
    pub about: Link,
    /// The indicator.
    pub indicator: Link,
    /// Recommendations that answer it.
    pub answers: Vec<Link>,
}

/// A step of the cycle.
#[derive(Clone, Debug, Serialize)]
pub struct StepView {
    /// 0–9.
    pub number: usize,
    /// Its name.
    pub title: String,
    /// Where its evidence is.
    pub href: String,
    /// «18 показателей», «28 января 2025 года».
    pub state: String,
    /// Whether there is evidence.
    pub done: bool,
}

/// One line of the evidence map.
#[derive(Clone, Debug, Serialize)]
pub struct EvidenceRow {
    /// Number of the position.
    pub number: String,
    /// Name of the step or position.
    pub title: String,
    /// What the expert checks.
    pub checks: String,
    /// Points, in words; empty when unknown.
    pub points: String,
    /// Evidence: document or page with its № and date.
    pub evidence: Vec<EvidenceItem>,
}

/// One piece of evidence.
#[derive(Clone, Debug, Serialize)]
pub struct EvidenceItem {
    /// What it is.
    pub title: String,
    /// Its address.
    pub href: String,
    /// «№ 60/1 от 30 июля 2021 года», or a date; may be empty.
    pub requisites: String,
}

/// A programme.
#[derive(Clone, Debug, Serialize)]
pub struct ProgrammeView {
    /// «Концепция».
    pub kind: String,
    /// One to three sentences.
    pub summary: String,
    /// Document, years, operator.
    pub facts: Vec<Fact>,
    /// The state of the cycle.
    pub steps: Vec<StepView>,
    /// «8 показателей достигли цели …».
    pub state: String,
    /// Indicators by goal.
    pub goals: Vec<Group<IndicatorCardView>>,
    /// Expected results.
    pub results: Vec<String>,
    /// Downloads.
    pub files: Vec<FileView>,
}

/// Goals: each with its problem and indicators.
#[derive(Clone, Debug, Serialize)]
pub struct GoalsView {
    /// A sentence below the heading.
    pub intro: String,
    /// Goals.
    pub goals: Vec<GoalView>,
}

/// A goal.
#[derive(Clone, Debug, Serialize)]
pub struct GoalView {
    /// Its id.
    pub anchor: String,
    /// Its number.
    pub number: String,
    /// Its wording.
    pub title: String,
    /// The problem that justifies it.
    pub problem: String,
    /// Where the problem is stated.
    pub basis: String,
    /// Its indicators.
    pub indicators: Vec<Link>,
    /// Why there are none.
    pub without: Option<String>,
}

/// A page made of tables: indicators with passports, methods of collection, monitoring, calendar.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TablesView {
    /// A sentence below the heading.
    pub intro: String,
    /// Pages that say more.
    pub more: Vec<Link>,
    /// Tables, each with a heading.
    pub tables: Vec<Group<TableView>>,
    /// Downloads.
    pub files: Vec<FileView>,
}

/// An indicator. Charts stand beside it on the sheet: `dynamics`, `organisations`, `subjects`.
#[derive(Clone, Debug, Serialize)]
pub struct IndicatorView {
    /// Its number.
    pub number: String,
    /// The value now: card with status, target and change.
    pub card: IndicatorCardView,
    /// «Данные за 2024 год: отчитались 23 из 25 организаций».
    pub coverage: String,
    /// What the numbers say, in sentences: status with its inputs, change, trend.
    pub sentences: Vec<String>,
    /// The inputs of the status.
    pub inputs: Vec<Fact>,
    /// Dynamics as a table (twin of the chart).
    pub dynamics: TableView,
    /// Organisations as a table (twin of the chart).
    pub organisations: Option<TableView>,
    /// Subjects as a table (twin of the chart).
    pub subjects: Option<TableView>,
    /// Kinds of organisations as a table.
    pub kinds: Option<TableView>,
    /// Organisations by subject as a table (twin of the chart).
    pub pairs: Option<TableView>,
    /// The passport.
    pub passport: Vec<Fact>,
    /// Findings about it in the latest period.
    pub findings: Vec<FindingView>,
    /// Recommendations about it.
    pub advice: Vec<AdviceCardView>,
    /// Practices that improve it.
    pub practices: Vec<Arc<CardView>>,
    /// Downloads.
    pub files: Vec<FileView>,
    /// What the data say about the numbers of the tables.
    pub notes: Vec<NoteView>,
    /// Where the numbers come from: formulas, files and lines, by period and by organisation.
    pub origins: Vec<TableView>,
    /// The indicators before and after it.
    pub neighbours: Vec<Link>,
}

/// Findings of a period, by kind.
#[derive(Clone, Debug, Serialize)]
pub struct FindingsView {
    /// A sentence below the heading.
    pub intro: String,
    /// Other periods.
    pub periods: Vec<Link>,
    /// Organisations alike, where the programme groups them.
    pub clusters: Option<Link>,
    /// Problem zones, strengths, missing data.
    pub groups: Vec<Group<FindingView>>,
}

/// Recommendations, by addressee.
#[derive(Clone, Debug, Serialize)]
pub struct AdviceListView {
    /// A sentence below the heading.
    pub intro: String,
    /// By period and addressee.
    pub groups: Vec<Group<AdviceCardView>>,
}

/// A recommendation. The body stands beside it on the sheet.
#[derive(Clone, Debug, Serialize)]
pub struct AdviceView {
    /// «руководителям организаций»; empty where the names say all.
    pub addressee: String,
    /// Those addressed by name: organisations, or the association.
    pub named: Vec<Link>,
    /// The reasons: sentences with numbers; never empty.
    pub because: Vec<FindingView>,
    /// Date, deadline, indicators, programme.
    pub facts: Vec<Fact>,
    /// Practices, each with the reason.
    pub practices: Vec<OfferedView>,
    /// Measures that carried it out.
    pub measures: Vec<Link>,
}

/// A practice that a recommendation offers.
#[derive(Clone, Debug, Serialize)]
pub struct OfferedView {
    /// The practice.
    pub card: Arc<CardView>,
    /// Why it is offered.
    pub why: String,
}

/// A page of entries: measures, decisions, effects.
#[derive(Clone, Debug, Serialize)]
pub struct EntriesView {
    /// A sentence below the heading.
    pub intro: String,
    /// Entries by group; a single group may have an empty title.
    pub groups: Vec<Group<EntryView>>,
}

/// One measure, decision or effect.
#[derive(Clone, Debug, Serialize)]
pub struct EntryView {
    /// Its anchor.
    pub anchor: String,
    /// Its title.
    pub title: String,
    /// A badge, such as the kind of decision or the verdict.
    pub badge: Option<StatusView>,
    /// Its date in words.
    pub date: String,
    /// What happened, or what exactly.
    pub text: String,
    /// Everything else.
    pub facts: Vec<Fact>,
    /// Before and after, for effects.
    pub table: Option<TableView>,
}

/// The evidence map.
#[derive(Clone, Debug, Serialize)]
pub struct EvidenceMapView {
    /// A sentence below the heading.
    pub intro: String,
    /// Where the positions come from.
    pub source: String,
    /// The positions in order.
    pub rows: Vec<EvidenceRow>,
}

/// An organisation.
#[derive(Clone, Debug, Serialize)]
pub struct OrganisationView {
    /// Full name, kind, staff.
    pub facts: Vec<Fact>,
    /// One or two sentences a programme: where it stands.
    pub sentences: Vec<String>,
    /// What the data say about their numbers.
    pub notes: Vec<NoteView>,
    /// Its indicators by programme.
    pub passports: Vec<PassportView>,
    /// Findings about it.
    pub findings: Vec<FindingView>,
    /// What is recommended to it.
    pub advice: Vec<AdviceCardView>,
    /// Its practices.
    pub practices: Vec<Arc<CardView>>,
    /// Practices of others that it took.
    pub adopted: Vec<Link>,
}

/// The indicators of an organisation in one programme.
#[derive(Clone, Debug, Serialize)]
pub struct PassportView {
    /// The programme's short name, and its address.
    pub programme: Link,
    /// Values against target, district and organisations alike.
    pub table: TableView,
    /// What became better or worse beyond chance, in sentences; else one that says so.
    pub changes: Vec<String>,
    /// «Нет сведений за 2024 год: 3. Адресные курсы.», empty when everything was sent.
    pub gaps: String,
}
