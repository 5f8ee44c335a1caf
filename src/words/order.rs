//! The order of words for people: ё beside е, «№ 2» before «№ 12».

/// A key by which Russian words sort as in a dictionary: case and quotes do not matter, ё is е, and only between words
/// that are equal so far е comes first.
pub fn alphabetical(text: &str) -> String {
    let lower: String = text.to_lowercase().chars().filter(|letter| !"«»\"".contains(*letter)).collect();
    format!("{}\u{0}{lower}", lower.replace('ё', "е"))
}

/// The same, with numbers in their numeric order.
pub fn natural(text: &str) -> String {
    let mut key = String::with_capacity(text.len() + 8);
    let mut digits = String::new();
    for letter in alphabetical(text).chars() {
        if letter.is_ascii_digit() {
            digits.push(letter);
        } else {
            flush(&mut digits, &mut key);
            key.push(letter);
        }
    }
    flush(&mut digits, &mut key);
    key
}

fn flush(digits: &mut String, key: &mut String) {
    if !digits.is_empty() {
        key.push_str(&format!("{digits:0>12}"));
        digits.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_sort_as_in_a_dictionary_and_numbers_by_size() {
        let mut words = ["ёлка", "жук", "еж", "Ель", "ёж", "елка"];
        words.sort_by_key(|word| alphabetical(word));
        assert_eq!(words, ["еж", "ёж", "елка", "ёлка", "Ель", "жук"]);
        let mut schools = ["Школа № 12", "Школа № 2", "Школа № 1"];
        schools.sort_by_key(|word| natural(word));
        assert_eq!(schools, ["Школа № 1", "Школа № 2", "Школа № 12"]);
    }
}
