//! What stays of a Russian name when it is declined.

use std::collections::BTreeSet;

/// Endings of names in their cases, longer ones first.
const ENDINGS: [&str; 38] = [
    "ому", "ого", "ему", "его", "ыми", "ими", "ами", "ями", "ой", "ою", "ей", "ею", "ью", "ем", "ом", "ым",
    "им", "ую", "юю", "ая", "яя", "ий", "ый", "ые", "их", "ых", "ам", "ям", "ах", "а", "я", "у", "ю", "е",
    "ы", "и", "о", "ь",
];
/// Soft ends of a base, which some cases have and others have not: «никол» of «николай» and «николая».
const SOFT: [char; 5] = ['й', 'и', 'ь', 'е', 'а'];

/// The part of a name that its cases share: «иванов» of «ивановой», «мар» of «марией». Small letters are expected.
/// A stemmer of the language does worse: of «иванов» it takes off «ов».
pub fn name_base(name: &str) -> &str {
    let bases = ENDINGS.iter().filter_map(|ending| name.strip_suffix(ending));
    let mut base = bases.into_iter().find(|base| is_enough(base)).unwrap_or(name);
    while let Some(shorter) = base.strip_suffix(SOFT).filter(|shorter| is_enough(shorter)) {
        base = shorter;
    }
    base
}

fn is_enough(base: &str) -> bool {
    base.chars().nth(1).is_some()
}

/// All bases of a name that is written in its first case: some lose a vowel in the others, «кравец» — «кравца»,
/// «заяц» — «зайца», «лев» — «льва».
pub fn name_bases(name: &str) -> BTreeSet<String> {
    let base = name_base(name);
    let mut bases = BTreeSet::from([base.to_owned()]);
    let mut letters: Vec<char> = base.chars().collect();
    let (last, vowel) = (letters.pop(), letters.pop());
    let is_fleeting = vowel.is_some_and(|vowel| "еоя".contains(vowel));
    if let Some(last) = last.filter(|last| is_fleeting && !"аеиоуыэюя".contains(*last)) {
        let start: String = letters.into_iter().collect();
        let declined = ["", "ь", "й"].map(|middle| format!("{start}{middle}{last}"));
        bases.extend(declined.into_iter().filter(|base| is_enough(base)));
    }
    bases
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
            ("мар", "мария марии марию марией"),
            ("петровн", "петровна петровны петровне петровной"),
            ("игор", "игорь игоря игорю игорем"),
            ("мельник", "мельник мельника мельником"),
            ("никол", "николай николая николаю николаем николае"),
            ("дмитр", "дмитрий дмитрия дмитрию дмитрием дмитрии"),
            ("серг", "сергей сергея сергею сергеем сергее"),
            ("зо", "зоя зои зое зою зоей"),
            ("ян", "яна яны яне яну яной"),
            ("цо", "цой цоя цою цоем цое"),
            ("ил", "илья ильи илье илью ильей"),
            ("солов", "соловей соловья соловью соловьем"),
            ("ли", "ли"),
        ] {
            for case in cases.split(' ') {
                assert_eq!(name_base(case), base, "{case}");
            }
        }
    }

    #[test]
    fn a_vowel_may_leave_a_name() {
        for (name, cases) in [
            ("кравец", "кравец кравца кравцу кравцом кравце"),
            ("заяц", "заяц зайца зайцу зайцем"),
            ("боец", "боец бойца бойцу"),
            ("лев", "лев льва львом"),
            ("павел", "павел павла павлу павлом"),
            ("любовь", "любовь любви любовью"),
            ("чубок", "чубок чубка чубку"),
        ] {
            let bases = name_bases(name);
            for case in cases.split(' ') {
                assert!(bases.contains(name_base(case)), "{case}: {bases:?}");
            }
        }
    }
}
