//! Random districts as projects on the disk.
//!
//! Apart from the attack, because it must know nothing of how the numbers came about.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use crate::support::{Temp, copy, put, repository};

/// The subjects of every district.
pub const SUBJECTS: [&str; 3] = ["math", "arts", "physics"];
/// The kinds of organisations of every district.
pub const KINDS: [&str; 3] = ["school", "garden", "centre"];
/// The years of every district.
pub const YEARS: [i16; 2] = [2023, 2024];

/// Numbers that look random and are the same everywhere (SplitMix64, Steele et al. 2014).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from a range, both ends included.
    pub fn roll(&mut self, from: u32, to: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        let span = u64::from(to - from) + 1;
        from + u32::try_from(mixed % span).expect("less than the span")
    }

    /// True so many times of a hundred.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.roll(1, 100) <= percent
    }
}

/// A numerator of a denominator; a count is a numerator of itself.
pub type Share = (u32, u32);

/// What an organisation sent: nothing, or a share.
pub type Sent = Option<Share>;

/// The values of one year.
#[derive(Clone, Default)]
pub struct Year {
    /// By organisation.
    pub organisations: Vec<Sent>,
    /// By subject within an organisation; empty where there is no such table.
    pub pairs: BTreeMap<(usize, usize), Share>,
    /// By subject; empty where there is no such table.
    pub subjects: Vec<Share>,
    /// Whether the sums are written into the data, too.
    pub stated: bool,
}

/// A district with one indicator.
#[derive(Clone)]
pub struct District {
    /// Kind and staff of each organisation.
    pub organisations: Vec<(usize, u32)>,
    /// Whether people are counted without saying of how many.
    pub is_count: bool,
    /// By year, as `YEARS`.
    pub years: [Year; 2],
    /// Organisations addressed by measures.
    pub groups: Vec<Vec<usize>>,
}

impl District {
    /// The district of a seed.
    pub fn of(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let has_pairs = dice.chance(25);
        let size = if has_pairs { dice.roll(5, 8) } else { dice.roll(5, 25) };
        let kinds = dice.roll(1, 3);
        let organisations: Vec<(usize, u32)> = (0..size)
            .map(|_| {
                let large = dice.chance(60);
                (dice.roll(0, kinds - 1) as usize, if large { dice.roll(9, 40) } else { dice.roll(3, 8) })
            })
            .collect();
        let is_count = !has_pairs && dice.chance(20);
        let (has_subjects, level) = (dice.chance(40), dice.roll(0, 4));
        let years = YEARS.map(|_| {
            let mut year = if has_pairs {
                crossed(&mut dice, &organisations, level)
            } else {
                Year {
                    organisations: organisations
                        .iter()
                        .map(|(_, staff)| sent(&mut dice, *staff, level))
                        .collect(),
                    ..Year::default()
                }
            };
            let all_sent = year.organisations.iter().all(Option::is_some);
            if !has_pairs && has_subjects && all_sent {
                year.subjects = split(&mut dice, year.total());
            }
            year.stated = all_sent && dice.chance(50);
            year
        });
        let groups = (0..dice.roll(0, 3))
            .map(|_| (0..organisations.len()).filter(|_| dice.chance(40)).collect::<Vec<_>>())
            .filter(|group| !group.is_empty());
        let groups = groups.collect();
        Self { organisations, is_count, years, groups }
    }

    /// Writes it as a project.
    pub fn write(&self, name: &str) -> Temp {
        let temp = Temp::in_memory(name);
        copy(&repository("tests/bad/base"), &temp.at(""));
        let (mut kinds, mut subjects) = (String::new(), String::new());
        for kind in KINDS {
            writeln!(kinds, "[[kind]]\nid = \"{kind}\"\ntitle = \"Вид {kind}\"").expect("text");
        }
        for subject in SUBJECTS {
            writeln!(subjects, "[[subject]]\nid = \"{subject}\"\ntitle = \"Предмет {subject}\"")
                .expect("text");
        }
        let vocabulary = include_str!("vocabulary.toml");
        put(&temp.at("data/vocabulary.toml"), format!("{kinds}{subjects}{vocabulary}"));
        let organisations: String =
            self.organisations.iter().enumerate().map(|(at, row)| organisation(at, *row)).collect();
        put(&temp.at("data/organisations.toml"), organisations);
        let measure = if self.is_count {
            "measure = \"count\"\nunit = \"чел.\""
        } else {
            "measure = \"share\"\nof = \"все\""
        };
        let passport = include_str!("indicator.toml").replace("MEASURE", measure);
        put(&temp.at("data/programmes/growth/indicators.toml"), passport);
        for (year, values) in YEARS.iter().zip(&self.years) {
            put(&temp.at(&format!("data/programmes/growth/values/{year}.toml")), self.values(*year, values));
        }
        let effects: String = self.groups.iter().enumerate().map(|(at, group)| effect(at, group)).collect();
        put(&temp.at("data/programmes/growth/actions.toml"), effects);
        let practice = temp.at("content/practices/reading-pairs.md");
        let text = fs::read_to_string(&practice).expect("a practice");
        put(&practice, text.replace("school-1", "org-0"));
        put(&temp.at("content/reports/protocol.md"), include_str!("protocol.md"));
        temp
    }

    fn values(&self, year: i16, values: &Year) -> String {
        let cell = |(n, of): Share| if self.is_count { n.to_string() } else { format!("[{n}, {of}]") };
        let mut text = format!("collected = {year}-12-20\n\n[young-support]\n");
        if values.stated {
            writeln!(text, "total = {}", cell(values.total())).expect("text");
        }
        for (at, sent) in values.organisations.iter().enumerate() {
            match sent {
                // A remark of the author tells of people as well.
                Some(share) if at % 3 == 0 => {
                    writeln!(
                        text,
                        "organisation.org-{at} = {{ value = {}, note = \"Всего {}.\" }}",
                        cell(*share),
                        share.0 * 1_000 + share.1
                    )
                }
                Some(share) => writeln!(text, "organisation.org-{at} = {}", cell(*share)),
                None => writeln!(text, "organisation.org-{at} = \"not-reported\""),
            }
            .expect("text");
        }
        for (subject, share) in SUBJECTS.iter().zip(&values.subjects) {
            writeln!(text, "subject.{subject} = {}", cell(*share)).expect("text");
        }
        for ((at, subject), share) in &values.pairs {
            writeln!(text, "organisation-subject.org-{at}.{} = {}", SUBJECTS[*subject], cell(*share))
                .expect("text");
        }
        text
    }
}

impl Year {
    /// The sum over those who sent something.
    pub fn total(&self) -> Share {
        self.organisations.iter().flatten().fold((0, 0), |sum, share| plus(sum, *share))
    }
}

fn plus(one: Share, two: Share) -> Share {
    (one.0 + two.0, one.1 + two.1)
}

/// What an organisation of a staff sends: mostly few people, or mostly most of them, by the level of the district.
fn sent(dice: &mut Dice, staff: u32, level: u32) -> Sent {
    if dice.chance(6) {
        return None;
    }
    let of = if dice.chance(60) { staff } else { dice.roll(0, staff) };
    let n = part(dice, of, level);
    Some((n, of))
}

fn part(dice: &mut Dice, of: u32, level: u32) -> u32 {
    let few = dice.roll(0, of / 4);
    match level {
        0 => few,
        1 => of - few,
        _ => dice.roll(0, of),
    }
}

/// Every organisation by subjects, and the sums of that.
fn crossed(dice: &mut Dice, organisations: &[(usize, u32)], level: u32) -> Year {
    let mut year = Year { subjects: vec![(0, 0); SUBJECTS.len()], ..Year::default() };
    for (at, (_, staff)) in organisations.iter().enumerate() {
        let mut sum = (0, 0);
        for subject in 0..SUBJECTS.len() {
            let of = dice.roll(0, staff / 3);
            let share = (part(dice, of, level), of);
            year.pairs.insert((at, subject), share);
            year.subjects[subject] = plus(year.subjects[subject], share);
            sum = plus(sum, share);
        }
        year.organisations.push(Some(sum));
    }
    year
}

/// A total in as many parts as there are subjects.
fn split(dice: &mut Dice, (n, of): Share) -> Vec<Share> {
    let (mut n, mut rest) = (n, of - n);
    let mut parts = Vec::new();
    for left in (1..=SUBJECTS.len()).rev() {
        let (one, other) = if left == 1 { (n, rest) } else { (dice.roll(0, n), dice.roll(0, rest)) };
        parts.push((one, one + other));
        (n, rest) = (n - one, rest - other);
    }
    parts
}

fn organisation(at: usize, (kind, staff): (usize, u32)) -> String {
    let kind = KINDS[kind];
    format!(
        "[[organisation]]\nid = \"org-{at}\"\nname = \"Организация № {at}\"\nshort = \"Орг. № {at}\"\nkind = \"{kind}\"\nstaff = {staff}\n\n"
    )
}

fn effect(at: usize, group: &[usize]) -> String {
    let addressed: Vec<String> = group.iter().map(|at| format!("\"org-{at}\"")).collect();
    format!(
        "[[effect]]\nid = \"effect-{at}\"\ntitle = \"Дело {at}\"\nindicator = \"young-support\"\nbefore = 2023\nafter = 2024\n\
         addressed = [{}]\nmeasures = []\ndecisions = []\nprotocol = \"protocol\"\ndate = 2025-01-28\nnext = \"Дальше.\"\n\n",
        addressed.join(", ")
    )
}
