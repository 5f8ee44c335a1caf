//! The Atom feed, the map for search engines, and `robots.txt`.

use jiff::civil::Date;

use crate::words::{iso, polish};

use super::super::desk::Desk;
use super::super::views::{Content, FeedEntry, FeedView, Link, SitemapUrl, SitemapView};
use super::super::{Page, route};
use super::shared::{page, section};

/// Entries of the feed.
const NEWEST: usize = 30;

/// The three files. They are laid out last, since the map names every other page.
pub fn feeds<'a>(desk: &Desk<'a>, pages: &[Page<'_>]) -> Vec<Page<'a>> {
    let mut urls: Vec<SitemapUrl> = pages
        .iter()
        .filter(|page| page.content.is_found())
        .map(|page| SitemapUrl {
            href: if page.href == route::HOME { String::new() } else { page.href.clone() },
            updated: page.changed.map(iso),
        })
        .collect();
    urls.sort_by(|a, b| a.href.cmp(&b.href));
    let file = |href: &str, content: Content| {
        let head = desk.head(href, section::NONE, desk.model.site.title.clone(), String::new());
        page(href.to_owned(), head, content)
    };
    vec![
        file("feed.xml", Content::Feed(feed(desk))),
        file("sitemap.xml", Content::Sitemap(SitemapView { urls })),
        file("robots.txt", Content::Robots(SitemapView { urls: Vec::new() })),
    ]
}

fn feed(desk: &Desk<'_>) -> FeedView {
    let operator = &desk.model.site.operator.short;
    let entry = |date: Date, link: Link, summary: String| {
        (date, FeedEntry { link, updated: moment(date), summary, author: operator.clone() })
    };
    let advice = desk.published_advice().into_iter().map(|id| {
        let card = desk.advice_card(id);
        entry(
            desk.model.recommendations[id].date.value,
            Link { title: card.title, href: card.href },
            card.because,
        )
    });
    let reports = desk
        .model
        .reports
        .iter()
        .map(|(id, row)| entry(row.date.value, desk.report(id), polish(&row.summary)));
    let documents = desk
        .model
        .documents
        .iter()
        .map(|(id, row)| entry(row.date.value, desk.document(id), polish(&row.title)));
    let mut entries: Vec<(Date, FeedEntry)> = advice.chain(reports).chain(documents).collect();
    entries.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.link.href.cmp(&b.1.link.href)));
    entries.truncate(NEWEST);
    let updated = entries.first().map_or(desk.model.site.date, |(date, _)| *date);
    FeedView { updated: moment(updated), entries: entries.into_iter().map(|(_, entry)| entry).collect() }
}

/// A day as the moment that Atom wants: its midnight in UTC.
fn moment(date: Date) -> String {
    format!("{}T00:00:00Z", iso(date))
}
