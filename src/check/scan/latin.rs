//! Surnames in addresses: the same Russian word is written in Latin letters in a dozen ways.
//!
//! All ways are brought to one skeleton, in which «ц» is `c` whether it was `ts`, `tc` or `cz`. A skeleton is for
//! comparing, not for reading.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::transliterated;
use crate::words::{is_letter, name_bases};

/// What is one letter of the skeleton, longer ones first. «Сх» and «кх» suffer; a guard may.
const LETTERS: [(&str, &str); 9] = [
    ("shch", "w"),
    ("sch", "w"),
    ("shh", "w"),
    ("kh", "h"),
    ("cz", "c"),
    ("ts", "c"),
    ("tc", "c"),
    ("yo", "e"),
    ("jo", "e"),
];
/// Skeletons of the ends that a declined surname may have.
const ENDINGS: [&str; 13] = ["", "a", "u", "e", "i", "o", "oi", "im", "om", "em", "ogo", "omu", "ih"];

/// Surnames by the skeletons of their bases.
#[derive(Debug, Default)]
pub struct Surnames {
    bases: BTreeMap<String, Vec<(usize, String)>>,
}

impl Surnames {
    /// Adds the surname of a person, in small letters, with the initials that may be glued to it.
    pub fn add(&mut self, person: usize, surname: &str, initials: &[char]) {
        let initials = skeleton(&initials.iter().collect::<String>());
        let bases: BTreeSet<String> = name_bases(surname).iter().map(|base| skeleton(base)).collect();
        for base in bases {
            self.bases.entry(base).or_default().push((person, initials.clone()));
        }
    }

    /// Whose surnames stand in an address, in Russian or Latin letters.
    pub fn in_address(&self, address: &str) -> Vec<usize> {
        let words = address.split(|c| !is_letter(c)).filter(|word| !word.is_empty());
        words.flat_map(|word| self.in_word(&skeleton(word))).collect()
    }

    fn in_word(&self, word: &str) -> Vec<usize> {
        let mut whose = Vec::new();
        // A name may begin with two initials.
        for start in (0..=word.len().min(4)).filter(|start| word.is_char_boundary(*start)) {
            let (before, surname) = word.split_at(start);
            for end in (1..=surname.len()).filter(|end| surname.is_char_boundary(*end)) {
                let people = self.bases.get(&surname[..end]).into_iter().flatten();
                let fits = people.filter(|(_, initials)| frames(before, &surname[end..], initials));
                whose.extend(fits.map(|(person, _)| *person));
            }
        }
        whose
    }
}

/// Whether what stands around a base is an ending and initials, these on one side.
fn frames(before: &str, behind: &str, initials: &str) -> bool {
    let glued = |text: &str| text.is_empty() || initials.starts_with(text);
    let mut endings = ENDINGS.iter().filter_map(|ending| behind.strip_prefix(ending));
    endings.any(|rest| if before.is_empty() { glued(rest) } else { rest.is_empty() && glued(before) })
}

/// What all ways of writing a word share.
fn skeleton(word: &str) -> String {
    let latin = transliterated(word);
    let mut rest = latin.as_str();
    let mut skeleton = String::new();
    while let Some(letter) = rest.chars().next() {
        if let Some((letters, one)) = LETTERS.iter().find(|(letters, _)| rest.starts_with(letters)) {
            skeleton.push_str(one);
            rest = &rest[letters.len()..];
            continue;
        }
        rest = &rest[letter.len_utf8()..];
        let is_soft = matches!(letter, 'i' | 'y' | 'j');
        // `ya`, `ia` and `ja` are one letter, `ij` and `iy` too.
        if !(is_soft && rest.starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'j'])) {
            skeleton.push(if is_soft { 'i' } else { letter });
        }
    }
    skeleton
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_ways_of_writing_have_one_skeleton() {
        for words in [
            "Щукин shchukin schukin shhukin",
            "Цветков tsvetkov tcvetkov czvetkov cvetkov",
            "Хохлов khokhlov hohlov",
            "Юрьева yureva iureva jureva",
            "Яковлев yakovlev iakovlev jakovlev",
            "Королёв korolyov korolev",
            "Придуманский pridumanskij pridumanskiy pridumanskii pridumansky",
            "Мария mariya maria mariia",
        ] {
            let skeletons: Vec<String> = words.split(' ').map(skeleton).collect();
            assert!(skeletons.iter().all(|one| *one == skeletons[0]), "{words}: {skeletons:?}");
        }
    }

    #[test]
    fn a_surname_is_seen_declined_and_with_initials() {
        let mut surnames = Surnames::default();
        surnames.add(0, "вымышленова", &['м', 'п']);
        surnames.add(1, "цой", &['я']);
        surnames.add(2, "кравец", &['о']);
        for (address, expected) in [
            ("vymyshlenovoj.jpg", &[0][..]),
            ("VymyshlenovaMP.pdf", &[0]),
            ("mp-vymyshlenova.pdf", &[0]),
            ("MPVymyshlenova.pdf", &[0]),
            ("опыт ВымышленовойМП.pdf", &[0]),
            ("tsoy.md", &[1]),
            ("kravca.md", &[2]),
            ("vymyshlenovskaya.md", &[]),
            ("vymysel.md", &[]),
            ("soj-cokol.md", &[]),
        ] {
            assert_eq!(surnames.in_address(address), expected, "{address}");
        }
    }
}
