//! Registers: the list of them, each with its entries by topic, and every entry.

use jiff::civil::Date;

use crate::diag::At;
use crate::model::{Entry, Id, Organisation, Practice, Register, Topic};
use crate::words::{in_words, polish};

use super::super::desk::Desk;
use super::super::views::{
    Content, EntryLineView, Fact, Group, IndexItem, IndexView, Link, RegisterEntryView, RegisterView,
};
use super::super::{Page, route};
use super::Maker;
use super::shared::{dated, fact, linked, page, present, section};

/// Recommendations and neighbours shown with an entry.
pub const FEW: usize = 4;

/// An entry with its id.
type Row<'a> = (&'a Id<Entry>, &'a Entry);

/// A maker for every register, every entry, and the list of registers.
pub fn makers<'a>(desk: &Desk<'a>) -> Vec<Maker<'a>> {
    let mut makers: Vec<Maker<'a>> = vec![Box::new(|desk| list(desk).into_iter().collect())];
    for (id, row) in desk.model.registers.iter() {
        let register = &row.value;
        makers.push(Box::new(move |desk| vec![self::register(desk, id, register)]));
        for (entry, row) in register.entries.iter() {
            makers.push(Box::new(move |desk| vec![self::entry(desk, (id, register), (entry, &row.value))]));
        }
    }
    makers
}

/// Every register and what it is for; the associations are one of them.
fn items(desk: &Desk<'_>) -> Vec<IndexItem> {
    let item = |link: Link, about: String| IndexItem { link, about, badge: None };
    let registers =
        desk.model.registers.iter().map(|(id, row)| item(link(id, &row.value), polish(&row.summary)));
    let associations = (!desk.model.vocabulary.associations.is_empty()).then(|| {
        item(desk.crumb("associations-title", route::ASSOCIATIONS), desk.word("associations-intro"))
    });
    registers.chain(associations).collect()
}

fn link(id: &Id<Register>, row: &Register) -> Link {
    Link { title: polish(&row.title), href: route::register(id) }
}

/// The way to the registers: a list of them, or the only one; none without any.
pub fn entrance(desk: &Desk<'_>) -> Option<Link> {
    let items = items(desk);
    if items.len() > 1 {
        return Some(desk.crumb("registers-title", route::REGISTERS));
    }
    items.into_iter().next().map(|item| item.link)
}

fn list<'a>(desk: &Desk<'a>) -> Option<Page<'a>> {
    let items = items(desk);
    if items.len() < 2 {
        return None;
    }
    let intro = desk.word("registers-intro");
    let head = desk.head(route::REGISTERS, section::NONE, desk.word("registers-title"), intro.clone());
    let groups = vec![Group { title: String::new(), anchor: String::new(), items }];
    Some(page(route::REGISTERS.to_owned(), head, Content::Index(IndexView { intro, groups })))
}

fn register<'a>(desk: &Desk<'a>, id: &'a Id<Register>, row: &'a Register) -> Page<'a> {
    let href = route::register(id);
    let intro = polish(&row.summary);
    let mut head = desk.head(&href, section::NONE, polish(&row.title), intro.clone());
    head.crumbs.extend(entrance(desk).filter(|entrance| entrance.href != href));
    let source = row.source.as_ref().map(|source| desk.document(source));
    let view = RegisterView { intro, source, groups: groups(desk, id, row) };
    dated(page(href, head, Content::Register(view)), row.updated.as_ref().map(|date| date.value))
}

/// The entries under their first topics, in the vocabulary's order; then those without one; then those that are over.
fn groups(desk: &Desk<'_>, id: &Id<Register>, row: &Register) -> Vec<Group<EntryLineView>> {
    let (over, open): (Vec<Row<'_>>, Vec<Row<'_>>) = row
        .entries
        .iter()
        .map(|(id, entry)| (id, &entry.value))
        .partition(|(_, entry)| entry.is_over(desk.model.site.date));
    let group = |title: String, anchor: String, rows: Vec<Row<'_>>| Group {
        title,
        anchor,
        items: rows.into_iter().map(|row| desk.entry_line(id, row)).collect::<Vec<_>>(),
    };
    let under = |topic: Option<&Id<Topic>>| {
        let first = |entry: &Entry| entry.topics.first().map(|topic| &topic.value) == topic;
        open.iter().copied().filter(|(_, entry)| first(entry)).collect::<Vec<_>>()
    };
    let topics = desk.model.vocabulary.topics.iter();
    let mut groups: Vec<_> = topics
        .map(|(topic, about)| group(about.title.clone(), format!("topic-{topic}"), under(Some(topic))))
        .filter(|group| !group.items.is_empty())
        .collect();
    // A title would only say that there is no other group.
    let rest = if groups.is_empty() { String::new() } else { desk.word("register-rest") };
    groups.push(group(rest, "rest".to_owned(), under(None)));
    groups.push(group(desk.word("register-over"), "over".to_owned(), over));
    groups.retain(|group| !group.items.is_empty());
    groups
}

fn entry<'a>(
    desk: &Desk<'a>,
    (register, list): (&'a Id<Register>, &'a Register),
    (id, row): Row<'a>,
) -> Page<'a> {
    let href = route::entry(register, id);
    let mut head = desk.head(&href, section::NONE, polish(&row.title), polish(&row.summary));
    head.crumbs.extend(entrance(desk).filter(|entrance| entrance.href != route::register(register)));
    head.crumbs.push(link(register, list));
    let topics: Vec<&Id<Topic>> = row.topics.iter().map(|topic| &topic.value).collect();
    let advice = desk.advice_on(&topics).into_iter().take(FEW).map(|id| desk.advice_card(id));
    let practices = row.practices.iter().map(|id| &id.value).filter(|id| desk.cards.contains_key(id));
    let others = list.entries.iter().map(|(id, entry)| (id, &entry.value)).filter(|(other, entry)| {
        *other != id
            && !entry.is_over(desk.model.site.date)
            && entry.topics.iter().any(|topic| topics.contains(&&topic.value))
    });
    let view = RegisterEntryView {
        kind: polish(&list.singular),
        badge: row.is_over(desk.model.site.date).then(|| desk.badge("plain", "entry-over")),
        summary: polish(&row.summary),
        facts: facts(desk, row),
        practices: desk.titled("entry-practices", "practices", desk.cards(practices)),
        all: None,
        advice: desk.titled("entry-advice", "advice", advice.collect()),
        indicators: row
            .indicators
            .iter()
            .filter_map(|id| desk.subject(id.as_str()))
            .map(|subject| desk.indicator_card(subject))
            .collect(),
        others: others.take(FEW).map(|row| desk.entry_line(register, row)).collect(),
    };
    dated(page(href, head, Content::RegisterEntry(view)), list.updated.as_ref().map(|date| date.value))
}

fn facts(desk: &Desk<'_>, row: &Entry) -> Vec<Fact> {
    let vocabulary = &desk.model.vocabulary;
    let subjects: Vec<&str> = row.subjects.iter().map(|id| vocabulary.subjects[id].title.as_str()).collect();
    let audiences: Vec<&str> =
        row.audiences.iter().map(|id| vocabulary.audiences[id].title.as_str()).collect();
    let url = row.url.iter().map(|url| Link { title: polish(&row.title), href: url.clone() });
    let organisation = row.organisation.iter().map(|id| desk.organisation(id));
    let mut facts = vec![
        linked(desk.word("fact-organisation"), organisation.collect()),
        fact(desk.word("entry-when"), when(desk, row)),
    ];
    facts.extend(own(row));
    facts.extend([
        fact(desk.word("fact-subjects"), subjects.join(", ")),
        fact(desk.word("fact-audiences"), audiences.join(", ")),
        linked(desk.word("fact-topics"), desk.topics(&row.topics)),
        linked(desk.word("fact-document"), row.document.iter().map(|id| desk.document(id)).collect()),
        fact(desk.word("entry-contact"), row.contact.as_deref().map(polish).unwrap_or_default()),
        linked(desk.word("entry-url"), url.collect()),
    ]);
    present(facts)
}

fn own(row: &Entry) -> impl Iterator<Item = Fact> {
    row.facts.iter().map(|own| fact(polish(&own.term), polish(&own.text)))
}

fn when(desk: &Desk<'_>, row: &Entry) -> String {
    let day = |date: &At<Date>| in_words(date.value).into();
    match (&row.from, &row.until) {
        (Some(from), Some(until)) => {
            desk.say("entry-from-until", &[("from", day(from)), ("until", day(until))])
        }
        (Some(from), None) => desk.say("entry-from", &[("from", day(from))]),
        (None, Some(until)) => desk.say("entry-until", &[("until", day(until))]),
        (None, None) => String::new(),
    }
}

impl Desk<'_> {
    /// An entry of a register in a list.
    pub fn entry_line(&self, register: &Id<Register>, (id, row): Row<'_>) -> EntryLineView {
        let mut facts = vec![fact(self.word("entry-when"), when(self, row))];
        facts.extend(own(row));
        EntryLineView {
            link: self.entry(register, id),
            badge: row.is_over(self.model.site.date).then(|| self.badge("plain", "entry-over")),
            about: row.organisation.as_ref().map(|id| self.organisation(id).title).unwrap_or_default(),
            summary: polish(&row.summary),
            facts: present(facts),
            topics: self.topics(&row.topics),
        }
    }

    /// Where a practice can be seen.
    pub fn showing(&self, id: &Id<Practice>) -> Vec<Link> {
        let rows = self.showing.get(id).into_iter().flatten();
        rows.map(|(register, id)| self.entry(register, id)).collect()
    }

    /// Where an organisation stands in the registers.
    pub fn entries_of(&self, id: &Id<Organisation>) -> Vec<Link> {
        let is_its = |entry: &Entry| entry.organisation.as_ref().is_some_and(|own| own.value == *id);
        let registers = self.model.registers.iter();
        let entries =
            registers.flat_map(|(register, row)| row.value.entries.iter().map(move |row| (register, row)));
        let its = entries.filter(|(_, (_, entry))| is_its(entry) && !entry.is_over(self.model.site.date));
        its.map(|(register, (id, _))| self.entry(register, id)).collect()
    }

    /// A link to an entry.
    pub fn entry(&self, register: &Id<Register>, id: &Id<Entry>) -> Link {
        let title = polish(&self.model.registers[register].entries[id].title);
        Link { title, href: route::entry(register, id) }
    }

    /// A part of a page under a heading of its own.
    pub fn titled<T>(&self, phrase: &str, anchor: &str, items: Vec<T>) -> Group<T> {
        Group { title: self.word(phrase), anchor: anchor.to_owned(), items }
    }
}
