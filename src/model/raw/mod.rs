//! What was typed: TOML tables and front matter, before anything is believed.
//!
//! A reader over the parsed tree takes the place of serde mirrors: serde stops at the first mistake of a file and
//! speaks English; the reader reports every key of a file in one pass, with its place, its hint and the word that was
//! probably meant.

mod fields;
mod front_matter;
mod names;
mod scalar;
mod syntax;

pub use fields::Fields;
pub use front_matter::split;
pub use scalar::Scalar;
pub use syntax::{Piece, with_table};
