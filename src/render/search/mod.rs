//! The files by which the browser finds: small scripts, because a page opened from `file://` may load nothing else.
//!
//! A query loads only what it needs: the start says where every word stands, one file of words holds all words that
//! begin alike, cards and texts come for what is shown. Measured against one whole index this moves a hundredth of the
//! bytes at ten thousand practices; against a library (Pagefind) it needs no WebAssembly, so the strict policy stays.

mod code;
mod index;
mod text;

use std::ops::Range;
use std::sync::OnceLock;

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::diag::Diagnostic;
use crate::plan::{FoundKind, Plan, SearchEntry, route};
use crate::words::STOP_WORDS;

use super::template::Templates;
use index::Index;

/// Cards in one file.
const CARDS: usize = 16;
/// Texts in one file.
const TEXTS: usize = 4;
/// Bytes of texts whose words fill one file of words: it comes to some 20 KB.
const TEXT_OF_WORDS: usize = 128 * 1024;
/// Files of words whose words without places fill one file for misspelt words.
const WORDS_OF_LETTERS: usize = 16;

/// One file of the finder.
#[derive(Clone, Copy, Debug)]
pub enum File {
    /// Where everything is, and what the scripts say.
    Start,
    /// Values of facets with their practices.
    Facets,
    /// Ids of practices, the present and the earlier ones.
    Names,
    /// Words with the entries that have them.
    Words(usize),
    /// Words alone, for those that were typed with a mistake.
    Letters(usize),
    /// Entries as they are shown.
    Cards(usize),
    /// Texts, from which snippets are cut.
    Texts(usize),
}

impl File {
    fn name(self) -> String {
        match self {
            Self::Start => "start".to_owned(),
            Self::Facets => "facets".to_owned(),
            Self::Names => "names".to_owned(),
            Self::Words(number) => format!("words/{number}"),
            Self::Letters(number) => format!("letters/{number}"),
            Self::Cards(number) => format!("cards/{number}"),
            Self::Texts(number) => format!("texts/{number}"),
        }
    }
}

/// All files of the finder. The index behind the words is made when it is first asked for: the preview may never be.
pub struct Finder<'a> {
    plan: &'a Plan<'a>,
    /// Tells the order of the entries: files of two orders cannot be used together.
    token: String,
    words: usize,
    index: OnceLock<Indexed>,
}

/// The index, shared out among files.
struct Indexed {
    index: Index,
    words: Vec<Range<usize>>,
    letters: Vec<Range<usize>>,
    /// Tells where the words were cut apart.
    shape: String,
}

impl<'a> Finder<'a> {
    /// Counts the files; nothing is drawn.
    pub fn new(plan: &'a Plan<'a>) -> Self {
        let entries = &plan.search.entries;
        let mut order = Sha256::new();
        entries.iter().for_each(|entry| order.update(format!("{}\n", entry.href)));
        let bytes: usize = entries.iter().map(|entry| text::length(plan, entry)).sum();
        Self {
            plan,
            token: short(order),
            words: bytes.div_ceil(TEXT_OF_WORDS).max(1),
            index: OnceLock::new(),
        }
    }

    /// Every file with its address.
    pub fn files(&self) -> Vec<(String, File)> {
        let entries = self.plan.search.entries.len();
        let single = [File::Start, File::Facets, File::Names].into_iter();
        let words = (0..self.words).map(File::Words).chain((0..self.letters()).map(File::Letters));
        let cards = (0..entries.div_ceil(CARDS)).map(File::Cards);
        let texts = (0..entries.div_ceil(TEXTS)).map(File::Texts);
        let files = single.chain(words).chain(cards).chain(texts);
        files.map(|file| (route::finder(&file.name()), file)).collect()
    }

    /// Makes the index now: asked for by many threads at once, it would hold all of them up.
    pub fn prepare(&self) {
        self.indexed();
    }

    /// Draws one file.
    pub fn draw(&self, file: File, templates: &Templates) -> Result<Vec<u8>, Diagnostic> {
        let value = match file {
            File::Start => self.start(),
            File::Facets => self.facets(),
            File::Names => self.names(),
            File::Words(number) => self.indexed().index.words(self.indexed().words[number].clone()).into(),
            File::Letters(number) => {
                self.indexed().index.letters(self.indexed().letters[number].clone()).into()
            }
            File::Cards(number) => {
                let cards = chunk(&self.plan.search.entries, CARDS, number).iter();
                cards.map(|entry| templates.found(entry)).collect::<Result<Vec<_>, _>>()?.into()
            }
            File::Texts(number) => {
                let texts = chunk(&self.plan.search.entries, TEXTS, number).iter();
                texts.map(|entry| text::shown(self.plan, entry)).collect::<Vec<_>>().into()
            }
        };
        Ok(script(&file.name(), &self.mark(file), &value))
    }

    /// Tells the browser with which files this one may be used: those of the index must also agree where a word stands.
    fn mark(&self, file: File) -> String {
        match file {
            File::Start | File::Words(_) | File::Letters(_) => {
                format!("{}-{}", self.token, self.indexed().shape)
            }
            File::Facets | File::Names | File::Cards(_) | File::Texts(_) => self.token.clone(),
        }
    }

    fn letters(&self) -> usize {
        self.words.div_ceil(WORDS_OF_LETTERS)
    }

    fn indexed(&self) -> &Indexed {
        self.index.get_or_init(|| {
            let index = Index::of(self.plan);
            let (words, letters) = (index.shares(self.words), index.shares(self.letters()));
            let mut shape = Sha256::new();
            words
                .iter()
                .chain(&letters)
                .for_each(|range| shape.update(format!("{}\n", index.word(range.start))));
            Indexed { index, words, letters, shape: short(shape) }
        })
    }

    fn start(&self) -> Value {
        let search = &self.plan.search;
        let count = |kind: FoundKind| search.entries.iter().filter(|entry| entry.kind == kind).count();
        let kinds =
            FoundKind::ALL.iter().zip(&search.kinds).map(|(kind, title)| json!([title, count(*kind)]));
        let phrases =
            search.phrases.iter().map(|(key, text)| ((*key).to_owned(), Value::from(text.as_str())));
        let first = |shares: &[Range<usize>]| -> Vec<&str> {
            shares.iter().map(|share| self.indexed().index.word(share.start)).collect()
        };
        json!({
            "kinds": kinds.collect::<Vec<_>>(),
            "words": first(&self.indexed().words),
            "letters": first(&self.indexed().letters),
            "cards": CARDS,
            "texts": TEXTS,
            "stop": STOP_WORDS.join(" ").replace('ё', "е"),
            "phrases": phrases.collect::<serde_json::Map<_, _>>(),
        })
    }

    fn facets(&self) -> Value {
        let facets = self.plan.search.facets.iter().map(|facet| {
            let values = facet.values.iter().map(|it| json!([it.id, it.title, code::numbers(&it.places)]));
            json!([facet.key, facet.title, values.collect::<Vec<_>>()])
        });
        facets.collect::<Vec<_>>().into()
    }

    fn names(&self) -> Value {
        let practices = self.plan.search.entries.iter().filter(|entry| entry.kind == FoundKind::Practice);
        let name = |entry: &SearchEntry| {
            let file = entry.href.rsplit('/').next().unwrap_or_default();
            file.trim_end_matches(".html").to_owned()
        };
        let earlier =
            self.plan.search.earlier.iter().map(|(id, present)| (id.clone(), present.as_str().into()));
        json!([practices.map(name).collect::<Vec<_>>().join(" "), earlier.collect::<serde_json::Map<_, _>>()])
    }
}

/// The beginning of a hash: enough to tell two publications apart.
fn short(hash: Sha256) -> String {
    hash.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

fn chunk<T>(items: &[T], size: usize, number: usize) -> &[T] {
    items.chunks(size).nth(number).unwrap_or_default()
}

/// A script that hands a value over. U+2028 and U+2029 end a line in old scripts; `</` would end a script that somebody
/// inlines.
fn script(name: &str, token: &str, value: &Value) -> Vec<u8> {
    let json = value.to_string();
    let json = json.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029").replace("</", "<\\/");
    format!("metodbank.take(\"{name}\",\"{token}\",{json})\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_cannot_be_closed_from_inside() {
        let drawn = script("cards/0", "0a", &json!(["</script><b>\u{2028}\u{1}"]));
        let expected = "metodbank.take(\"cards/0\",\"0a\",[\"<\\/script><b>\\u2028\\u0001\"])\n";
        assert_eq!(String::from_utf8(drawn).unwrap(), expected);
    }
}
