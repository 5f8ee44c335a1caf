//! Addresses: the one place where they are made.
//!
//! Every page is a file of its own name, so that links work from `file://` and under any sub-path. An address is
//! permanent: it is built from ids only, never from titles.

use crate::model::{
    Association, Document, Effect, Entry, Id, Indicator, Organisation, Period, Practice, Programme,
    Recommendation, Register, Report, ShelfOf, Term, ThingKind, Topic,
};
use crate::source::TextFolder;

/// An address from the site's root.
pub type Href = String;

/// Home.
pub const HOME: &str = "index.html";
/// The bank.
pub const BANK: &str = "bank.html";
/// The individual route.
pub const MY_ROUTE: &str = "route.html";
/// Programmes, when there are several.
pub const PROGRAMMES: &str = "programmes.html";
/// Organisations.
pub const ORGANISATIONS: &str = "organisations.html";
/// Documents.
pub const DOCUMENTS: &str = "documents.html";
/// Reports.
pub const REPORTS: &str = "reports.html";
/// Glossary.
pub const GLOSSARY: &str = "glossary.html";
/// Topics.
pub const TOPICS: &str = "topics.html";
/// Registers, when there are several.
pub const REGISTERS: &str = "registers.html";
/// Associations.
pub const ASSOCIATIONS: &str = "associations.html";
/// The events of all programmes, for calendars.
pub const AGENDA: &str = "calendar.ics";
/// Open data.
pub const OPEN_DATA: &str = "open-data.html";
/// The list of the sets of open data, for machines.
pub const OPEN_DATA_LIST: &str = "open-data/list.csv";
/// The page for addresses that lead nowhere.
pub const MISSING: &str = "404.html";

/// The pages at the root that come and go with what they list.
pub const LISTS: [&str; 10] = [
    PROGRAMMES,
    ORGANISATIONS,
    DOCUMENTS,
    REPORTS,
    GLOSSARY,
    TOPICS,
    REGISTERS,
    ASSOCIATIONS,
    MY_ROUTE,
    OPEN_DATA,
];

/// A practice.
pub fn practice(id: &Id<Practice>) -> Href {
    format!("practices/{id}.html")
}

/// A recommendation.
pub fn recommendation(id: &Id<Recommendation>) -> Href {
    format!("recommendations/{id}.html")
}

/// A report.
pub fn report(id: &Id<Report>) -> Href {
    format!("reports/{id}.html")
}

/// A document.
pub fn document(id: &Id<Document>) -> Href {
    format!("documents/{id}.html")
}

/// An organisation.
pub fn organisation(id: &Id<Organisation>) -> Href {
    format!("organisations/{id}.html")
}

/// A text page.
pub fn page(id: &str) -> Href {
    if id == "home" { HOME.to_owned() } else { format!("{id}.html") }
}

/// The page of a text.
pub fn text(folder: TextFolder, id: &str) -> Href {
    match folder {
        TextFolder::Pages => page(id),
        _ => format!("{}/{id}.html", folder.name()),
    }
}

/// A topic: everything on one difficulty.
pub fn topic(id: &Id<Topic>) -> Href {
    format!("topics/{id}.html")
}

/// A register.
pub fn register(id: &Id<Register>) -> Href {
    format!("registers/{id}.html")
}

/// An entry of a register.
pub fn entry(register: &Id<Register>, id: &Id<Entry>) -> Href {
    format!("registers/{register}/{id}.html")
}

/// An association.
pub fn association(id: &Id<Association>) -> Href {
    format!("associations/{id}.html")
}

/// The practices of one value of a facet.
pub fn facet(facet: &str, value: &str) -> Href {
    format!("bank/{facet}/{value}.html")
}

/// The bank with one value of a facet chosen in the finder.
pub fn found(facet: &str, value: &str) -> Href {
    format!("{BANK}#{facet}={value}")
}

/// A further page of a list; the first is the list itself.
pub fn nth_page(list: &str, page: usize) -> Href {
    if page <= 1 {
        return list.to_owned();
    }
    format!("{}/page-{page}.html", list.trim_end_matches(".html"))
}

/// A programme.
pub fn programme(id: &Id<Programme>) -> Href {
    format!("programmes/{id}.html")
}

/// A page of a programme.
pub fn part(id: &Id<Programme>, part: &str) -> Href {
    format!("programmes/{id}/{part}.html")
}

/// The events of a programme, for calendars.
pub fn agenda(id: &Id<Programme>) -> Href {
    format!("programmes/{id}/calendar.ics")
}

/// An indicator.
pub fn indicator(programme: &Id<Programme>, id: &Id<Indicator>) -> Href {
    format!("programmes/{programme}/indicators/{id}.html")
}

/// The values of an indicator, in the format that a file of this ending has.
pub fn indicator_values(programme: &Id<Programme>, id: &Id<Indicator>, ending: &str) -> Href {
    format!("programmes/{programme}/indicators/{id}.{ending}")
}

/// The values of a programme.
pub fn programme_values(programme: &Id<Programme>, ending: &str) -> Href {
    format!("programmes/{programme}/values.{ending}")
}

/// The values of all programmes.
pub fn values(ending: &str) -> Href {
    format!("open-data/values.{ending}")
}

/// A file of a set of open data.
pub fn open_data(identifier: &str, name: &str) -> Href {
    format!("open-data/{identifier}/{name}.csv")
}

/// The findings of a period.
pub fn findings(programme: &Id<Programme>, period: Period) -> Href {
    format!("programmes/{programme}/findings/{period}.html")
}

/// A term of the glossary.
pub fn term(id: &Id<Term>) -> Href {
    format!("{GLOSSARY}#term-{id}")
}

/// A file of the finder.
pub fn finder(name: &str) -> Href {
    format!("search/{name}.js")
}

/// An effect.
pub fn effect(programme: &Id<Programme>, id: &Id<Effect>) -> Href {
    format!("{}#{id}", part(programme, "effects"))
}

/// A file beside a text.
pub fn file(folder: TextFolder, id: &str, name: &str) -> Href {
    let encoded: String = name.bytes().map(encode).collect();
    format!("{}/{id}/{encoded}", folder.name())
}

fn encode(byte: u8) -> String {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    }
}

/// From a page to the site's root: «../» for every folder that the page stands in.
pub fn root_of(href: &str) -> String {
    "../".repeat(href.matches('/').count())
}

/// The kinds of things that stand at an address of their own id; an indicator needs its programme besides.
pub fn thing(kind: ThingKind, id: &str) -> Option<Href> {
    Some(match kind {
        ThingKind::Practice => practice(&Id::parse(id)?),
        ThingKind::Topic => topic(&Id::parse(id)?),
        ThingKind::Document => document(&Id::parse(id)?),
        ThingKind::Report => report(&Id::parse(id)?),
        ThingKind::Page => page(id),
        ThingKind::Organisation => organisation(&Id::parse(id)?),
        ThingKind::Recommendation => recommendation(&Id::parse(id)?),
        ThingKind::Register => register(&Id::parse(id)?),
        ThingKind::Association => association(&Id::parse(id)?),
        ThingKind::Indicator => return None,
    })
}

/// The page of whatever bears a name on a shelf.
pub fn named(of: ShelfOf<'_>, id: &str) -> Option<Href> {
    match of {
        ShelfOf::Things(kind) => thing(kind, id),
        ShelfOf::Programmes => Some(programme(&Id::parse(id)?)),
        ShelfOf::Indicators(of) => Some(indicator(of, &Id::parse(id)?)),
        ShelfOf::Entries(of) => Some(entry(of, &Id::parse(id)?)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_made_of_ids() {
        let id = Id::parse("pair").unwrap();
        assert_eq!(practice(&id), "practices/pair.html");
        assert_eq!(nth_page(BANK, 1), "bank.html");
        assert_eq!(nth_page("bank/subject/math.html", 3), "bank/subject/math/page-3.html");
        assert_eq!(
            file(TextFolder::Practices, "pair", "план 1.docx"),
            "practices/pair/%D0%BF%D0%BB%D0%B0%D0%BD%201.docx"
        );
        assert_eq!(root_of("index.html"), "");
        assert_eq!(root_of("bank/subject/math.html"), "../../");
    }
}
