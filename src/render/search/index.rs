//! The words of all entries, each with the entries that have it.
//!
//! A place is one number of eight bytes, and all of them stand in one sorted list: at ten thousand practices there are
//! three million, and trees of lists would weigh ten times as much.

#![expect(
    clippy::disallowed_types,
    reason = "six million words are asked for by name; the maps are never walked through, so their order is nobody's"
)]

use std::collections::HashMap;
use std::ops::Range;

use rayon::prelude::*;

use crate::plan::{Plan, SearchEntry};
use crate::words::{Stems, words};

use super::{code, text};

/// Into so many parts the entries are divided to be gathered side by side: every part brings a list of words to be joined.
const PARTS: usize = 8;
/// Words that begin alike in so many letters stay in one file.
const ALIKE: usize = 4;
/// So often a word must stand in a text to say what the text is about.
const OFTEN: usize = 3;

/// Bits of a place: the word's number, the entry's number, where in the entry.
const WORD: u32 = 40;
const ENTRY: u32 = 8;

/// All words, sorted.
pub struct Index {
    words: Vec<String>,
    /// Where the places of each word begin; one more at the end.
    starts: Vec<usize>,
    places: Vec<u64>,
}

impl Index {
    /// Reads all entries.
    pub fn of(plan: &Plan<'_>) -> Self {
        let entries = &plan.search.entries;
        let size = entries.len().div_ceil(PARTS).max(1);
        let gathered: Vec<Gathered> = (entries.par_chunks(size).enumerate())
            .map(|(number, part)| Gathered::of(plan, part, number * size))
            .collect();
        let mut all: Vec<&str> =
            gathered.iter().flat_map(|part| part.words.iter().map(String::as_str)).collect();
        all.par_sort_unstable();
        all.dedup();
        let mut places: Vec<u64> = gathered.par_iter().flat_map_iter(|part| part.placed(&all)).collect();
        places.par_sort_unstable();
        let mut starts = vec![0; all.len() + 1];
        for place in &places {
            starts[number_of(place >> WORD) + 1] += 1;
        }
        for word in 0..all.len() {
            starts[word + 1] += starts[word];
        }
        Self { words: all.into_iter().map(str::to_owned).collect(), starts, places }
    }

    /// Words with their entries.
    pub fn words(&self, range: Range<usize>) -> String {
        self.file(range, |text, word| {
            let entries = &self.places[self.starts[word]..self.starts[word + 1]];
            let mut entries: Vec<(u8, u32)> =
                entries.iter().map(|place| (place.to_le_bytes()[0], entry_of(*place))).collect();
            entries.sort_unstable();
            code::entries(text, &entries);
        })
    }

    /// Words alone.
    pub fn letters(&self, range: Range<usize>) -> String {
        self.file(range, |_, _| {})
    }

    /// The word at a place; behind the last one, a word behind all words.
    pub fn word(&self, place: usize) -> &str {
        self.words.get(place).map_or("\u{ffff}", String::as_str)
    }

    /// Shares the words out among so many files of about the same weight, with words that begin alike in one of them.
    pub fn shares(&self, files: usize) -> Vec<Range<usize>> {
        let cuts: Vec<usize> = (0..=files).map(|number| self.cut(files, number)).collect();
        cuts.windows(2).map(|ends| ends[0]..ends[1]).collect()
    }

    fn file(&self, range: Range<usize>, add: impl Fn(&mut String, usize)) -> String {
        let mut text = String::new();
        let mut before = "";
        for word in range {
            if !text.is_empty() {
                text.push(' ');
            }
            code::word(&mut text, before, &self.words[word]);
            add(&mut text, word);
            before = &self.words[word];
        }
        text
    }

    /// Where a file begins.
    fn cut(&self, files: usize, number: usize) -> usize {
        let weight = self.weight(self.words.len()) * number / files;
        let word = partition(self.words.len(), |word| self.weight(word) < weight);
        let alike = |word: &String| word.chars().take(ALIKE).collect::<String>();
        match (word.checked_sub(1).and_then(|before| self.words.get(before)), self.words.get(word)) {
            (Some(before), Some(_)) => {
                let start = alike(before);
                word + self.words[word..].iter().take_while(|next| alike(next) == start).count()
            }
            _ => word,
        }
    }

    /// How much all words before this one weigh.
    fn weight(&self, word: usize) -> usize {
        word * 6 + self.starts[word] * 2
    }
}

/// The first number below `end` for which the predicate no longer holds.
fn partition(end: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, end);
    while low < high {
        let middle = usize::midpoint(low, high);
        if holds(middle) { low = middle + 1 } else { high = middle }
    }
    low
}

fn number_of(bits: u64) -> usize {
    usize::try_from(bits).unwrap_or(usize::MAX)
}

fn entry_of(place: u64) -> u32 {
    // Shifted and cut, it always fits.
    u32::try_from(place >> ENTRY & 0xffff_ffff).unwrap_or(u32::MAX)
}

/// The words of some entries, numbered as they were met.
struct Gathered {
    words: Vec<String>,
    places: Vec<u64>,
}

impl Gathered {
    fn of(plan: &Plan<'_>, entries: &[SearchEntry], first: usize) -> Self {
        let mut reader = Reader::default();
        let mut places = Vec::new();
        for (number, entry) in (first..).zip(entries) {
            reader.read(code::IN_TITLE, &entry.title);
            reader.read(code::IN_KEYWORDS, &entry.keywords);
            reader.read(code::IN_SUMMARY, &entry.about);
            text::pieces(plan, entry, |piece| reader.read(0, piece));
            places.extend(
                reader.entry().map(|(word, where_)| {
                    (word as u64) << WORD | (number as u64) << ENTRY | u64::from(where_)
                }),
            );
        }
        Self { words: reader.words, places }
    }

    /// The places with the numbers that words have among all words.
    fn placed(&self, all: &[&str]) -> impl Iterator<Item = u64> {
        let numbers: Vec<u64> = self
            .words
            .iter()
            .map(|word| all.binary_search(&word.as_str()).unwrap_or_default() as u64)
            .collect();
        let rest = (1 << WORD) - 1;
        self.places.iter().map(move |place| numbers[number_of(place >> WORD)] << WORD | place & rest)
    }
}

/// Reads texts word by word. Most words were met before: then neither letters nor endings are looked at again.
#[derive(Default)]
struct Reader {
    stems: Stems,
    /// The number of its stem for every form of a word; small words have none.
    forms: HashMap<String, Option<usize>>,
    numbers: HashMap<String, usize>,
    words: Vec<String>,
    /// Words of the entry being read, each with where it stands.
    met: Vec<(usize, u8)>,
}

impl Reader {
    fn read(&mut self, place: u8, text: &str) {
        for form in words(text) {
            let number = match self.forms.get(form) {
                Some(number) => *number,
                None => self.learn(form),
            };
            self.met.extend(number.map(|number| (number, place)));
        }
    }

    fn learn(&mut self, form: &str) -> Option<usize> {
        let number = self.stems.stem(form).map(|stem| match self.numbers.get(&stem) {
            Some(number) => *number,
            None => {
                self.words.push(stem.clone());
                self.numbers.insert(stem, self.words.len() - 1);
                self.words.len() - 1
            }
        });
        self.forms.insert(form.to_owned(), number);
        number
    }

    /// The words of the entry, each once, with the sum of its places.
    fn entry(&mut self) -> impl Iterator<Item = (usize, u8)> {
        let mut met = std::mem::take(&mut self.met);
        met.sort_unstable();
        let mut words: Vec<(usize, u8)> = Vec::new();
        for same in met.chunk_by(|one, other| one.0 == other.0) {
            let in_text = same.iter().filter(|(_, place)| *place == 0).count();
            let has = |place: u8| if same.iter().any(|(_, other)| *other == place) { place } else { 0 };
            let text = if in_text >= OFTEN { 2 } else { u8::from(in_text > 0) };
            let fields = has(code::IN_SUMMARY) + has(code::IN_KEYWORDS) + has(code::IN_TITLE);
            words.push((same[0].0, text + fields));
        }
        words.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An index of words that each stand in the title of one entry.
    fn index(words: &[&str]) -> Index {
        let places = (0..).zip(words).map(|(word, _)| word << WORD | u64::from(code::IN_TITLE));
        Index {
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            starts: (0..=words.len()).collect(),
            places: places.collect(),
        }
    }

    #[test]
    fn files_hold_every_word_once_and_words_that_begin_alike_together() {
        let words = ["аист", "балл", "наставля", "наставник", "наставничеств", "настольн", "урок", "школ"];
        let index = index(&words);
        for files in 1..=10 {
            let ranges = index.shares(files);
            assert_eq!((ranges[0].start, ranges[files - 1].end), (0, words.len()), "{files}");
            assert!(ranges.windows(2).all(|two| two[0].end == two[1].start), "{files}: {ranges:?}");
            let holds = |word: usize| ranges.iter().position(|range| range.contains(&word));
            assert!((3..=5).all(|word| holds(word) == holds(2)), "{files}: {ranges:?}");
        }
        assert_eq!(index.shares(2), [0..6, 6..8]);
        assert_eq!(index.words(6..8), "0урок.0 0школ.0");
        assert_eq!(index.letters(0..8).split(' ').nth(4), Some("8честв"));
    }

    #[test]
    fn a_site_without_words_has_empty_files() {
        let index = index(&[]);
        assert_eq!(index.shares(2), [0..0, 0..0]);
        assert_eq!((index.words(0..0), index.word(0)), (String::new(), "\u{ffff}"));
    }

    #[test]
    fn a_word_counts_by_all_its_places() {
        let mut reader = Reader::default();
        reader.read(code::IN_TITLE, "Протокол урока");
        reader.read(0, "Протокол и протоколы: протоколу и уроку");
        reader.read(code::IN_SUMMARY, "на уроке");
        let entry: Vec<(usize, u8)> = reader.entry().collect();
        assert_eq!(reader.words, ["протокол", "урок"]);
        assert_eq!(entry, [(0, code::IN_TITLE + 2), (1, code::IN_TITLE + code::IN_SUMMARY + 1)]);
    }
}
