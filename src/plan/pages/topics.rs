//! Topics: where a teacher begins, and everything that the site holds on one difficulty.

use crate::diag::At;
use crate::model::{Id, Recommendation, Topic};
use crate::words::polish;

use super::super::desk::Desk;
use super::super::facets::Facet;
use super::super::terms::Explained;
use super::super::views::{
    Content, EntryLineView, FacetView, Group, IndexItem, IndexView, Link, TermView, TocItem, TopicView,
};
use super::super::{Page, route};
use super::Maker;
use super::registers::FEW;
use super::shared::{page, section};

/// Practices to begin with.
const FIRST: usize = 6;

/// A maker for the list of topics, if there are any, and for each.
pub fn makers<'a>(desk: &Desk<'a>) -> Vec<Maker<'a>> {
    let topics = desk.model.vocabulary.topics.ids();
    let mut makers: Vec<Maker<'a>> =
        topics.map(|id| -> Maker<'a> { Box::new(move |desk| vec![topic(desk, id)]) }).collect();
    if !makers.is_empty() {
        makers.push(Box::new(|desk| vec![list(desk)]));
    }
    makers
}

fn list<'a>(desk: &Desk<'a>) -> Page<'a> {
    let items = desk.model.vocabulary.topics.iter().map(|(id, row)| {
        let practices = desk.having(Facet::Topic, id.as_str()).len();
        let count = desk.say("topic-count", &[("n", practices.into())]);
        let about = [polish(&row.summary), count];
        IndexItem {
            link: Link { title: row.title.clone(), href: route::topic(id) },
            about: about.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" "),
            badge: None,
        }
    });
    let intro = desk.word("topics-intro");
    let mut head = desk.head(route::TOPICS, section::BANK, desk.word("topics-title"), intro.clone());
    head.crumbs.push(desk.crumb("bank-title", route::BANK));
    let groups = vec![Group { title: String::new(), anchor: String::new(), items: items.collect() }];
    page(route::TOPICS.to_owned(), head, Content::Index(IndexView { intro, groups }))
}

/// The topics that lead to any practice, as entries to the bank.
pub fn entrances(desk: &Desk<'_>) -> Vec<FacetView> {
    let topics = desk.model.vocabulary.topics.iter();
    let entrance = |(id, row): (&Id<Topic>, &At<Topic>)| FacetView {
        title: row.title.clone(),
        href: route::topic(id),
        count: desk.having(Facet::Topic, id.as_str()).len(),
        current: false,
    };
    topics.map(entrance).filter(|entrance| entrance.count > 0).collect()
}

fn topic<'a>(desk: &Desk<'a>, id: &'a Id<Topic>) -> Page<'a> {
    let row = &desk.model.vocabulary.topics[id];
    let href = route::topic(id);
    let summary = polish(&row.summary);
    let mut head = desk.head(&href, section::BANK, row.title.clone(), summary.clone());
    head.crumbs.push(desk.crumb("bank-title", route::BANK));
    head.crumbs.push(desk.crumb("topics-title", route::TOPICS));
    let having = desk.having(Facet::Topic, id.as_str());
    let all = all(desk, id, having.len());
    let practices = desk.cards(having.take(FIRST));
    let advice = desk.advice_on(&[id]).into_iter().take(FEW).map(|id| desk.advice_card(id));
    let measuring = desk.measuring(id);
    let side_by_side = desk.side_by_side(desk.word("topic-side-by-side"), &measuring);
    let cards = measuring.into_iter().map(|subject| desk.indicator_card(subject)).collect();
    let mut view = TopicView {
        synonyms: synonyms(desk, row),
        summary,
        contents: Vec::new(),
        practices: desk.titled("topic-first", "practices", practices),
        order: desk.word("topic-order"),
        all,
        learning: desk.titled("topic-learning", "learning", learning(desk, id)),
        indicators: desk.titled("topic-indicators", "indicators", cards),
        side_by_side,
        advice: desk.titled("topic-advice", "advice", advice.collect()),
        terms: desk.titled("topic-terms", "terms", terms(desk, row)),
    };
    view.contents = contents(&view);
    page(href, head, Content::Topic(Box::new(view)))
}

fn synonyms(desk: &Desk<'_>, row: &Topic) -> String {
    if row.synonyms.is_empty() {
        return String::new();
    }
    desk.say("topic-synonyms", &[("words", row.synonyms.join(", ").into())])
}

/// The way to all practices of a topic, when not all are shown.
fn all(desk: &Desk<'_>, id: &Id<Topic>, count: usize) -> Option<Link> {
    (count > FIRST).then(|| Link {
        title: desk.say("topic-all", &[("n", count.into())]),
        href: route::facet("topic", id.as_str()),
    })
}

/// The parts of the page that say anything.
fn contents(view: &TopicView) -> Vec<TocItem> {
    fn item<T>(group: &Group<T>) -> Option<TocItem> {
        let item = || TocItem { level: 2, title: group.title.clone(), anchor: group.anchor.clone() };
        (!group.items.is_empty()).then(item)
    }
    let items = [
        item(&view.practices),
        item(&view.learning),
        item(&view.indicators),
        item(&view.advice),
        item(&view.terms),
    ];
    items.into_iter().flatten().collect()
}

/// Entries by register, the open ones first; then the associations.
fn learning(desk: &Desk<'_>, id: &Id<Topic>) -> Vec<Group<EntryLineView>> {
    let is_about = |topics: &[At<Id<Topic>>]| topics.iter().any(|topic| topic.value == *id);
    let registers = desk.model.registers.iter().map(|(register, row)| {
        let entries = row.entries.iter().map(|(id, entry)| (id, &entry.value));
        let mut entries: Vec<_> = entries.filter(|(_, entry)| is_about(&entry.topics)).collect();
        entries.sort_by_key(|(_, entry)| entry.is_over(desk.model.site.date));
        let items = entries.into_iter().map(|entry| desk.entry_line(register, entry)).collect();
        Group { title: polish(&row.title), anchor: format!("register-{register}"), items }
    });
    let associations = desk.model.vocabulary.associations.iter();
    let associations = associations
        .filter(|(_, row)| is_about(&row.topics))
        .map(|(id, row)| desk.association_line(id, &row.value));
    let associations = desk.titled("associations-title", "associations", associations.collect());
    registers.chain([associations]).filter(|group| !group.items.is_empty()).collect()
}

/// The terms that the topic's own words use.
fn terms(desk: &Desk<'_>, row: &Topic) -> Vec<TermView> {
    let mut explained = Explained::default();
    let texts = [&row.title, &row.summary].into_iter().chain(&row.synonyms);
    texts
        .flat_map(|text| desk.terms.find(text, &mut explained))
        .map(|(_, note)| desk.term(&note.id))
        .collect()
}

impl<'a> Desk<'a> {
    /// Topics as links.
    pub fn topics(&self, ids: &[At<Id<Topic>>]) -> Vec<Link> {
        let topics = &self.model.vocabulary.topics;
        ids.iter().map(|id| Link { title: topics[id].title.clone(), href: route::topic(id) }).collect()
    }

    /// Published recommendations about any of the topics, themselves or by their indicators; newest first.
    pub fn advice_on(&self, topics: &[&Id<Topic>]) -> Vec<&'a Id<Recommendation>> {
        let about = |own: &[At<Id<Topic>>]| own.iter().any(|topic| topics.contains(&&topic.value));
        let mut advice = self.published_advice();
        advice.retain(|id| {
            let row = &self.model.recommendations[*id];
            let indicators = &self.model.programmes[&row.programme].indicators;
            about(&row.topics) || row.indicators.iter().any(|id| about(&indicators[id].topics))
        });
        advice
    }
}
