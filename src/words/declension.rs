//! What stays of a Russian name when it is declined.

/// Endings of names in their cases, longer ones first.
const ENDINGS: [&str; 38] = [
    "ому", "ого", "ему", "его", "ыми", "ими", "ами", "ями", "ой", "ою", "ей", "ею", "ью", "ем", "ом", "ым",
    "им", "ую", "юю", "ая", "яя", "ий", "ый", "ые", "их", "ых", "ам", "ям", "ах", "а", "я", "у", "ю", "е",
    "ы", "и", "о", "ь",
];

/// The part of a name that its cases share: «иванов» of «ивановой», «мари» of «марией». Small letters are expected.
/// A stemmer of the language does worse: of «иванов» it takes off «ов».
pub fn name_base(name: &str) -> &str {
    let bases = ENDINGS.iter().filter_map(|ending| name.strip_suffix(ending));
    bases.into_iter().find(|base| base.chars().nth(2).is_some()).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_of_a_name_have_one_base() {
        for (base, cases) in [
            ("иванов", "иванов иванова иванову ивановым иванове ивановой ивановых ивановыми"),
            ("петровск", "петровский петровского петровская петровской петровскую петровским"),
            ("шевченк", "шевченко"),
            ("мари", "мария марии марию марией"),
            ("петровн", "петровна петровны петровне петровной"),
            ("игор", "игорь игоря игорю игорем"),
            ("мельник", "мельник мельника мельником"),
            ("ли", "ли"),
        ] {
            for case in cases.split(' ') {
                assert_eq!(name_base(case), base, "{case}");
            }
        }
    }
}
