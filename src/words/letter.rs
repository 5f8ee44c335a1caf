//! Letters, Russian ones first: the standard tables are slow for Cyrillic, and every letter of a large bank is asked about.

/// Whether a character is a letter.
pub fn is_letter(c: char) -> bool {
    matches!(c, 'а'..='я' | 'А'..='Я' | 'ё') || c.is_alphabetic()
}

/// Whether a character belongs to a word: a letter or a digit.
pub fn is_of_word(c: char) -> bool {
    matches!(c, 'а'..='я' | 'А'..='Я' | 'ё') || c.is_alphanumeric()
}
