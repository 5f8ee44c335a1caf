//! The catalogue of open data.

use serde::Serialize;

use super::{Fact, FileView, Link};

/// The sets that can be taken away.
#[derive(Clone, Debug, Serialize)]
pub struct OpenDataView {
    /// A sentence below the heading.
    pub intro: String,
    /// On what terms the data may be used: sentences.
    pub terms: Vec<String>,
    /// How the files are to be read: sentences.
    pub reading: Vec<String>,
    /// The list for machines.
    pub list: FileView,
    /// Sets.
    pub datasets: Vec<DatasetView>,
}

/// A set.
#[derive(Clone, Debug, Serialize)]
pub struct DatasetView {
    /// Its anchor.
    pub anchor: String,
    /// Its name.
    pub title: String,
    /// The page that shows the same numbers.
    pub shown: Option<Link>,
    /// What is known of it.
    pub facts: Vec<Fact>,
    /// The values, in every format.
    pub files: Vec<FileView>,
    /// Passport, structure and data for portals.
    pub machine: Vec<FileView>,
}
