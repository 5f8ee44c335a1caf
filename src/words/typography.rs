//! Russian typography of running text: «ёлочки» with „лапки“ inside, dashes, and spaces that do not break.
//!
//! Apart from Markdown, because plain texts of the data need it too. A `Typographer` remembers the character before,
//! so that a text cut into pieces by markup is set as one.

use super::{NBSP, is_letter};

/// Sets text that arrives in pieces.
#[derive(Debug, Default)]
pub struct Typographer {
    before: Option<char>,
    open: Quotes,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Quotes {
    #[default]
    None,
    Outer,
    Inner,
}

impl Typographer {
    /// Forgets what came before: a new paragraph begins.
    pub fn restart(&mut self) {
        *self = Self::default();
    }

    /// Something that is not set stands here (code, a picture, a value): the next quote closes.
    pub fn pass(&mut self) {
        self.before = Some('x');
    }

    /// Sets one piece.
    pub fn set(&mut self, piece: &str) -> String {
        let mut text = String::with_capacity(piece.len() + 8);
        let mut letters = piece.chars();
        while let Some(letter) = letters.next() {
            let rest = letters.as_str();
            let set = match letter {
                '"' => self.quote(),
                '«' => {
                    self.open = Quotes::Outer;
                    letter
                }
                '»' => {
                    self.open = Quotes::None;
                    letter
                }
                '-' if is_hyphen_alone(rest) && self.before != Some('-') => {
                    letters.next();
                    '—'
                }
                ' ' if self.binds(rest, &text) => NBSP,
                _ => letter,
            };
            text.push(set);
            self.before = Some(set);
        }
        text
    }

    fn quote(&mut self) -> char {
        let after_word = self.before.is_some_and(|c| c.is_alphanumeric() || ".,!?…%)»“x".contains(c));
        // Inches and minutes stay as they are: 5" is not a quotation.
        if self.before.is_some_and(|c| c.is_ascii_digit()) && self.open == Quotes::None {
            return '"';
        }
        let (quote, open) = match (after_word, self.open) {
            (true, Quotes::Inner) => ('“', Quotes::Outer),
            (true, _) => ('»', Quotes::None),
            (false, Quotes::None) => ('«', Quotes::Outer),
            (false, _) => ('„', Quotes::Inner),
        };
        self.open = open;
        quote
    }

    /// Whether the space that follows `set_so_far` must not break before `rest`.
    fn binds(&self, rest: &str, set_so_far: &str) -> bool {
        match (self.before, rest.chars().next()) {
            (_, Some('—' | '–')) => true,
            (_, Some('-')) => is_hyphen_alone(&rest[1..]),
            (_, Some('ж' | 'л' | 'б')) if starts_with_particle(rest) => true,
            (Some('№' | '§'), Some(_)) => true,
            (Some(before), Some(next)) if before.is_ascii_digit() => next == '%' || unit_follows(rest),
            (_, next) => {
                ends_with_short_word(set_so_far)
                    && next.is_some_and(|c| is_letter(c) || c.is_numeric() || "«„(".contains(c))
            }
        }
    }
}

/// Whether exactly one hyphen stands in front: with the one before it, it makes a dash.
fn is_hyphen_alone(rest: &str) -> bool {
    rest.strip_prefix('-').is_some_and(|after| !after.starts_with('-'))
}

/// Units and words that stay with their number.
fn unit_follows(rest: &str) -> bool {
    const UNITS: [&str; 12] =
        ["п. п.", "чел", "г.", "года", "год", "час", "мин", "класс", "недел", "балл", "руб", "раз"];
    UNITS.iter().any(|unit| rest.starts_with(unit))
}

/// Particles lean on the word before them.
const PARTICLES: [&str; 5] = ["же", "ли", "бы", "ж", "б"];

fn starts_with_particle(rest: &str) -> bool {
    let ends = |after: &str| !after.starts_with(is_letter);
    PARTICLES.iter().any(|particle| rest.strip_prefix(particle).is_some_and(ends))
}

/// Prepositions, conjunctions and particles of one or two letters do not end a line.
fn ends_with_short_word(text: &str) -> bool {
    // No more is looked at than decides.
    let tail = text.char_indices().rev().take(3);
    let (mut letters, mut start) = (0, text.len());
    for (at, letter) in tail {
        if [' ', NBSP, '(', '«', '\n'].contains(&letter) {
            break;
        }
        if !is_letter(letter) {
            return false;
        }
        (letters, start) = (letters + 1, at);
    }
    (1..=2).contains(&letters) && !PARTICLES.contains(&&text[start..])
}

/// Sets a whole plain text.
pub fn polish(text: &str) -> String {
    Typographer::default().set(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        polish(text).replace(NBSP, "_")
    }

    #[test]
    fn text_is_set_as_in_a_russian_book() {
        for (typed, set) in [
            ("Это \"важно\"", "Это «важно»"),
            ("\"Школа \"Олимп\"\" рядом", "«Школа „Олимп“» рядом"),
            ("урок - игра -- да", "урок - игра_— да"),
            ("Школа № 3 и 12 %", "Школа №_3 и_12_%"),
            ("работа в паре", "работа в_паре"),
            ("не хватает 4 человек из 52", "не_хватает 4_человек из_52"),
            ("тот же дефицит", "тот_же дефицит"),
            ("диск 5\"", "диск 5\""),
            ("слово — дело", "слово_— дело"),
            ("---", "---"),
            ("", ""),
        ] {
            assert_eq!(shown(typed), set);
        }
    }

    #[test]
    fn a_quotation_cut_by_markup_is_one_quotation() {
        let mut typographer = Typographer::default();
        let pieces = ["\"", "Важно", "\" и дальше"].map(|piece| typographer.set(piece));
        assert_eq!(pieces.concat().replace(NBSP, " "), "«Важно» и дальше");
    }
}
