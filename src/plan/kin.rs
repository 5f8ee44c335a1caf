//! Practices that are akin: what they share, what differs, and how near that makes them.
//!
//! Apart from the page that shows them, because on a large bank nobody can look at all pairs: those who share a thing
//! are listed once, and only the best proven of each list are looked at.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::diag::At;
use crate::model::{Id, Indicator, Practice, Subject, Topic};

/// So many are looked at for each shared thing: the cost stays in proportion to the bank.
const LOOKED_AT: usize = 64;

/// Places of practices in the list of the bank by what they are about.
#[derive(Default)]
pub struct Kin<'a> {
    topics: BTreeMap<&'a Id<Topic>, Vec<usize>>,
    subjects: BTreeMap<&'a Id<Subject>, Vec<usize>>,
    indicators: BTreeMap<&'a Id<Indicator>, Vec<usize>>,
}

/// In what two practices are akin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kinship {
    /// What they share, at least one thing.
    pub shares: Vec<Trait>,
    /// The first thing in which they differ.
    pub differs: Option<Trait>,
    score: usize,
}

/// What practices may share or differ in, the weightiest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trait {
    /// The professional deficit.
    Topic,
    /// The school subject.
    Subject,
    /// The indicator that they improve.
    Indicator,
    /// The level of education.
    Level,
    /// The form of work.
    Form,
}

impl<'a> Kin<'a> {
    /// Lists the practices of the bank, which come best proven first.
    pub fn of(bank: &[(&'a Id<Practice>, &'a Practice)]) -> Self {
        fn list<'a, T>(lists: &mut BTreeMap<&'a Id<T>, Vec<usize>>, ids: &'a [At<Id<T>>], place: usize) {
            ids.iter().for_each(|id| lists.entry(&id.value).or_default().push(place));
        }
        let mut kin = Self::default();
        for (place, (_, practice)) in bank.iter().enumerate() {
            list(&mut kin.topics, &practice.topics, place);
            list(&mut kin.subjects, &practice.subjects, place);
            list(&mut kin.indicators, &practice.improves, place);
        }
        kin
    }

    /// The nearest practices of the bank, at most so many; of equally near ones the better proven.
    pub fn nearest<'b>(
        &self,
        bank: &[(&'b Id<Practice>, &'b Practice)],
        (id, practice): (&Id<Practice>, &Practice),
        most: usize,
    ) -> Vec<(&'b Id<Practice>, Kinship)> {
        let others = self.looked_at(practice).into_iter().filter(|place| bank[*place].0 != id);
        let mut akin: Vec<(usize, Kinship)> =
            others.filter_map(|place| Some((place, Kinship::of(practice, bank[place].1)?))).collect();
        akin.sort_by_key(|(place, kinship)| (Reverse(kinship.score), *place));
        akin.truncate(most);
        akin.into_iter().map(|(place, kinship)| (bank[place].0, kinship)).collect()
    }

    fn looked_at(&self, practice: &Practice) -> BTreeSet<usize> {
        fn best<'l, T>(
            lists: &'l BTreeMap<&Id<T>, Vec<usize>>,
            ids: &'l [At<Id<T>>],
        ) -> impl Iterator<Item = usize> {
            ids.iter()
                .filter_map(|id| lists.get(&id.value))
                .flat_map(|list| list.iter().take(LOOKED_AT))
                .copied()
        }
        let topics = best(&self.topics, &practice.topics);
        let subjects = best(&self.subjects, &practice.subjects);
        topics.chain(subjects).chain(best(&self.indicators, &practice.improves)).collect()
    }
}

impl Kinship {
    /// In what two practices are akin, if in anything. No subject means any, and any differs from none.
    fn of(one: &Practice, other: &Practice) -> Option<Self> {
        let topics = shared(&one.topics, &other.topics);
        let subjects = shared(&one.subjects, &other.subjects);
        let indicators = shared(&one.improves, &other.improves);
        let counted = [(Trait::Topic, topics), (Trait::Subject, subjects), (Trait::Indicator, indicators)];
        let shares: Vec<Trait> = counted.iter().filter(|(_, n)| *n > 0).map(|(what, _)| *what).collect();
        let differing = [
            (Trait::Topic, differ(&one.topics, &other.topics)),
            (Trait::Subject, differ(&one.subjects, &other.subjects)),
            (Trait::Level, differ(&one.levels, &other.levels)),
            (Trait::Form, one.form.value != other.form.value),
        ];
        let differs = differing.into_iter().find(|(_, differs)| *differs).map(|(what, _)| what);
        let score = 3 * topics + 2 * subjects + 2 * indicators;
        (!shares.is_empty()).then_some(Self { shares, differs, score })
    }
}

fn shared<T>(some: &[At<Id<T>>], others: &[At<Id<T>>]) -> usize {
    some.iter().filter(|one| others.iter().any(|other| other.value == one.value)).count()
}

/// Both say something, and nothing of it is the same.
fn differ<T>(some: &[At<Id<T>>], others: &[At<Id<T>>]) -> bool {
    !some.is_empty() && !others.is_empty() && shared(some, others) == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diagnostics;
    use crate::model::{Model, Overrides, lower};
    use crate::source::Sources;

    /// Practices of a few lines of settings each: `a` has what stands in its text.
    fn model(practices: &[(&str, &str)]) -> Model {
        let texts: Vec<(String, String)> = practices
            .iter()
            .map(|(id, more)| {
                let form = if more.contains("form") { "" } else { "form = \"talk\"" };
                let head = "title = \"A\"\nsummary = \"A\"\norganisation = \"a\"\nyear = 2024";
                let text = format!("+++\n{head}\nstatus = \"approved\"\n{form}\n{more}\n+++\n");
                (format!("content/practices/{id}.md"), text)
            })
            .collect();
        let texts: Vec<(&str, &str)> =
            texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let overrides = Overrides::on(jiff::civil::date(2025, 2, 10));
        lower(&Sources::of_texts(&texts), &overrides, &mut Diagnostics::default())
    }

    /// The practices akin to `p`, each with what is shared and what differs.
    fn akin(practices: &[(&str, &str)], most: usize) -> String {
        let model = model(practices);
        assert_eq!(model.practices.len(), practices.len());
        let bank: Vec<_> = model.practices.iter().map(|(id, row)| (id, &row.value)).collect();
        let (id, practice) = bank.iter().find(|(id, _)| id.as_str() == "p").unwrap();
        let akin = Kin::of(&bank).nearest(&bank, (id, practice), most);
        let told = akin.iter().map(|(id, kinship)| {
            let differs = kinship.differs.map_or(String::new(), |what| format!(" not {what:?}"));
            format!("{id} {:?}{differs}", kinship.shares)
        });
        told.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn kin_share_something_and_the_nearest_come_first() {
        let bank = [
            ("p", r#"topics = ["t", "u"]"#),
            ("a", r#"topics = ["t"]"#),
            ("b", r#"topics = ["v"]"#),
            ("c", r#"topics = ["u", "t"]"#),
            ("d", r#"topics = ["u"]"#),
        ];
        assert_eq!(akin(&bank, 9), "c [Topic], a [Topic], d [Topic]");
        assert_eq!(akin(&bank, 2), "c [Topic], a [Topic]");
    }

    #[test]
    fn the_first_thing_that_differs_is_told() {
        let one = "topics = [\"t\"]\nsubjects = [\"math\"]\nlevels = [\"basic\"]\nimproves = [\"x\"]";
        let told = |more: &str| akin(&[("p", one), ("q", more)], 1).replacen("q ", "", 1);
        for (more, expected) in [
            (one, "[Topic, Subject, Indicator]"),
            (r#"topics = ["t"]"#, "[Topic]"),
            ("topics = [\"t\"]\nsubjects = [\"physics\"]", "[Topic] not Subject"),
            (
                "topics = [\"t\"]\nsubjects = [\"math\", \"physics\"]\nlevels = [\"primary\"]",
                "[Topic, Subject] not Level",
            ),
            ("topics = [\"t\"]\nform = \"club\"", "[Topic] not Form"),
            ("topics = [\"u\"]\nsubjects = [\"math\"]", "[Subject] not Topic"),
            ("topics = [\"u\"]\nimproves = [\"x\"]", "[Indicator] not Topic"),
            (r#"subjects = ["physics"]"#, ""),
        ] {
            assert_eq!(told(more), expected, "{more}");
        }
    }
}
