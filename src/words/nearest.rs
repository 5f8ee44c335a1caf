//! «Возможно, вы имели в виду»: the known word that is nearest to an unknown one.

/// Below this likeness a guess would confuse more than help.
const LEAST_LIKENESS: f64 = 0.82;

/// The nearest known word, if one is near enough (Jaro–Winkler, Winkler 1990).
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = word.to_lowercase();
    known
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(&wanted, &candidate.to_lowercase()), candidate))
        .filter(|(likeness, _)| *likeness >= LEAST_LIKENESS)
        // The first of equals wins, so that the guess does not depend on anything but the order of the list.
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word_and_a_stranger_finds_none() {
        let known = ["young-support", "mentoring-model", "teachers", "title"];
        assert_eq!(nearest("yuong-support", known), Some("young-support"));
        assert_eq!(nearest("teechers", known), Some("teachers"));
        assert_eq!(nearest("Title", known), Some("title"));
        assert_eq!(nearest("кит", known), None);
    }
}
