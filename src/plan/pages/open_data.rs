//! Open data: the catalogue of sets, and the lists of files on other pages.

use crate::model::{Id, Programme};
use crate::words::in_words;

use super::super::desk::Desk;
use super::super::downloads::{self, Dataset, Downloads, Form, Format, Scope};
use super::super::sentence::Subject;
use super::super::views::{Content, DatasetView, Fact, FileView, Link, OpenDataView};
use super::super::{Page, route};
use super::shared::{dated, fact, page, section};

/// The catalogue; none where there is no set.
pub fn open_data<'a>(desk: &Desk<'a>, downloads: &Downloads<'a>) -> Option<Page<'a>> {
    let list = downloads.list.as_ref()?;
    let intro = desk.word("open-data-intro");
    let head = desk.head(route::OPEN_DATA, section::NONE, desk.word("open-data"), intro.clone());
    let datasets = downloads.datasets.iter().filter(|dataset| dataset.passport.is_some());
    let words = |keys: &[&str]| keys.iter().map(|key| desk.word(key)).collect();
    let view = OpenDataView {
        intro,
        terms: words(&["open-data-terms-text"]),
        reading: words(&["open-data-reading-gaps", "open-data-reading-joined", "open-data-reading-days"]),
        list: FileView { link: link(desk, "download-list", &list.href), about: String::new() },
        datasets: datasets.map(|dataset| view(desk, dataset)).collect(),
    };
    let days = downloads.datasets.iter().filter_map(|dataset| dataset.days);
    let changed = days.map(|(_, last)| last).max();
    Some(dated(page(route::OPEN_DATA.to_owned(), head, Content::OpenData(view)), changed))
}

/// The way to the catalogue, where there is one.
pub fn entrance(desk: &Desk<'_>) -> Option<Link> {
    let mut programmes = desk.model.programmes.iter();
    let has_values = programmes.any(|(_, row)| downloads::has_values(&row.value));
    has_values.then(|| desk.crumb("open-data", route::OPEN_DATA))
}

/// The files of a programme, and the way to their catalogue; none before anything was collected.
pub fn of_programme(desk: &Desk<'_>, id: &Id<Programme>) -> Vec<FileView> {
    if !downloads::has_values(&desk.model.programmes[id].value) {
        return Vec::new();
    }
    let rows = desk.subjects(id).map(|subject| rows(desk, subject)).sum();
    let mut files = files(desk, Scope::Programme(id), rows);
    files.push(FileView {
        link: desk.crumb("open-data", route::OPEN_DATA),
        about: desk.word("open-data-what"),
    });
    files
}

/// How many rows the values of an indicator are.
pub fn rows(desk: &Desk<'_>, subject: Subject<'_>) -> usize {
    desk.dynamics(subject.programme, subject.id).readings.values().map(downloads::rows_of).sum()
}

/// Files in every format.
///
/// Their sizes would cost the drawing of all of them; the number of rows tells a reader as much.
pub fn files(desk: &Desk<'_>, scope: Scope<'_>, rows: usize) -> Vec<FileView> {
    let about = desk.say("download-rows", &[("n", rows.into())]);
    let file = |format: Format| FileView {
        link: link(desk, format.phrase(), &scope.file(format)),
        about: about.clone(),
    };
    Format::ALL.map(file).into()
}

fn view(desk: &Desk<'_>, dataset: &Dataset<'_>) -> DatasetView {
    let (anchor, shown) = match dataset.scope {
        Scope::Programme(id) => {
            let shown = desk.crumb("open-data-shown", &route::part(id, "monitoring"));
            (format!("programme-{id}"), Some(shown))
        }
        Scope::Whole | Scope::Indicator(..) => ("monitoring".to_owned(), None),
    };
    let machine = dataset.files.iter().filter_map(|file| {
        let name = file.href.rsplit('/').next().unwrap_or_default();
        let phrase = match &file.form {
            Form::Table(_) if name == "meta.csv" => "download-meta",
            Form::Table(_) => "download-structure",
            // The same rows under the name that the recommendations ask for.
            Form::Values(Format::Csv) if name.starts_with("data-") => "download-data",
            Form::Values(_) => return None,
        };
        Some(FileView { link: link(desk, phrase, &file.href), about: name.to_owned() })
    });
    DatasetView {
        anchor,
        title: dataset.title.clone(),
        shown,
        facts: facts(desk, dataset),
        files: files(desk, dataset.scope, dataset.len()),
        machine: machine.collect(),
    }
}

/// The passport of a set as its reader sees it; what all sets share is said once, above them.
fn facts(desk: &Desk<'_>, dataset: &Dataset<'_>) -> Vec<Fact> {
    let identifier = dataset.passport.as_ref().map(|passport| passport.identifier.clone());
    let mut facts = vec![fact(desk.word("open-data-identifier"), identifier.unwrap_or_default())];
    facts.push(fact(desk.word("open-data-description"), dataset.description.clone()));
    facts.push(fact(desk.word("open-data-publisher"), desk.model.site.operator.name.clone()));
    if let Some((first, last)) = dataset.days {
        facts.push(fact(desk.word("open-data-created"), in_words(first)));
        facts.push(fact(desk.word("open-data-modified"), in_words(last)));
        facts.push(fact(desk.word("open-data-valid"), in_words(downloads::valid(last))));
    }
    facts
}

fn link(desk: &Desk<'_>, phrase: &str, href: &str) -> Link {
    Link { title: desk.word(phrase), href: href.to_owned() }
}
