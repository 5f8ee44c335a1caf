//! Russian typography of running text: «ёлочки» with „лапки“ inside, dashes, and spaces that do not break.
//!
//! Apart from Markdown, because plain texts of the data need it too. A `Typographer` remembers the character before,
//! so that a text cut into pieces by markup is set as one.

use super::NBSP;

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
        let letters: Vec<char> = piece.chars().collect();
        let mut text = String::with_capacity(piece.len() + 8);
        let mut at = 0;
        while at < letters.len() {
            let letter = letters[at];
            let next = letters.get(at + 1).copied();
            let (set, taken) = match letter {
                '"' => (self.quote(), 1),
                '«' => {
                    self.open = Quotes::Outer;
                    (letter, 1)
                }
                '»' => {
                    self.open = Quotes::None;
                    (letter, 1)
                }
                '-' if next == Some('-') && letters.get(at + 2) != Some(&'-') && self.before != Some('-') => {
                    ('—', 2)
                }
                ' ' if self.binds(&letters[at + 1..], &text) => (NBSP, 1),
                _ => (letter, 1),
            };
            text.push(set);
            self.before = Some(set);
            at += taken;
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
    fn binds(&self, rest: &[char], set_so_far: &str) -> bool {
        match (self.before, rest.first()) {
            (_, Some('—' | '–')) => true,
            (_, Some('-')) => rest.get(1) == Some(&'-') && rest.get(2) != Some(&'-'),
            _ if starts_with_particle(rest) => true,
            (Some('№' | '§'), Some(_)) => true,
            (Some(before), Some(next)) if before.is_ascii_digit() => *next == '%' || unit_follows(rest),
            _ => {
                ends_with_short_word(set_so_far)
                    && rest.first().is_some_and(|c| c.is_alphanumeric() || "«„(".contains(*c))
            }
        }
    }
}

/// Units and words that stay with their number.
fn unit_follows(rest: &[char]) -> bool {
    const UNITS: [&str; 12] =
        ["п. п.", "чел", "г.", "года", "год", "час", "мин", "класс", "недел", "балл", "руб", "раз"];
    let word: String = rest.iter().take(8).collect();
    UNITS.iter().any(|unit| word.starts_with(unit))
}

/// Particles lean on the word before them.
fn starts_with_particle(rest: &[char]) -> bool {
    let word: String = rest.iter().take_while(|c| c.is_alphabetic()).take(4).collect();
    is_particle(&word)
}

fn is_particle(word: &str) -> bool {
    matches!(word, "же" | "ли" | "бы" | "ж" | "б")
}

/// Prepositions, conjunctions and particles of one or two letters do not end a line.
fn ends_with_short_word(text: &str) -> bool {
    let word: &str = text.rsplit([' ', NBSP, '(', '«', '\n']).next().unwrap_or_default();
    let letters = word.chars().count();
    !is_particle(word) && (1..=2).contains(&letters) && word.chars().all(char::is_alphabetic)
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
