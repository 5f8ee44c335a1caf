//! What pages say and show of people: the name, photo or contact while a consent to it lives, else the role.
//!
//! The judgement is the analysis's; here it meets the addresses of pages. What is withheld is told in the receipt.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::once;

use crate::analysis::Withheld;
use crate::model::{Author, Category, Id, Identity, Mention, Person, Portrayal, Practice, Prose};
use crate::source::TextFolder;

use super::desk::Desk;
use super::route::{self, Href};
use super::views::PortraitView;

/// Something of a person that pages ask for and that is not published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    /// Who, by id: a receipt holds no name.
    pub person: Id<Person>,
    /// The role that is said instead.
    pub role: String,
    /// What of the person.
    pub category: Category,
    /// Why.
    pub why: Withheld,
    /// The pages that ask for it.
    pub pages: Vec<Href>,
}

impl Desk<'_> {
    fn judge(&self, person: &Id<Person>, category: Category, href: &str) -> Result<(), Withheld> {
        self.analysis.people.judge(person, category, &self.absolute(href))
    }

    fn absolute(&self, href: &str) -> String {
        format!("{}{href}", self.model.site.base_url)
    }

    /// The name or contact of a person, if a page may say it.
    fn said(&self, person: &Id<Person>, category: Category, href: &str) -> Option<&str> {
        self.judge(person, category, href).ok()?;
        let row = &self.model.consents.people[person].value;
        match category {
            Category::Name => Some(&row.name),
            Category::Contact => row.contact.as_ref().map(|contact| contact.as_str()),
            Category::Photo => None,
        }
    }

    /// What a page says of a person.
    pub fn mention(&self, mention: &Mention, href: &str) -> String {
        match (self.said(&mention.person, mention.says, href), mention.says) {
            (Some(said), _) => said.to_owned(),
            (None, Category::Contact) => self.word("contact-withheld"),
            (None, _) => self.model.consents.people[&mention.person].role.value.clone(),
        }
    }

    /// What a page says of an author of its practice.
    pub fn author(&self, author: &Author, href: &str) -> String {
        let said = |category| self.said(&author.identity.as_ref()?.person, category, href);
        let role = match said(Category::Contact) {
            Some(contact) => {
                self.say("author-contact", &[("role", (&author.role).into()), ("contact", contact.into())])
            }
            None => author.role.clone(),
        };
        match said(Category::Name) {
            Some(name) => self.say("author-named", &[("name", name.into()), ("role", role.into())]),
            None => role,
        }
    }

    /// The portrait of an author beside its practice, if it may be shown.
    pub fn portrait(&self, id: &Id<Practice>, row: &Practice, author: &Author) -> Option<PortraitView> {
        let Identity { person, photo } = author.identity.as_ref()?;
        let (place, file) = ((TextFolder::Practices, id.as_str()), photo.as_ref()?);
        let name = self.said(person, Category::Name, &route::practice(id)).unwrap_or(&author.role);
        let picture =
            self.picture(place.0, place.1, file).filter(|_| !self.is_withheld(&row.prose, place, file));
        let (href, (width, height)) = picture?.drawings.into_iter().next()?;
        Some(PortraitView { href, width, height, author: name.to_owned() })
    }

    /// Whether a file beside a text shows somebody who does not consent to it.
    pub fn is_withheld(&self, prose: &Prose, (folder, id): (TextFolder, &str), file: &str) -> bool {
        let page = self.absolute(&route::text(folder, id));
        let shown = prose.portrayals.iter().filter(|portrayal| portrayal.file.value == file);
        let mut withheld = shown.flat_map(|portrayal| self.analysis.people.withheld_of(portrayal, &page));
        withheld.next().is_some()
    }
}

/// Everything of people that published texts ask for in vain, by person.
pub fn withdrawn(desk: &Desk<'_>) -> Vec<Withdrawn> {
    let mut found: BTreeMap<(&Id<Person>, Category, Withheld), BTreeSet<Href>> = BTreeMap::new();
    let published = desk.model.texts().filter(|(folder, id, _)| desk.publishes(*folder, id));
    for (folder, id, prose) in published {
        let href = route::text(folder, id);
        for (person, category) in asked_for(desk, folder, id, prose) {
            if let Err(why) = desk.judge(person, category, &href) {
                found.entry((person, category, why)).or_default().insert(href.clone());
            }
        }
    }
    let row = |((person, category, why), pages): ((&Id<Person>, _, _), BTreeSet<Href>)| Withdrawn {
        person: person.clone(),
        role: desk.model.consents.people[person].role.value.clone(),
        category,
        why,
        pages: pages.into_iter().collect(),
    };
    found.into_iter().map(row).collect()
}

/// What a text asks for: names and contacts that it mentions, faces on its pictures, authors of its practice.
fn asked_for<'a>(
    desk: &Desk<'a>,
    folder: TextFolder,
    id: &str,
    prose: &'a Prose,
) -> Vec<(&'a Id<Person>, Category)> {
    let practice = Id::parse(id).filter(|_| folder == TextFolder::Practices);
    let practice = practice.and_then(|id| desk.model.practices.get(&id));
    let authors = practice.into_iter().flat_map(|row| &row.authors);
    let authors = authors.filter_map(|author| Some(&author.identity.as_ref()?.person.value)).flat_map(|id| {
        // A contact stands on the page unasked, so only one that was consented to can be missed.
        let consents = &desk.model.consents.people[id].consents;
        let reachable = consents.iter().any(|consent| consent.covers.contains(&Category::Contact));
        once((id, Category::Name)).chain(reachable.then_some((id, Category::Contact)))
    });
    let mentions = prose.mentions.iter().map(|(_, mention)| (&mention.person, mention.says));
    let faces = |portrayal: &'a Portrayal| portrayal.people.iter().map(|id| (&id.value, Category::Photo));
    authors.chain(mentions).chain(prose.portrayals.iter().flat_map(faces)).collect()
}
