//! A district of any size: `cargo run --release --example corpus -- 10000 DIR`.
//!
//! Apart from the demonstration, because time and memory are judged on a large bank that anybody can make again: the
//! same number gives the same bytes on every machine. A practice depends on its own number alone, so a bank of a
//! thousand is the beginning of a bank of ten thousand. A third of its words come from a long tail, so that the index
//! of the search is as large as that of a real bank. Nothing here describes real people, schools or results.
#![expect(
    clippy::disallowed_methods,
    reason = "an example writes a project; only the site has a writing door"
)]

mod rare;
mod words;

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use rayon::prelude::*;

use words::{
    ASIDE, AUDIENCES, DOES, FORMS, INDICATORS, LEVELS, LINK, LINK_TITLE, NOTE, PLAIN, STEP, SUBJECTS, TOPICS,
    WHAT, WHEN, WHO, WHY,
};

const ORGANISATIONS: usize = 60;
const YEARS: std::ops::RangeInclusive<usize> = 2016..=2025;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [count, folder] = arguments.as_slice() else { return usage() };
    let Ok(count @ 1..) = count.parse() else { return usage() };
    match generate(count, Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{folder}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("corpus NUMBER-OF-PRACTICES EMPTY-FOLDER: the number from 1");
    ExitCode::from(2)
}

fn generate(count: usize, root: &Path) -> Result<(), Box<dyn Error + Send + Sync>> {
    if root.exists() && fs::read_dir(root)?.next().is_some() {
        return Err("the folder is not empty".into());
    }
    let practices = root.join("content/practices");
    fs::create_dir_all(&practices)?;
    for (path, text) in frame(count) {
        let path: PathBuf = root.join(path);
        fs::create_dir_all(path.parent().unwrap_or(root))?;
        fs::write(path, text)?;
    }
    let write = |number: usize| fs::write(practices.join(format!("{}.md", id(number))), practice(number));
    Ok((0..count).into_par_iter().try_for_each(write)?)
}

/// Everything but the practices: settings, words, organisations, a programme with two years of values.
fn frame(count: usize) -> Vec<(&'static str, String)> {
    let advice = ADVICE.replace("{practice}", &id(0)).replace("{other}", &id(count.saturating_sub(1).min(1)));
    vec![
        ("site.toml", SITE.to_owned()),
        ("data/vocabulary.toml", vocabulary()),
        ("data/organisations.toml", organisations()),
        ("data/programmes/growth/programme.toml", PROGRAMME.to_owned()),
        ("data/programmes/growth/indicators.toml", indicators()),
        ("data/programmes/growth/values/2023.toml", values(2023)),
        ("data/programmes/growth/values/2024.toml", values(2024)),
        ("content/documents/order-1.md", ORDER.to_owned()),
        ("content/recommendations/one-lesson.md", advice),
        ("content/pages/home.md", HOME.to_owned()),
    ]
}

/// Chance that is the same everywhere: Knuth's linear congruential generator (MMIX), its upper bits.
struct Chance(u64);

impl Chance {
    fn new(seed: usize) -> Self {
        let mut chance = Self((seed as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        chance.below(2);
        chance
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit.max(1)
    }

    fn one<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len())]
    }

    /// So many different ones, in the order of the list.
    fn some<T: Copy>(&mut self, wanted: usize, list: &[T]) -> Vec<T> {
        let mut left = wanted.min(list.len());
        let mut chosen = Vec::with_capacity(left);
        for (place, item) in list.iter().enumerate() {
            if self.below(list.len() - place) < left {
                chosen.push(*item);
                left -= 1;
            }
        }
        chosen
    }

    /// Ids of a vocabulary as a TOML list.
    fn ids(&mut self, most: usize, words: &[(&str, &str)]) -> String {
        let wanted = 1 + self.below(most);
        quoted(self.some(wanted, words).into_iter().map(|(id, _)| id))
    }

    fn sentence(&mut self) -> String {
        let (when, who, does) = (self.one(WHEN), self.one(WHO), self.one(DOES));
        let (what, why) = (self.one(WHAT), self.one(WHY));
        match self.below(6) {
            0 => format!("{when} {who} {does} {}, {why}.", self.rare(4)),
            1 | 2 => format!("{when} {who} {does} {what}: {}.", self.rare(6)),
            _ => format!("{when} {who} {does} {}.", self.rare(8)),
        }
    }

    /// A sentence of one school only.
    fn aside(&mut self) -> String {
        format!("{} это {}, {}.", self.one(ASIDE), self.rare(3), self.rare(2))
    }

    /// So many words of the long tail.
    fn rare(&mut self, words: usize) -> String {
        let words: Vec<String> = (0..words).map(|_| rare::word(&mut |limit| self.below(limit))).collect();
        words.join(" ")
    }

    fn paragraph(&mut self, sentences: usize) -> String {
        let mut text: Vec<String> = (0..sentences).map(|_| self.sentence()).collect();
        let plain = self.below(sentences);
        text[plain] = if self.below(3) == 0 { self.one(PLAIN).to_owned() } else { self.aside() };
        text.join(" ")
    }

    /// A link to a practice that stands before this one: every bank has it.
    fn link(&mut self, number: usize) -> String {
        let near = self.below(number.max(1));
        format!("[{}](practice:{})", self.one(LINK), id(near))
    }
}

fn quoted<'a>(items: impl IntoIterator<Item = &'a str>) -> String {
    let items: Vec<String> = items.into_iter().map(|item| format!("\"{item}\"")).collect();
    format!("[{}]", items.join(", "))
}

fn id(number: usize) -> String {
    const NAMES: [&str; 8] =
        ["reading", "lesson", "dialogue", "project", "mentor", "portfolio", "laboratory", "question"];
    format!("{}-{number:06}", NAMES[number % NAMES.len()])
}

fn practice(number: usize) -> String {
    let mut chance = Chance::new(number + 1);
    let mut text = head(number, &mut chance);
    let c = &mut chance;
    let _ = write!(text, "\n## Проблема\n\n{}\n\n{}\n\n## Что делаем\n\n", c.paragraph(2), c.paragraph(2));
    let _ = write!(text, "**{}.** {}\n\n", c.one(LINK_TITLE), c.paragraph(2));
    for step in 1..=6 {
        let _ = writeln!(text, "{step}. *{}.* {}", c.one(STEP), c.sentence());
    }
    let _ = write!(text, "\nПохожий опыт описан рядом: {}. {}\n\n", c.link(number), c.paragraph(2));
    let _ = write!(
        text,
        "## Пример\n\n{}\n\n| Шаг | Что делает педагог | Итог |\n|---|---|---:|\n",
        c.paragraph(2)
    );
    for row in 1..=4 {
        let (does, what, sum) = (c.one(DOES), c.rare(3), 3 + c.below(28));
        let _ = writeln!(text, "| {row} | {does} {what} | {sum} из 30 |");
    }
    let _ = write!(text, "\n> {}\n\n## Как понять, что получается\n\n", c.paragraph(1));
    for sign in c.some(3, PLAIN) {
        let _ = writeln!(text, "- [ ] {sign}");
    }
    let (risk, link) = (c.paragraph(2), c.link(number));
    let _ = write!(text, "\n## Что может помешать\n\n{risk} Если не получается, загляните сюда: {link}.\n\n");
    let _ = writeln!(text, "### С чего начать\n\n{}", c.paragraph(2));
    text
}

/// The front matter: all seven taxonomies, the evidence and the transfer kit.
fn head(number: usize, c: &mut Chance) -> String {
    let title = format!("{}: {} {}", c.one(LINK_TITLE), c.one(DOES), c.one(WHAT));
    let organisation = c.below(ORGANISATIONS) + 1;
    let year = YEARS.start() + c.below(YEARS.count());
    let mut text = format!("+++\ntitle = \"{title}\"\nsummary = \"{}\"\n", c.sentence());
    let _ = writeln!(text, "organisation = \"school-{organisation}\"\nauthors = [\"учитель\", \"методист\"]");
    let _ = writeln!(text, "year = {year}\nsubjects = {}", c.ids(2, SUBJECTS));
    let _ = writeln!(text, "levels = {}\naudiences = {}", c.ids(2, LEVELS), c.ids(2, AUDIENCES));
    let _ = writeln!(text, "form = \"{}\"\ntopics = {}", FORMS[c.below(FORMS.len())].0, c.ids(3, TOPICS));
    let improved = INDICATORS[number % INDICATORS.len()].0;
    let _ = writeln!(text, "improves = [\"{improved}\"]\nstatus = \"approved\"\nreview_until = 2027-09-01");
    let _ = writeln!(text, "\n[evidence]\nown_monitoring = {}", c.below(3) > 0);
    let _ = writeln!(text, "organisations = {}\nresult = \"{}\"", 1 + c.below(6), c.one(PLAIN));
    let _ = writeln!(text, "\n[transfer]\neffort = \"{} ч в неделю\"", 1 + c.below(4));
    let _ = writeln!(text, "conditions = {}", quoted(c.some(1, NOTE)));
    let _ = writeln!(text, "first_steps = {}\nrisks = {}", quoted(c.some(3, STEP)), quoted(c.some(1, NOTE)));
    if c.below(4) == 0 {
        let taker = (organisation + c.below(ORGANISATIONS - 1)) % ORGANISATIONS + 1;
        let _ = writeln!(text, "\n[[adoption]]\norganisation = \"school-{taker}\"\nyear = 2024");
        let _ = writeln!(text, "outcome = \"{}\"", c.sentence());
    }
    text.push_str("+++\n");
    text
}

fn vocabulary() -> String {
    let mut text = String::from("[[kind]]\nid = \"school\"\ntitle = \"Школы\"\n");
    for (name, words) in [("subject", SUBJECTS), ("level", LEVELS), ("form", FORMS), ("topic", TOPICS)] {
        for (id, title) in words {
            let _ = write!(text, "\n[[{name}]]\nid = \"{id}\"\ntitle = \"{title}\"\n");
        }
    }
    for (id, title) in AUDIENCES {
        let _ = write!(
            text,
            "\n[[audience]]\nid = \"{id}\"\ntitle = \"{title}\"\ndative = \"тем, кто: {title}\"\n"
        );
    }
    text
}

fn organisations() -> String {
    (1..=ORGANISATIONS).fold(String::new(), |mut text, number| {
        let staff = staff(number);
        let _ =
            write!(text, "[[organisation]]\nid = \"school-{number}\"\nname = \"Учебная школа № {number}\"\n");
        let _ = write!(text, "short = \"Школа № {number}\"\nkind = \"school\"\nstaff = {staff}\n\n");
        text
    })
}

fn staff(organisation: usize) -> usize {
    20 + organisation * 7 % 31
}

fn indicators() -> String {
    INDICATORS.iter().enumerate().fold(String::new(), |mut text, (place, (id, title))| {
        let number = place + 1;
        let _ = write!(text, "[[indicator]]\nid = \"{id}\"\nnumber = \"{number}\"\ngoal = \"growth\"\n");
        let _ = write!(text, "title = \"Доля педагогов: {title}\"\nshort = \"{title}\"\n{PASSPORT}\n");
        text
    })
}

fn values(year: usize) -> String {
    let mut text = format!("collected = {year}-12-20\n");
    for (place, (id, _)) in INDICATORS.iter().enumerate() {
        let _ = writeln!(text, "\n[{id}]");
        for organisation in 1..=ORGANISATIONS {
            let whole = staff(organisation);
            let part = Chance::new(year * 1000 + place * 100 + organisation).below(whole + 1);
            let _ = writeln!(text, "organisation.school-{organisation} = [{part}, {whole}]");
        }
    }
    text
}

const SITE: &str = r#"title = "Банк практик Примерного района"
language = "ru"
base_url = "https://bank.example/"
date = 2025-02-10
demo = true

[operator]
name = "Методическая служба Примерного района"
"#;
const PROGRAMME: &str = r#"title = "Программа профессионального роста педагогов"
short = "Рост педагогов"
kind = "programme"
document = "order-1"
from = 2022
to = 2025
summary = "Небольшая программа для проверки скорости."

[[goal]]
id = "growth"
number = "1"
title = "Поддержка профессионального роста"
problem = "Опыт школ остаётся внутри школ."
basis = "Программа, раздел 1"
"#;
const PASSPORT: &str = r#"measure = "share"
counted = "педагоги, которых это касается"
of = "все педагоги"
better = "higher"
target = [{ by = 2023, at_least = 40 }, { by = 2025, at_least = 70 }]
breakdown = ["organisation"]
source = "опрос организаций"
method = "сплошной опрос"
frequency = "ежегодно"
responsible = "методическая служба"
"#;
const ORDER: &str = "+++\ntitle = \"О программе профессионального роста\"\nkind = \"order\"\nnumber = \"1\"\n\
    date = 2022-01-10\nissuer = \"Методическая служба\"\nsignatory = \"руководитель\"\nstatus = \"in-force\"\n+++\n\
    Программа утверждена.\n";
const ADVICE: &str = "+++\ntitle = \"Начните с одного урока\"\nprogramme = \"growth\"\nperiod = 2024\n\
    date = 2025-01-20\nto = { audience = \"teachers\" }\n\
    indicators = [\"routes\", \"mentoring-pairs\", \"diagnostics-passed\"]\n\
    practices = [\"{practice}\"]\n+++\nВыберите одну практику, например [эту](practice:{other}).\n";
const HOME: &str = "+++\ntitle = \"Банк практик\"\nsummary = \"Чему школы учатся друг у друга.\"\n+++\n\
    Здесь собраны практики школ района.\n";
