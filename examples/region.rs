//! A region of any size: `cargo run --release --example region -- 40 20 60 6 DIR` writes 40 programmes, each with 20
//! indicators and 60 organisations of its own over 6 years.
//!
//! Apart from the corpus of practices, because time and memory of monitoring are judged by values and charts. The same
//! numbers give the same bytes on every machine. Nothing here describes real people, schools or results.
#![expect(
    clippy::disallowed_methods,
    reason = "an example writes a project; only the site has a writing door"
)]

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use rayon::prelude::*;

/// The last year of values.
const LAST: usize = 2024;
const KINDS: [(&str, &str, &str); 3] = [
    ("school", "Школы", "Школа"),
    ("kindergarten", "Детские сады", "Детский сад"),
    ("centre", "Центры дополнительного образования", "Центр"),
];
const TOPICS: [(&str, &str); 5] = [
    ("mentoring", "Наставничество"),
    ("diagnostics", "Диагностика дефицитов"),
    ("routes", "Индивидуальные маршруты"),
    ("networks", "Профессиональные сообщества"),
    ("digital", "Цифровая среда"),
];

/// How large the region is.
#[derive(Clone, Copy)]
struct Region {
    programmes: usize,
    indicators: usize,
    organisations: usize,
    years: usize,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let numbers: Vec<usize> = arguments.iter().filter_map(|text| text.parse().ok()).collect();
    let (&[programmes, indicators, organisations, years], [.., folder]) =
        (numbers.as_slice(), arguments.as_slice())
    else {
        eprintln!("region PROGRAMMES INDICATORS ORGANISATIONS YEARS EMPTY-FOLDER");
        return ExitCode::from(2);
    };
    let region = Region { programmes, indicators, organisations, years };
    match region.write(Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{folder}: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Chance that is the same everywhere: one step of Knuth's generator (MMIX) from a seed, from 0 to 1.
fn chance(seed: usize) -> f64 {
    let mixed = (seed as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d;
    let step = mixed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    f64::from((step >> 33) as u32) / f64::from(u32::MAX >> 1)
}

/// Pedagogical workers of an organisation: many small ones, few large.
fn staff(programme: usize, organisation: usize) -> u32 {
    let size = chance(programme * 1_009 + organisation);
    6 + (size * size * 54.0) as u32
}

impl Region {
    fn write(self, root: &Path) -> Result<(), Box<dyn Error + Send + Sync>> {
        if root.exists() && fs::read_dir(root)?.next().is_some() {
            return Err("the folder is not empty".into());
        }
        write(root, "site.toml", SITE)?;
        write(root, "data/vocabulary.toml", &vocabulary())?;
        write(root, "data/organisations.toml", &self.organisations())?;
        write(root, "content/pages/home.md", HOME)?;
        (1..=self.programmes).into_par_iter().try_for_each(|programme| self.programme(root, programme))
    }

    fn organisations(self) -> String {
        let mut text = String::new();
        for programme in 1..=self.programmes {
            for number in 1..=self.organisations {
                let (kind, _, name) = KINDS[number % 7 % KINDS.len()];
                let staff = staff(programme, number);
                let _ = write!(text, "[[organisation]]\nid = \"d{programme}-{number}\"\n");
                let _ = writeln!(text, "name = \"{name} № {number} района {programme}\"");
                let _ = write!(text, "short = \"{name} № {number}\"\nkind = \"{kind}\"\nstaff = {staff}\n\n");
            }
        }
        text
    }

    fn programme(self, root: &Path, programme: usize) -> Result<(), Box<dyn Error + Send + Sync>> {
        let folder = format!("data/programmes/district-{programme}");
        let of = |text: &str| text.replace("{p}", &programme.to_string());
        write(root, &format!("{folder}/programme.toml"), &of(PROGRAMME))?;
        write(root, &format!("{folder}/indicators.toml"), &self.indicators(programme))?;
        for year in LAST + 1 - self.years..=LAST {
            write(root, &format!("{folder}/values/{year}.toml"), &self.values(programme, year))?;
        }
        write(root, &format!("content/documents/order-{programme}.md"), &of(ORDER))?;
        let named: Vec<String> = (1..=self.indicators).map(|n| format!("\"d{programme}-i{n}\"")).collect();
        let advice = of(ADVICE).replace("{indicators}", &named.join(", "));
        write(root, &format!("content/recommendations/advice-{programme}.md"), &advice)?;
        let practice = of(PRACTICE).replace("{indicators}", &named.join(", "));
        write(root, &format!("content/practices/practice-{programme}.md"), &practice)
    }

    fn indicators(self, programme: usize) -> String {
        (1..=self.indicators).fold(String::new(), |mut text, number| {
            let (topic, title) = TOPICS[number % TOPICS.len()];
            let _ = write!(text, "[[indicator]]\nid = \"d{programme}-i{number}\"\nnumber = \"{number}\"\n");
            let _ =
                writeln!(text, "title = \"Доля педагогов района {programme}: {title}, показатель {number}\"");
            let _ = write!(text, "short = \"{title}, {number}\"\ntopics = [\"{topic}\"]\n{PASSPORT}\n");
            text
        })
    }

    fn values(self, programme: usize, year: usize) -> String {
        let mut text = format!("collected = {year}-12-20\n");
        for indicator in 1..=self.indicators {
            let _ = write!(text, "\n[d{programme}-i{indicator}]\n");
            let level = 0.2
                + 0.5 * chance(programme * 31 + indicator * 7)
                + 0.03 * (year - (LAST + 1 - self.years)) as f64;
            for organisation in 1..=self.organisations {
                let seed = ((programme * 100 + indicator) * 100 + organisation) * 10 + year % 10;
                if seed.is_multiple_of(97) {
                    let _ = writeln!(text, "organisation.d{programme}-{organisation} = \"not-reported\"");
                    continue;
                }
                let of = staff(programme, organisation);
                let own = 0.5 * (chance((programme * 100 + indicator) * 100 + organisation) - 0.5);
                let share = (level + own + 0.1 * (chance(seed) - 0.5)).clamp(0.0, 1.0);
                let n = (share * f64::from(of)) as u32;
                let _ = writeln!(text, "organisation.d{programme}-{organisation} = [{n}, {of}]");
            }
        }
        text
    }
}

fn write(root: &Path, path: &str, text: &str) -> Result<(), Box<dyn Error + Send + Sync>> {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap_or(root))?;
    Ok(fs::write(path, text)?)
}

fn vocabulary() -> String {
    let audience = "[[audience]]\nid = \"heads\"\ntitle = \"Руководители\"\ndative = \"руководителям\"\n\n\
        [[form]]\nid = \"pairs\"\ntitle = \"Пары педагогов\"\n"
        .to_owned();
    let kinds = KINDS.iter().map(|(id, title, _)| ("kind", id, title));
    let topics = TOPICS.iter().map(|(id, title)| ("topic", id, title));
    kinds.chain(topics).fold(audience, |mut text, (list, id, title)| {
        let _ = write!(text, "\n[[{list}]]\nid = \"{id}\"\ntitle = \"{title}\"\n");
        text
    })
}

const SITE: &str = r#"title = "Мониторинг Примерной области"
language = "ru"
base_url = "https://region.example/"
date = 2025-02-10
demo = true

[operator]
name = "Региональный оператор Примерной области"
"#;
const PROGRAMME: &str = r#"title = "Программа профессионального развития педагогов района {p}"
short = "Район {p}"
kind = "programme"
document = "order-{p}"
from = 2019
to = 2025
summary = "Программа для проверки скорости."

[[goal]]
id = "growth"
number = "1"
title = "Поддержка профессионального развития"
problem = "Сведения о дефицитах собираются не везде."
basis = "Программа, раздел 1"
"#;
const PASSPORT: &str = r#"goal = "growth"
measure = "share"
counted = "педагоги, которых это касается"
of = "все педагоги"
better = "higher"
target = [{ by = 2022, at_least = 40 }, { by = 2025, at_least = 70 }]
breakdown = ["organisation"]
source = "опрос организаций"
method = "сплошной опрос"
frequency = "ежегодно"
responsible = "методическая служба"
"#;
const ORDER: &str = "+++\ntitle = \"О программе района {p}\"\nkind = \"order\"\nnumber = \"{p}\"\n\
    date = 2019-01-10\nissuer = \"Управление образования\"\nsignatory = \"начальник управления\"\n\
    status = \"in-force\"\n+++\nПрограмма утверждена.\n";
const ADVICE: &str = "+++\ntitle = \"Что делать организациям района {p}\"\nprogramme = \"district-{p}\"\n\
    period = 2024\ndate = 2025-01-20\nto = { audience = \"heads\" }\nindicators = [{indicators}]\n\
    practices = [\"practice-{p}\"]\n+++\nСравните себя с похожими организациями и выберите одну практику.\n";
const PRACTICE: &str = "+++\ntitle = \"Практика района {p}\"\nsummary = \"Пары педагогов смотрят уроки друг друга.\"\n\
    organisation = \"d{p}-1\"\nauthors = [\"методист\"]\nyear = 2023\naudiences = [\"heads\"]\nform = \"pairs\"\n\
    topics = [\"mentoring\"]\nimproves = [{indicators}]\nstatus = \"approved\"\nreview_until = 2027-01-01\n+++\n\
    ## Проблема\n\nУроки друг друга видят редко.\n";
const HOME: &str = "+++\ntitle = \"Мониторинг\"\nsummary = \"Показатели программ области.\"\n+++\n\
    Здесь собраны показатели программ районов.\n";
