//! Names in a table: words of closed lists, and ids.
//!
//! Apart from plain values, because a name that is nearly right deserves the word that was probably meant.

use crate::diag::{At, Diagnostic, codes};
use crate::words::nearest;

use super::super::{Id, LONGEST_ID};
use super::Fields;

impl Fields<'_, '_> {
    /// A word of a closed list that must be there.
    pub fn word<T: Copy>(&mut self, key: &'static str, known: &[(&'static str, T)]) -> Option<T> {
        if self.raw(key).is_none() {
            self.missing(key);
        }
        self.opt_word(key, known)
    }

    /// A word of a closed list that may be absent.
    pub fn opt_word<T: Copy>(&mut self, key: &'static str, known: &[(&'static str, T)]) -> Option<T> {
        let value = self.raw(key)?;
        let typed = self.read_text(key, value)?;
        self.known(&typed, known)
    }

    /// Several words of a closed list.
    pub fn words<T: Copy>(&mut self, key: &'static str, known: &[(&'static str, T)]) -> Vec<T> {
        self.list(key, "texts")
            .into_iter()
            .filter_map(|value| {
                let typed = self.read_text(key, value)?;
                self.known(&typed, known)
            })
            .collect()
    }

    fn known<T: Copy>(&mut self, typed: &At<String>, known: &[(&'static str, T)]) -> Option<T> {
        if let Some((_, word)) = known.iter().find(|(name, _)| *name == typed.value) {
            return Some(*word);
        }
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        self.diagnostics.push(
            Diagnostic::at(&codes::UNKNOWN_WORD, typed.span)
                .with("word", &typed.value)
                .with("known", names.join(", "))
                .nearest(nearest(&typed.value, names)),
        );
        None
    }

    /// An id that must be there.
    pub fn id<T>(&mut self, key: &'static str) -> Option<At<Id<T>>> {
        if self.raw(key).is_none() {
            self.missing(key);
        }
        self.opt_id(key)
    }

    /// An id that may be absent.
    pub fn opt_id<T>(&mut self, key: &'static str) -> Option<At<Id<T>>> {
        let value = self.raw(key)?;
        let typed = self.read_text(key, value)?;
        self.parse_id(&typed)
    }

    /// Several ids, none twice.
    pub fn ids<T>(&mut self, key: &'static str) -> Vec<At<Id<T>>> {
        let mut ids: Vec<At<Id<T>>> = Vec::new();
        for value in self.list(key, "texts") {
            let Some(typed) = self.read_text(key, value) else { continue };
            let Some(id) = self.parse_id(&typed) else { continue };
            if let Some(first) = ids.iter().find(|other| other.value == id.value) {
                let twice =
                    Diagnostic::at(&codes::DUPLICATE_ITEM, id.span).with("item", &id.value).see(first.span);
                self.diagnostics.push(twice);
            } else {
                ids.push(id);
            }
        }
        ids
    }

    /// Takes a text for an id.
    pub fn parse_id<T>(&mut self, typed: &At<String>) -> Option<At<Id<T>>> {
        let id = Id::parse(&typed.value);
        if id.is_none() {
            self.diagnostics.push(
                Diagnostic::at(&codes::BAD_ID, typed.span)
                    .with("id", typed.value.escape_debug())
                    .with("most", LONGEST_ID),
            );
        }
        id.map(|id| At::new(id, typed.span))
    }
}
