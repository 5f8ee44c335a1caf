//! Words as the search compares them: lower case, ё as е, and without their endings.
//!
//! The browser does the same to what is typed (`themes/default/static/words.js`); a test holds the two together.

use rust_stemmers::{Algorithm, Stemmer};

use super::is_of_word;

/// Words by which nobody finds anything.
pub const STOP_WORDS: [&str; 40] = [
    "а",
    "без",
    "бы",
    "в",
    "во",
    "для",
    "до",
    "её",
    "же",
    "за",
    "и",
    "из",
    "или",
    "их",
    "к",
    "как",
    "ко",
    "ли",
    "на",
    "над",
    "не",
    "ни",
    "но",
    "о",
    "об",
    "он",
    "от",
    "по",
    "под",
    "при",
    "с",
    "со",
    "так",
    "то",
    "у",
    "что",
    "чтобы",
    "это",
    "я",
    "мы",
];

/// More letters are no word.
const LONGEST: usize = 30;

/// The words of a text as they stand there.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter| !is_of_word(letter)).filter(|word| !word.is_empty())
}

/// Cuts the endings of Russian words off (Snowball, Porter 2001).
pub struct Stems(Stemmer);

impl Default for Stems {
    fn default() -> Self {
        Self(Stemmer::create(Algorithm::Russian))
    }
}

impl Stems {
    /// The stem of a word; a stop word, a letter alone and what is too long to be a word have none.
    pub fn stem(&self, word: &str) -> Option<String> {
        let lower = word.to_lowercase();
        let alone = lower.chars().nth(1).is_none() && !lower.starts_with(|letter: char| letter.is_numeric());
        if alone || STOP_WORDS.contains(&lower.as_str()) || lower.chars().nth(LONGEST).is_some() {
            return None;
        }
        Some(self.0.stem(&lower.replace('ё', "е")).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem_and_small_words_none() {
        let stems = Stems::default();
        let all = |text: &str| words(text).filter_map(|word| stems.stem(word)).collect::<Vec<_>>().join(" ");
        for (text, expected) in [
            ("Рефлексия, рефлексии, рефлексией", "рефлекс рефлекс рефлекс"),
            ("Ёлка, ёлки и елка", "елк елк елк"),
            ("её как её", ""),
            ("в № 3, 8 «А» класс", "3 8 класс"),
            ("врач-психолог", "врач психолог"),
            ("PowerPoint", "powerpoint"),
            (&"о".repeat(31), ""),
            ("", ""),
        ] {
            assert_eq!(all(text), expected, "{text}");
        }
    }
}
