//! How things are said: catalogues of phrases, Russian numbers, dates and typography.
//!
//! Apart from the rooms, because complaints, sentences and pages must all write a number the same way. It knows
//! nothing of the project.

mod catalogue;
mod date;
mod declension;
mod fold;
mod given;
mod letter;
mod nearest;
mod number;
mod order;
mod stem;
mod typography;

pub use catalogue::{Arg, Catalogue};
pub use date::{in_words, iso};
pub use declension::{name_base, name_bases};
pub use fold::{fold, folded};
pub use given::{is_given_name, is_patronymic, is_surname};
pub use letter::{is_letter, is_of_word};
pub use nearest::nearest;
pub use number::{grouped, number, percent, signed, size, superscript};
pub use order::{alphabetical, natural};
pub use stem::{STOP_WORDS, Stems, words};
pub use typography::{Typographer, polish};

/// A space that does not break.
pub const NBSP: char = '\u{a0}';
