//! What every page says: plain typed data, ready to be shown.
//!
//! A template sees these types and nothing else. All texts are final: numbers formatted, dates in words, quotes and
//! spaces set. Addresses (`href`) are relative to the site's root; a template writes `{{ root }}{{ link.href }}`.

use std::sync::Arc;

use serde::Serialize;

/// A link.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Link {
    /// Its text.
    pub title: String,
    /// Its address from the site's root.
    pub href: String,
}

/// What all pages share.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    /// The site's name.
    pub title: String,
    /// BCP 47 tag.
    pub language: String,
    /// Whether every page says that the values are a demonstration.
    pub demo: bool,
    /// The build's date in words.
    pub date: String,
    /// The year, for the footer.
    pub year: i16,
    /// Address of the published site, with a final slash.
    pub base_url: String,
    /// Main navigation.
    pub nav: Vec<NavItem>,
    /// Links of the footer.
    pub footer: Vec<Link>,
    /// Whose site it is.
    pub operator: OperatorView,
}

/// One item of the main navigation.
#[derive(Clone, Debug, Serialize)]
pub struct NavItem {
    /// Compared with `head.section` to mark the current one.
    pub key: String,
    /// Its text.
    pub title: String,
    /// Its address.
    pub href: String,
}

/// Whose site it is.
#[derive(Clone, Debug, Serialize)]
pub struct OperatorView {
    /// Full name.
    pub name: String,
    /// Short name.
    pub short: String,
    /// Contact lines: address, telephone, e-mail, hours.
    pub contacts: Vec<Fact>,
}

/// What the head of every page needs.
#[derive(Clone, Debug, Serialize)]
pub struct Head {
    /// Title of the page (the first heading).
    pub title: String,
    /// One sentence for search engines and feeds.
    pub description: String,
    /// Absolute address.
    pub canonical: String,
    /// Key of the current item of the navigation.
    pub section: String,
    /// The way here, without the page itself; empty on the home page.
    pub crumbs: Vec<Link>,
    /// «данные на 20 декабря 2024 года», where the page shows data.
    pub data_date: Option<String>,
    /// Date of the page's last change, in words.
    pub updated: Option<String>,
}

/// A term and what is said of it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Fact {
    /// The term.
    pub term: String,
    /// Plain text; may be empty when there are links.
    pub text: String,
    /// Links, shown after the text, joined by commas.
    pub links: Vec<Link>,
}

/// A table. Wide ones scroll in a box of their own.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TableView {
    /// What it shows.
    pub caption: String,
    /// Column heads.
    pub columns: Vec<ColumnView>,
    /// Rows. The first cell of a row is its head.
    pub rows: Vec<RowView>,
    /// Notes below.
    pub notes: Vec<String>,
}

/// A column's head.
#[derive(Clone, Debug, Serialize)]
pub struct ColumnView {
    /// Its text.
    pub title: String,
    /// Whether its cells are aligned as numbers.
    pub numeric: bool,
}

/// A row.
#[derive(Clone, Debug, Serialize)]
pub struct RowView {
    /// Its cells, as many as there are columns.
    pub cells: Vec<CellView>,
    /// A total stands out.
    pub total: bool,
}

/// A cell.
#[derive(Clone, Debug, Default, Serialize)]
pub struct CellView {
    /// Its text.
    pub text: String,
    /// A link around the text.
    pub href: Option<String>,
    /// A small remark under it.
    pub note: Option<String>,
    /// A status to be shown as a badge instead of plain text.
    pub status: Option<StatusView>,
}

/// A status: its key is a class, its text is always shown.
#[derive(Clone, Debug, Default, Serialize)]
pub struct StatusView {
    /// `reached`, `on-the-way`, `behind`, `far-behind`, `no-target`, `no-data`, `too-few`; for comparisons and
    /// verdicts `good`, `poor`, `plain`.
    pub key: String,
    /// In words.
    pub text: String,
}

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

/// A choice in a list of choices.
#[derive(Clone, Debug, Serialize)]
pub struct FacetView {
    /// Its text.
    pub title: String,
    /// Its address.
    pub href: String,
    /// How many practices.
    pub count: usize,
    /// Whether it is the page shown.
    pub current: bool,
}

/// Choices of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct FacetGroupView {
    /// «Предмет».
    pub title: String,
    /// Choices.
    pub facets: Vec<FacetView>,
}

/// The pages of a long list.
#[derive(Clone, Debug, Serialize)]
pub struct PagerView {
    /// Number of this page, from 1.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
    /// The page before.
    pub previous: Option<Link>,
    /// The page after.
    pub next: Option<Link>,
    /// Numbered links around this page; an empty address is the page itself, an empty title a gap.
    pub links: Vec<Link>,
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

/// A heading in a table of contents.
#[derive(Clone, Debug, Serialize)]
pub struct TocItem {
    /// 2–4.
    pub level: u8,
    /// Its text.
    pub title: String,
    /// Its anchor.
    pub anchor: String,
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

/// A titled group of anything.
#[derive(Clone, Debug, Serialize)]
pub struct Group<T> {
    /// Its heading.
    pub title: String,
    /// An anchor for the heading.
    pub anchor: String,
    /// What is in it.
    pub items: Vec<T>,
}

/// Home.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// Programmes with their cycles and key indicators.
    pub programmes: Vec<HomeProgramme>,
    /// Numbers that say how large it all is: «40 практик», «25 организаций».
    pub counts: Vec<Fact>,
    /// Topics as entries to the bank.
    pub topics: Vec<FacetView>,
    /// Practices added last.
    pub recent: Vec<Arc<CardView>>,
    /// The newest recommendations.
    pub advice: Vec<AdviceCardView>,
}

/// A programme on the home page.
#[derive(Clone, Debug, Serialize)]
pub struct HomeProgramme {
    /// Its name and address.
    pub link: Link,
    /// One to three sentences.
    pub summary: String,
    /// The state of the cycle.
    pub steps: Vec<StepView>,
    /// «8 показателей достигли цели, 4 отстают …».
    pub state: String,
    /// Key indicators: the gravest first, then the best.
    pub indicators: Vec<IndicatorCardView>,
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
    /// Ways to narrow the list.
    pub facets: Vec<FacetGroupView>,
    /// Practices of this page.
    pub cards: Vec<Arc<CardView>>,
    /// Other pages, if any.
    pub pager: Option<PagerView>,
}

/// A practice. The body and the table of contents stand beside it on the sheet.
#[derive(Clone, Debug, Serialize)]
pub struct PracticeView {
    /// For whom, and what changes.
    pub summary: String,
    /// «В архиве» or «Требует подтверждения …», shown above everything.
    pub warning: Option<String>,
    /// Organisation, authors, year, subjects, levels, audiences, form, topics.
    pub facts: Vec<Fact>,
    /// The first three steps.
    pub first_steps: Vec<String>,
    /// Effort and duration.
    pub effort: Vec<Fact>,
    /// What can be taken ready-made.
    pub take: Vec<String>,
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

/// A file to download.
#[derive(Clone, Debug, Serialize)]
pub struct FileView {
    /// Its name and address.
    pub link: Link,
    /// «CSV, 2 КБ».
    pub about: String,
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
#[derive(Clone, Debug, Serialize)]
pub struct TablesView {
    /// A sentence below the heading.
    pub intro: String,
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
    /// Where the numbers come from: file and line by period.
    pub origins: Vec<Fact>,
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
    /// «руководителям организаций».
    pub addressee: String,
    /// Organisations addressed by name.
    pub organisations: Vec<Link>,
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
    /// One or two sentences: where it stands.
    pub sentences: Vec<String>,
    /// Its indicators against the target and the district.
    pub indicators: Vec<TableView>,
    /// Findings about it.
    pub findings: Vec<FindingView>,
    /// What is recommended to it.
    pub advice: Vec<AdviceCardView>,
    /// Its practices.
    pub practices: Vec<Arc<CardView>>,
    /// Practices of others that it took.
    pub adopted: Vec<Link>,
}

/// A list of links with remarks: organisations, documents, reports.
#[derive(Clone, Debug, Serialize)]
pub struct IndexView {
    /// A sentence below the heading.
    pub intro: String,
    /// Groups of entries.
    pub groups: Vec<Group<IndexItem>>,
}

/// An entry of a list.
#[derive(Clone, Debug, Serialize)]
pub struct IndexItem {
    /// Its name and address.
    pub link: Link,
    /// A remark: requisites, kind, numbers.
    pub about: String,
    /// A badge, such as «утратил силу».
    pub badge: Option<StatusView>,
}

/// A text: document, report or page. The body stands beside it on the sheet.
#[derive(Clone, Debug, Serialize)]
pub struct TextView {
    /// One sentence below the heading; may be empty.
    pub summary: String,
    /// Requisites.
    pub facts: Vec<Fact>,
    /// Things that rest on it, such as a programme or decisions.
    pub related: Vec<Link>,
}

/// The glossary.
#[derive(Clone, Debug, Serialize)]
pub struct GlossaryView {
    /// Terms in alphabetical order, grouped by first letter.
    pub groups: Vec<Group<TermView>>,
}

/// A term.
#[derive(Clone, Debug, Serialize)]
pub struct TermView {
    /// Its anchor.
    pub anchor: String,
    /// The term.
    pub term: String,
    /// What it means.
    pub definition: String,
    /// The document that defines it.
    pub source: Option<Link>,
}

/// What stands on a page. The name of the variant is the name of its template.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Content {
    /// `home.html`
    Home(HomeView),
    /// `bank.html`
    Bank(BankView),
    /// `practice.html`
    Practice(PracticeView),
    /// `programme.html`
    Programme(ProgrammeView),
    /// `goals.html`
    Goals(GoalsView),
    /// `tables.html`
    Tables(TablesView),
    /// `indicator.html`
    Indicator(IndicatorView),
    /// `findings.html`
    Findings(FindingsView),
    /// `advice-list.html`
    AdviceList(AdviceListView),
    /// `advice.html`
    Advice(AdviceView),
    /// `entries.html`
    Entries(EntriesView),
    /// `evidence.html`
    Evidence(EvidenceMapView),
    /// `organisation.html`
    Organisation(OrganisationView),
    /// `index.html`
    Index(IndexView),
    /// `text.html`
    Text(TextView),
    /// `glossary.html`
    Glossary(GlossaryView),
    /// `missing.html`: the page for addresses that lead nowhere.
    Missing(IndexView),
    /// `feed.xml`: Atom.
    Feed(FeedView),
    /// `sitemap.xml`
    Sitemap(SitemapView),
    /// `robots.txt`
    Robots(SitemapView),
}

/// The Atom feed.
#[derive(Clone, Debug, Serialize)]
pub struct FeedView {
    /// RFC 3339 moment of the newest entry.
    pub updated: String,
    /// Entries, newest first.
    pub entries: Vec<FeedEntry>,
}

/// An entry of the feed.
#[derive(Clone, Debug, Serialize)]
pub struct FeedEntry {
    /// Its title and address.
    pub link: Link,
    /// RFC 3339 moment.
    pub updated: String,
    /// One sentence.
    pub summary: String,
    /// Who publishes it (a role or an organisation).
    pub author: String,
}

/// Addresses for search engines.
#[derive(Clone, Debug, Serialize)]
pub struct SitemapView {
    /// Every page that is to be found.
    pub urls: Vec<SitemapUrl>,
}

/// One address.
#[derive(Clone, Debug, Serialize)]
pub struct SitemapUrl {
    /// From the site's root.
    pub href: String,
    /// `YYYY-MM-DD`, if known.
    pub updated: Option<String>,
}

impl Content {
    /// The template that shows it.
    pub fn template(&self) -> &'static str {
        match self {
            Content::Home(_) => "home.html",
            Content::Bank(_) => "bank.html",
            Content::Practice(_) => "practice.html",
            Content::Programme(_) => "programme.html",
            Content::Goals(_) => "goals.html",
            Content::Tables(_) => "tables.html",
            Content::Indicator(_) => "indicator.html",
            Content::Findings(_) => "findings.html",
            Content::AdviceList(_) => "advice-list.html",
            Content::Advice(_) => "advice.html",
            Content::Entries(_) => "entries.html",
            Content::Evidence(_) => "evidence.html",
            Content::Organisation(_) => "organisation.html",
            Content::Index(_) => "index.html",
            Content::Text(_) => "text.html",
            Content::Glossary(_) => "glossary.html",
            Content::Missing(_) => "missing.html",
            Content::Feed(_) => "feed.xml",
            Content::Sitemap(_) => "sitemap.xml",
            Content::Robots(_) => "robots.txt",
        }
    }
}
