//! Anchors of headings: readable, unique on the page, and never a name that a script might look for.

use std::collections::BTreeMap;

/// The longest readable part of an anchor.
const LONGEST: usize = 48;

/// Anchors given so far on one page.
#[derive(Debug, Default)]
pub struct Anchors {
    taken: BTreeMap<String, usize>,
}

impl Anchors {
    /// The anchor of the next heading. The prefix keeps «main» or «location» from meaning something to a browser.
    pub fn of(&mut self, heading: &str) -> String {
        let slug = transliterated(heading);
        let base = if slug.is_empty() { "h".to_owned() } else { format!("h-{slug}") };
        let times = self.taken.entry(base.clone()).or_insert(0);
        *times += 1;
        if *times == 1 { base } else { format!("{base}--{times}") }
    }
}

/// Russian in Latin letters, close to ГОСТ 7.79-2000 (system B) without its diacritics.
pub fn transliterated(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for letter in text.to_lowercase().chars() {
        let latin = match letter {
            'а' => "a",
            'б' => "b",
            'в' => "v",
            'г' => "g",
            'д' => "d",
            'е' => "e",
            'ё' => "yo",
            'ж' => "zh",
            'з' => "z",
            'и' => "i",
            'й' => "j",
            'к' => "k",
            'л' => "l",
            'м' => "m",
            'н' => "n",
            'о' => "o",
            'п' => "p",
            'р' => "r",
            'с' => "s",
            'т' => "t",
            'у' => "u",
            'ф' => "f",
            'х' => "kh",
            'ц' => "cz",
            'ч' => "ch",
            'ш' => "sh",
            'щ' => "shh",
            'ъ' | 'ь' => "",
            'ы' => "y",
            'э' => "e",
            'ю' => "yu",
            'я' => "ya",
            'a'..='z' | '0'..='9' => {
                slug.push(letter);
                continue;
            }
            _ if slug.ends_with('-') || slug.is_empty() => continue,
            _ => "-",
        };
        slug.push_str(latin);
    }
    slug.truncate(LONGEST);
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_unique_and_harmless() {
        let mut anchors = Anchors::default();
        let given = ["Что делаем", "main", "Что делаем", "🙂", "!!!", "Пример № 3"]
            .map(|heading| anchors.of(heading));
        assert_eq!(given, ["h-chto-delaem", "h-main", "h-chto-delaem--2", "h", "h--2", "h-primer-3"]);
    }
}
