//! First names, full and short: they tell a person's name from any other two words with capitals.

use super::name_base;

/// The names that most people in a Russian school have; rarer ones are not asked for.
const GIVEN: &str = "александр александра саша алексей леша алена алина алиса алла альбина амина анастасия настя \
    анатолий ангелина андрей анна аня антон антонина арина аркадий арсений артем артемий артур богдан борис боря \
    вадим валентин валентина валерий валерия варвара варя василий василиса вася вера вероника виктор виктория вика \
    виталий витя владимир владислав влад вова вячеслав слава галина галя геннадий георгий герман глеб григорий гриша \
    давид дамир дарья даша денис диана дима дмитрий ева евгений евгения женя егор екатерина катя елена лена \
    елизавета лиза есения жанна захар зинаида зоя иван ваня игорь илья инна ирина ира карина кира кирилл клавдия \
    константин костя кристина ксения ксюша лариса лев лидия лилия любовь люба людмила мадина макар максим маргарита \
    рита марина мария маша марк матвей милана милена мирон михаил миша надежда надя наталья наташа никита николай \
    коля нина оксана олег олеся ольга оля павел паша петр петя платон полина раиса регина роман рома руслан савелий \
    светлана света семен серафима сергей сережа соня софия софья станислав степан степа тамара татьяна таня тигран \
    тимофей тимур ульяна фаина федор федя филипп эдуард элина эльвира эмма юлия юля юрий юра яков яна ярослав \
    ярослава";

/// Whether a word is a first name, in whatever case. Small letters and «е» for «ё» are expected.
pub fn is_given_name(word: &str) -> bool {
    let base = name_base(word);
    GIVEN.split_whitespace().any(|name| name == word || name_base(name) == base)
}

/// Whether a word ends as patronymics do, in whatever case.
pub fn is_patronymic(word: &str) -> bool {
    let endings = ["ич", "овн", "евн", "ичн", "оглы", "кызы"];
    let base = name_base(word);
    base.chars().nth(4).is_some() && endings.iter().any(|ending| base.ends_with(ending))
}

/// Whether a word ends as most surnames do, in whatever case of one person. Surnames like adjectives are left out:
/// «Ленинского района».
pub fn is_surname(word: &str) -> bool {
    const CASES: [&str; 7] = ["", "а", "у", "ой", "ым", "е", "ою"];
    let ends = |ending: &str, cases: &[&str]| {
        let bases = cases.iter().filter_map(|case| word.strip_suffix(case));
        bases.into_iter().any(|base| base.ends_with(ending) && base.chars().nth(3).is_some())
    };
    ["ов", "ев", "ин", "ын"].iter().any(|ending| ends(ending, &CASES)) || ends("енко", &[""])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_names_are_told_by_their_look() {
        for (word, expected) in [
            ("маша", "given"),
            ("дмитрия", "given"),
            ("марина", "given surname"),
            ("петровичем", "patronymic"),
            ("ильиничны", "patronymic"),
            ("петровой", "surname"),
            ("шевченко", "surname"),
            ("основы", ""),
            ("ленинского", ""),
            ("кирпич", "patronymic"),
            ("урок", ""),
        ] {
            let looks = [
                ("given", is_given_name(word)),
                ("patronymic", is_patronymic(word)),
                ("surname", is_surname(word)),
            ];
            let looks: Vec<&str> = looks.into_iter().filter(|(_, is)| *is).map(|(look, _)| look).collect();
            assert_eq!(looks.join(" "), expected, "{word}");
        }
    }
}
