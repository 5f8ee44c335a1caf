//! What every page says: plain typed data, ready to be shown.
//!
//! A template sees these types and nothing else. All texts are final: numbers formatted, dates in words, quotes and
//! spaces set. Addresses (`href`) are relative to the site's root; a template writes `{{ root }}{{ link.href }}`.

mod bank;
mod clusters;
mod cycle;
mod frame;
mod open_data;
mod parts;
mod registers;

use serde::Serialize;

pub use bank::{
    AdoptionView, BankView, CardView, ChangeView, EvidenceFactView, EvidenceView, OptionView, PortraitView,
    PracticeView, RelatedView, RouteView, TakeView,
};
pub use clusters::{AlikeView, ClusterView, ClustersView};
pub use cycle::{
    AdviceCardView, AdviceListView, AdviceView, EntriesView, EntryView, EvidenceItem, EvidenceMapView,
    EvidenceRow, FindingView, FindingsView, GoalView, GoalsView, GroundlessView, IndicatorCardView,
    IndicatorView, OfferedView, OrganisationView, PassportView, ProgrammeView, StepView, TablesView,
};
pub use frame::{
    FeedEntry, FeedView, GlossaryView, Head, HomeProgramme, HomeView, IndexItem, IndexView, NavItem,
    OperatorView, RedirectView, SiteView, SitemapUrl, SitemapView, TermView, TextView, WithdrawnView,
};
pub use open_data::{DatasetView, OpenDataView};
pub use parts::{
    CellView, ColumnView, FacetGroupView, FacetView, Fact, FileView, Group, Link, MarkView, NoteView,
    PagerView, RowView, SparkView, StatusView, TableView, TocItem,
};
pub use registers::{EntryLineView, RegisterEntryView, RegisterView, TopicView};

/// What stands on a page. The name of the variant is the name of its template.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Content {
    /// `home.html`
    Home(HomeView),
    /// `bank.html`
    Bank(BankView),
    /// `practice.html`
    Practice(Box<PracticeView>),
    /// `route.html`
    Route(RouteView),
    /// `programme.html`
    Programme(ProgrammeView),
    /// `goals.html`
    Goals(GoalsView),
    /// `tables.html`
    Tables(TablesView),
    /// `indicator.html`
    Indicator(Box<IndicatorView>),
    /// `findings.html`
    Findings(FindingsView),
    /// `advice-list.html`
    AdviceList(AdviceListView),
    /// `advice.html`
    Advice(AdviceView),
    /// `groundless.html`: a recommendation that the data do not ask for any more.
    Groundless(GroundlessView),
    /// `entries.html`
    Entries(EntriesView),
    /// `clusters.html`
    Clusters(ClustersView),
    /// `evidence.html`
    Evidence(EvidenceMapView),
    /// `organisation.html`
    Organisation(OrganisationView),
    /// `topic.html`
    Topic(Box<TopicView>),
    /// `register.html`
    Register(RegisterView),
    /// `register-entry.html`
    RegisterEntry(RegisterEntryView),
    /// `index.html`
    Index(IndexView),
    /// `open-data.html`
    OpenData(OpenDataView),
    /// `text.html`
    Text(TextView),
    /// `glossary.html`
    Glossary(GlossaryView),
    /// `missing.html`: the page for addresses that lead nowhere.
    Missing(IndexView),
    /// `redirect.html`: an earlier address of a page.
    Redirect(RedirectView),
    /// `withdrawn.html`: the address of a page that was taken away.
    Withdrawn(WithdrawnView),
    /// `feed.xml`: Atom.
    Feed(FeedView),
    /// `sitemap.xml`
    Sitemap(SitemapView),
    /// `robots.txt`
    Robots(SitemapView),
}

impl Content {
    /// The template that shows it.
    pub fn template(&self) -> &'static str {
        match self {
            Content::Home(_) => "home.html",
            Content::Bank(_) => "bank.html",
            Content::Practice(_) => "practice.html",
            Content::Route(_) => "route.html",
            Content::Programme(_) => "programme.html",
            Content::Goals(_) => "goals.html",
            Content::Tables(_) => "tables.html",
            Content::Indicator(_) => "indicator.html",
            Content::Findings(_) => "findings.html",
            Content::AdviceList(_) => "advice-list.html",
            Content::Advice(_) => "advice.html",
            Content::Groundless(_) => "groundless.html",
            Content::Entries(_) => "entries.html",
            Content::Clusters(_) => "clusters.html",
            Content::Evidence(_) => "evidence.html",
            Content::Organisation(_) => "organisation.html",
            Content::Topic(_) => "topic.html",
            Content::Register(_) => "register.html",
            Content::RegisterEntry(_) => "register-entry.html",
            Content::Index(_) => "index.html",
            Content::OpenData(_) => "open-data.html",
            Content::Text(_) => "text.html",
            Content::Glossary(_) => "glossary.html",
            Content::Missing(_) => "missing.html",
            Content::Redirect(_) => "redirect.html",
            Content::Withdrawn(_) => "withdrawn.html",
            Content::Feed(_) => "feed.xml",
            Content::Sitemap(_) => "sitemap.xml",
            Content::Robots(_) => "robots.txt",
        }
    }
    /// Whether search engines should find it: not a sign that something stands elsewhere or nowhere.
    pub fn is_found(&self) -> bool {
        !matches!(
            self,
            Content::Missing(_) | Content::Redirect(_) | Content::Withdrawn(_) | Content::Groundless(_)
        )
    }

    /// Whether the site promises its address for ever. Lists of the bank follow from what is in it and come and go; a
    /// withdrawn address is kept by its own row of the register.
    pub fn is_permanent(&self) -> bool {
        match self {
            Content::Home(_)
            | Content::Practice(_)
            | Content::Route(_)
            | Content::Topic(_)
            | Content::Register(_)
            | Content::RegisterEntry(_)
            | Content::Programme(_)
            | Content::Goals(_)
            | Content::Tables(_)
            | Content::Indicator(_)
            | Content::Findings(_)
            | Content::AdviceList(_)
            | Content::Advice(_)
            | Content::Groundless(_)
            | Content::Entries(_)
            | Content::Clusters(_)
            | Content::Evidence(_)
            | Content::Organisation(_)
            | Content::Index(_)
            | Content::OpenData(_)
            | Content::Text(_)
            | Content::Glossary(_)
            | Content::Redirect(_) => true,
            Content::Bank(_)
            | Content::Missing(_)
            | Content::Withdrawn(_)
            | Content::Feed(_)
            | Content::Sitemap(_)
            | Content::Robots(_) => false,
        }
    }
}
