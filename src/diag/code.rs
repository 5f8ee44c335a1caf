//! A code: the permanent name of one rule.

/// How grave a complaint is. There are exactly two levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Nothing is published.
    Error,
    /// The site is published, and the author is told.
    Warning,
}

/// A rule's permanent name and gravity. Its sentence, hint and explanation stand in the catalogues under the same name.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The stable name, such as `F004`.
    pub id: &'static str,
    /// Error or warning.
    pub level: Level,
}
