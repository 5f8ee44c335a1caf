//! Organisations: those who are monitored and those who share practices.

use crate::diag::At;

use super::{Id, Kind};

/// An educational organisation.
#[derive(Debug)]
pub struct Organisation {
    /// Full official name.
    pub name: String,
    /// Name for cards and charts.
    pub short: String,
    /// School, kindergarten, centre …
    pub kind: At<Id<Kind>>,
    /// Pedagogical workers, persons.
    pub staff: u32,
    /// Town or village, as written.
    pub settlement: Option<String>,
    /// A remark for the reader.
    pub note: Option<String>,
}
