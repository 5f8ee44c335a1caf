//! The site's own settings.

use jiff::civil::Date;

use crate::diag::Span;

/// Whose site it is.
#[derive(Debug, Default)]
pub struct Operator {
    /// Full name of the authority.
    pub name: String,
    /// Its short name.
    pub short: String,
    /// Postal address.
    pub address: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// ИНН.
    pub inn: Option<String>,
    /// Office hours.
    pub hours: Option<String>,
}

/// Whether the values shown are real.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// The district's own data.
    #[default]
    Real,
    /// Demonstration values: every page says so.
    Demonstration,
}

/// Where the dates of changes come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dates {
    /// The texts say them.
    #[default]
    FrontMatter,
    /// The commits say them.
    Git {
        /// Where this was asked for.
        asked: Span,
    },
}

/// For whom the site is built.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Edition {
    /// For everybody: small cells are hidden.
    #[default]
    Public,
    /// For the operator alone: everything is shown.
    Internal,
}

/// The settings of `site.toml`, joined with those of the command line.
#[derive(Debug)]
pub struct Site {
    /// The site's name.
    pub title: String,
    /// BCP 47 tag of the content's language.
    pub language: String,
    /// Where the site is published, with a final slash.
    pub base_url: String,
    /// "Today" of this build.
    pub date: Date,
    /// Real or demonstration.
    pub standing: Standing,
    /// For whom the site is built.
    pub edition: Edition,
    /// The smallest number of people that is shown.
    pub smallest: u32,
    /// Where the dates of changes come from.
    pub dates: Dates,
    /// The theme's folder name.
    pub theme: String,
    /// Where the project's files can be read by everybody, with a final slash.
    pub repository: Option<String>,
    /// Whose site it is.
    pub operator: Operator,
}
