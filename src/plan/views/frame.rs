//! What stands around and between the sections: the frame of every page, home, lists, texts, feeds.

use std::sync::Arc;

use serde::Serialize;

use super::{
    AdviceCardView, CardView, FacetView, Fact, Group, IndicatorCardView, Link, StatusView, StepView,
};

/// What all pages share.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    /// The site's name.
    pub title: String,
    /// BCP 47 tag.
    pub language: String,
    /// Whether every page says that the values are a demonstration.
    pub demo: bool,
    /// Whether every page warns that it is not for publication.
    pub internal: bool,
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

/// An earlier address of a page.
#[derive(Clone, Debug, Serialize)]
pub struct RedirectView {
    /// Where the page stands now.
    pub to: Link,
}

/// The address of a page that was taken away.
#[derive(Clone, Debug, Serialize)]
pub struct WithdrawnView {
    /// When, in words.
    pub date: String,
    /// Why.
    pub reason: String,
    /// What takes its place.
    pub instead: Option<Link>,
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
