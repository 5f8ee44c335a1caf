//! Open data: passports, structures and the list of sets, by the state's recommendations 3.0 on publishing open data
//! (protocol № 4 of 29 May 2014 of the government's commission on open government): `list.csv`, and for each set
//! `meta.csv`, `structure-YYYYMMDD.csv` and `data-YYYYMMDD-structure-YYYYMMDD.csv`, in UTF-8, with commas.
//!
//! Sets are the whole and the programmes; an indicator is a slice of its programme's set, with the same columns. Days
//! are days of collection, so that the same data have the same addresses whenever the site is built.

use jiff::{ToSpan as _, civil::Date};

use crate::model::{Programme, Standing};
use crate::words::{in_words, iso};

use super::super::desk::Desk;
use super::super::route::{self, Href};
use super::legend::head;
use super::{Dataset, Download, Form, Format, List, MACHINE, Scope};

/// The address by which a reader of open data tells the version of the recommendations.
const STANDARD: &str = "http://opendata.gosmonitor.ru/standard/3.0";

/// What is known of a set of open data.
#[derive(Debug)]
pub struct Passport {
    /// ИНН and a name: «3415001234-concept».
    pub identifier: String,
    /// The passport's own file.
    pub meta: Href,
    /// `YYYYMMDD` of the structure: the first day for which there were such data.
    structure: String,
    /// `YYYYMMDD` of the data: the last day of collection.
    data: String,
}

impl Passport {
    fn structure_name(&self) -> String {
        format!("structure-{}", self.structure)
    }

    fn data_name(&self) -> String {
        format!("data-{}-{}", self.data, self.structure_name())
    }

    fn file(&self, name: &str) -> Href {
        route::open_data(&self.identifier, name)
    }
}

/// The passport of a set; none for the slice of an indicator, and before anything was collected.
pub fn passport(desk: &Desk<'_>, dataset: &Dataset<'_>) -> Option<Passport> {
    let (first, last) = dataset.days?;
    let name = match dataset.scope {
        Scope::Whole => "monitoring".to_owned(),
        // A programme may bear any id; the prefix keeps it from being taken for the whole.
        Scope::Programme(id) => format!("programme-{id}"),
        Scope::Indicator(..) => return None,
    };
    let inn = desk.model.site.operator.inn.as_ref();
    let identifier = inn.map_or_else(|| name.clone(), |inn| format!("{inn}-{name}"));
    let meta = route::open_data(&identifier, "meta");
    Some(Passport { identifier, meta, structure: day(first), data: day(last) })
}

/// The three files of a set.
pub fn files(desk: &Desk<'_>, dataset: &Dataset<'_>) -> Vec<Download> {
    let (Some(passport), Some(days)) = (&dataset.passport, dataset.days) else { return Vec::new() };
    vec![
        Download { href: passport.meta.clone(), form: Form::Table(meta(desk, (dataset, passport), days)) },
        Download { href: passport.file(&passport.structure_name()), form: Form::Table(structure(desk)) },
        Download { href: passport.file(&passport.data_name()), form: Form::Values(Format::Csv) },
    ]
}

/// The passport as a table of properties.
fn meta(
    desk: &Desk<'_>,
    (dataset, passport): (&Dataset<'_>, &Passport),
    (first, last): (Date, Date),
) -> Vec<Vec<String>> {
    let operator = &desk.model.site.operator;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let address = |name: &str| format!("{}{}", desk.model.site.base_url, passport.file(name));
    let newest = ("year", newest(dataset).into());
    let (structure, data) = (passport.structure_name(), passport.data_name());
    let rows = [
        ("property", "value".to_owned()),
        ("standardversion", STANDARD.to_owned()),
        ("identifier", passport.identifier.clone()),
        ("title", dataset.title.clone()),
        ("description", dataset.description.clone()),
        ("creator", operator.name.clone()),
        ("created", day(first)),
        ("modified", day(last)),
        ("subject", desk.word("open-data-subject")),
        ("format", "csv".to_owned()),
        ("valid", day(valid(last))),
        ("publishername", operator.name.clone()),
        ("publisherphone", text(&operator.phone).replace(|it: char| it != '+' && !it.is_ascii_digit(), "")),
        ("publishermbox", text(&operator.email)),
        ("provenance", desk.say("open-data-provenance", &[newest])),
        (data.as_str(), address(&data)),
        (structure.as_str(), address(&structure)),
    ];
    rows.map(|(property, value)| vec![property.to_owned(), value]).to_vec()
}

/// What the columns are.
fn structure(desk: &Desk<'_>) -> Vec<Vec<String>> {
    let names = ["field name", "english description", "russian description", "format"].map(str::to_owned);
    let columns = MACHINE.into_iter().map(|column| {
        let (name, english, format) = column.about();
        vec![name.to_owned(), english.to_owned(), head(desk, column), format.to_owned()]
    });
    std::iter::once(names.to_vec()).chain(columns).collect()
}

/// The list of all sets; none where there is no set.
pub fn list(desk: &Desk<'_>, datasets: &[Dataset<'_>]) -> Option<List> {
    let sets = datasets.iter().filter_map(|dataset| Some((dataset, dataset.passport.as_ref()?)));
    let sets: Vec<Vec<String>> = sets
        .map(|(dataset, passport)| {
            let address = format!("{}{}", desk.model.site.base_url, passport.meta);
            vec![passport.identifier.clone(), dataset.title.clone(), address, "csv".to_owned()]
        })
        .collect();
    if sets.is_empty() {
        return None;
    }
    let version =
        ["standardversion".to_owned(), desk.word("open-data-standard"), STANDARD.to_owned(), String::new()];
    let names = ["property", "title", "value", "format"].map(str::to_owned);
    let rows = [names, version].map(Vec::from).into_iter().chain(sets).collect();
    Some(List { href: route::OPEN_DATA_LIST.to_owned(), rows })
}

/// What a reader should know before the numbers.
pub fn facts(desk: &Desk<'_>, dataset: &Dataset<'_>) -> Vec<(String, String)> {
    let site = &desk.model.site;
    let demonstration = site.standing == Standing::Demonstration;
    let days = |(first, last): (Date, Date)| {
        [
            ("open-data-created", in_words(first)),
            ("open-data-modified", in_words(last)),
            ("open-data-valid", in_words(valid(last))),
        ]
    };
    let identifier = dataset.passport.as_ref().map(|passport| passport.identifier.clone());
    let mut facts = vec![("open-data-title", dataset.title.clone())];
    facts.extend(identifier.map(|identifier| ("open-data-identifier", identifier)));
    facts.push(("open-data-description", dataset.description.clone()));
    facts.extend(demonstration.then(|| ("open-data-standing", desk.word("demo-text"))));
    facts.push(("open-data-publisher", site.operator.name.clone()));
    facts.extend(dataset.days.map(days).into_iter().flatten());
    facts.push(("open-data-terms", desk.word("open-data-terms-text")));
    facts.push(("open-data-address", site.base_url.clone()));
    facts.into_iter().map(|(term, text)| (desk.word(term), text)).collect()
}

/// One sentence about a set.
pub fn description(desk: &Desk<'_>, dataset: &Dataset<'_>) -> String {
    let numbers = [("indicators", dataset.series.len().into()), ("rows", dataset.len().into())];
    desk.say(
        match dataset.scope {
            Scope::Whole => "open-data-about-whole",
            Scope::Programme(_) => "open-data-about-programme",
            Scope::Indicator(..) => "open-data-about-indicator",
        },
        &numbers,
    )
}

/// Until when the data are current: a year after their collection the next one is due, for a period is a year.
pub fn valid(last: Date) -> Date {
    last.saturating_add(1.year())
}

/// The last year that has values.
fn newest(dataset: &Dataset<'_>) -> String {
    let years = dataset.series.iter().flat_map(|series| &series.years).map(|year| year.period);
    years.max().map_or_else(String::new, |year| year.to_string())
}

/// `YYYYMMDD`.
fn day(date: Date) -> String {
    iso(date).replace('-', "")
}

/// Whether a programme has values, and so a set.
pub fn has_values(programme: &Programme) -> bool {
    programme.collections.values().any(|collection| !collection.observations.is_empty())
}
