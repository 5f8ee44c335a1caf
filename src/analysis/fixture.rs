//! Small models from a few lines of text, for the tests of this room.
//!
//! Apart from the tests, because most of a model's fields mean nothing to the analysis: they are filled in here once.
//! The ids of organisations are deliberately not in alphabetical order, so that table order can be told from it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diag::{At, FileId, Span};
use crate::model::{
    Addressee, Better, Bound, Breakdown, Cell, Clustering, Collecting, Collection, Consents, Counted,
    Disclosure, Edition, Effect, Evidence, Feature, Finality, GroupCount, Id, Indicator, Judged, MeasureKind,
    Model, Observation, Operator, Organisation, Period, Practice, Presence, Programme, ProgrammeKind, Prose,
    Recommendation, Share, Site, Stage, Standing, State, Subject, Table, Target, Transfer, Value, Vocabulary,
};

use super::Amount;

/// Organisations in table order.
const ORGANISATIONS: [&str; 5] = ["a", "c", "b", "e", "d"];
/// Subjects in table order.
const SUBJECTS: [&str; 2] = ["math", "arts"];

pub(super) fn id<T>(text: &str) -> Id<T> {
    Id::parse(text).unwrap()
}

pub(super) fn at<T>(value: T) -> At<T> {
    At::new(value, Span::new(FileId(0), 0..0))
}

fn year(text: &str) -> Period {
    Period(text.parse().unwrap())
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// The words after `name=`, split at commas; none where there is no such word.
fn list<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    let of = |word: &'a str| word.strip_prefix(name)?.strip_prefix('=');
    text.split(' ').find_map(of).map(|list| list.split(',').collect()).unwrap_or_default()
}

fn ids<T>(text: &str, name: &str) -> Vec<At<Id<T>>> {
    list(text, name).into_iter().map(|name| at(id(name))).collect()
}

/// `3/10` a share, `3` a count, `*4.5` a mark, `yes`, `partly` or `no`.
pub(super) fn value(text: &str) -> Value {
    let number = |text: &str| text.parse().unwrap();
    match (text, text.split_once('/'), text.strip_prefix('*')) {
        ("yes", ..) => Value::Presence(Presence::Yes),
        ("partly", ..) => Value::Presence(Presence::Partly),
        ("no", ..) => Value::Presence(Presence::No),
        (_, Some((n, of)), _) => Value::Share(Share::new(n.parse().unwrap(), of.parse().unwrap()).unwrap()),
        (_, _, Some(mark)) => Value::Score(number(mark)),
        _ => Value::Count(number(text)),
    }
}

/// A value, `~` before a provisional and `!` before a corrected one; `?` not reported, `-` not applicable.
fn state(text: &str) -> State {
    match text.split_at(1) {
        ("?", _) => State::NotReported,
        ("-", _) => State::NotApplicable,
        ("~", rest) => State::Known(value(rest), Finality::Provisional),
        ("!", rest) => State::Known(value(rest), Finality::Corrected),
        _ => State::Known(value(text), Finality::Reported),
    }
}

/// An amount as it stands behind a cell of the same notation.
pub(super) fn amount(text: &str) -> Amount {
    let observation = observation(&format!("a={text}"));
    super::amount::Gathered::of(&indicator("share higher"), &observation, &organisations()).organisations
        [&id("a")]
}

/// `higher`, `lower` or `none`.
pub(super) fn better(text: &str) -> Better {
    match text {
        "higher" => Better::Higher,
        "lower" => Better::Lower,
        "none" => Better::Neither,
        other => panic!("{other}"),
    }
}

/// `2024>=70`, `2024<=5`, `2024=3`, `2024=yes`, `2024:4..8`.
fn target(text: &str) -> At<Target> {
    let (by, bound) = text.split_at(4);
    let number = |text: &str| text.parse().unwrap();
    let bound = match bound.trim_start_matches(['>', '<', '=', ':']) {
        "yes" => Bound::Present,
        level if bound.starts_with(">=") => Bound::AtLeast(number(level)),
        level if bound.starts_with("<=") => Bound::AtMost(number(level)),
        level if bound.starts_with('=') => Bound::Equal(number(level)),
        ends => ends.split_once("..").map(|(low, high)| Bound::Between(number(low), number(high))).unwrap(),
    };
    at(Target { by: year(by), bound })
}

/// `share higher targets=2022>=50,2024>=70 baseline=2021 dynamics=3 by=organisation`.
pub(super) fn indicator(text: &str) -> Indicator {
    let words: Vec<&str> = text.split(' ').collect();
    let measure = match words[0] {
        "share" => MeasureKind::Share,
        "count" => MeasureKind::Count,
        "presence" => MeasureKind::Presence,
        "score" => MeasureKind::Score,
        other => panic!("{other}"),
    };
    let by = |name: &&str| if *name == "subject" { Breakdown::Subject } else { Breakdown::Organisation };
    let text_of = String::new;
    Indicator {
        number: text_of(),
        goal: at(id("goal")),
        title: text_of(),
        short: text_of(),
        measure,
        unit: text_of(),
        counted: text_of(),
        of: text_of(),
        better: better(words[1]),
        targets: list(text, "targets").into_iter().map(target).collect(),
        baseline: list(text, "baseline").first().map(|text| at(year(text))),
        judged: list(text, "dynamics")
            .first()
            .map_or(Judged::Level, |k| Judged::ChangeOver(k.parse().unwrap())),
        breakdown: list(text, "by").iter().map(by).collect(),
        topics: Vec::new(),
        people: Counted::People,
        disclosure: Disclosure::Protected,
        collecting: Collecting {
            source: text_of(),
            method: text_of(),
            instrument: None,
            processing: None,
            frequency: text_of(),
            responsible: text_of(),
        },
        note: None,
    }
}

/// `total=3/10 @school=1/5 a=1/5 b=? math=2/4 a*math=1/2`.
pub(super) fn observation(text: &str) -> Observation {
    let mut observation = Observation {
        total: None,
        by_organisation: BTreeMap::new(),
        by_subject: BTreeMap::new(),
        by_kind: BTreeMap::new(),
        by_pair: BTreeMap::new(),
        keys: BTreeMap::new(),
        note: None,
    };
    for (name, text) in text.split(' ').filter_map(|word| word.split_once('=')) {
        let cell = at(Cell { state: state(text), note: None, proof: None });
        match name {
            "total" => observation.total = Some(cell),
            kind if kind.starts_with('@') => drop(observation.by_kind.insert(id(&kind[1..]), cell)),
            pair if pair.contains('*') => {
                let (organisation, subject) = pair.split_once('*').unwrap();
                observation.by_pair.insert((id(organisation), id(subject)), cell);
            }
            subject if SUBJECTS.contains(&subject) => drop(observation.by_subject.insert(id(subject), cell)),
            organisation => drop(observation.by_organisation.insert(id(organisation), cell)),
        }
    }
    observation
}

/// `approved improves=x topics=t audiences=heads review=2025-01-01 adopted=b,c evidence=own,expertise,publication,2`.
pub(super) fn practice(text: &str) -> Practice {
    let stage = match text.split(' ').next() {
        Some("draft") => Stage::Draft,
        Some("review") => Stage::Review,
        Some("approved") => Stage::Approved,
        Some("archived") => Stage::Archived,
        other => panic!("{other:?}"),
    };
    let facts = list(text, "evidence");
    let named = |fact: &str| facts.contains(&fact).then(|| fact.to_owned());
    let adoption =
        |organisation| crate::model::Adoption { organisation, year: Period(2024), outcome: String::new() };
    Practice {
        title: String::new(),
        summary: String::new(),
        organisation: at(id("a")),
        authors: Vec::new(),
        year: at(Period(2023)),
        subjects: Vec::new(),
        levels: Vec::new(),
        audiences: ids(text, "audiences"),
        form: at(id("form")),
        topics: ids(text, "topics"),
        improves: ids(text, "improves"),
        stage,
        updated: None,
        changes: Vec::new(),
        review_until: list(text, "review").first().map(|text| at(date(text))),
        evidence: Evidence {
            own_monitoring: facts.contains(&"own"),
            organisations: facts.iter().find_map(|fact| fact.parse().ok()).unwrap_or(0),
            expertise: named("expertise"),
            publication: named("publication"),
            result: None,
        },
        transfer: Transfer::default(),
        adoptions: ids(text, "adopted").into_iter().map(adoption).collect(),
        prose: Prose::default(),
    }
}

/// `2024 indicators=x to=behind|audience:heads|association:m|a,b practices=p topics=t`.
fn recommendation(text: &str) -> Recommendation {
    let to = list(text, "to").join(",");
    let to = match to.split_once(':') {
        Some(("audience", name)) => Addressee::Audience(at(id(name))),
        Some((_, name)) => Addressee::Association(at(id(name))),
        None if to == "behind" => Addressee::Behind,
        None => Addressee::Organisations(ids(text, "to")),
    };
    Recommendation {
        title: String::new(),
        programme: at(id("programme")),
        period: at(year(text.split(' ').next().unwrap())),
        date: at(date("2025-01-20")),
        indicators: ids(text, "indicators"),
        to,
        practices: ids(text, "practices"),
        topics: ids(text, "topics"),
        deadline: None,
        prose: Prose::default(),
    }
}

/// `x 2023 2024 addressed=a,b`.
fn effect(text: &str) -> Effect {
    let words: Vec<&str> = text.split(' ').collect();
    Effect {
        title: String::new(),
        indicator: at(id(words[0])),
        before: at(year(words[1])),
        after: at(year(words[2])),
        addressed: ids(text, "addressed"),
        measures: Vec::new(),
        decisions: Vec::new(),
        protocol: at(id("protocol")),
        date: at(date("2025-01-20")),
        next: String::new(),
    }
}

/// `features=staff,indicator:x groups=3`.
fn clustering(text: &str) -> Clustering {
    let feature = |text: &str| match text.split_once(':') {
        Some(("indicator", name)) => Feature::Indicator(id(name)),
        Some((_, name)) => Feature::Base(id(name)),
        None => Feature::Staff,
    };
    Clustering {
        features: list(text, "features").into_iter().map(|text| at(feature(text))).collect(),
        groups: list(text, "groups").first().and_then(|count| GroupCount::new(count.parse().unwrap())),
    }
}

fn programme() -> Programme {
    Programme {
        title: String::new(),
        short: String::new(),
        kind: ProgrammeKind::Concept,
        document: at(id("document")),
        years: (Period(2021), Period(2024)),
        summary: String::new(),
        without_problem: None,
        without_indicator: None,
        goals: Table::default(),
        phases: Vec::new(),
        results: Vec::new(),
        provisions: Vec::new(),
        clustering: None,
        indicators: Table::default(),
        collections: BTreeMap::new(),
        calendar: Table::default(),
        measures: Table::default(),
        decisions: Table::default(),
        effects: Table::default(),
        criteria: None,
    }
}

fn site() -> Site {
    Site {
        title: String::new(),
        language: "ru".into(),
        base_url: "https://example.org/".into(),
        date: date("2025-02-10"),
        standing: Standing::Real,
        edition: Edition::Internal,
        smallest: 5,
        dates: crate::model::Dates::FrontMatter,
        theme: "default".into(),
        repository: None,
        operator: Operator::default(),
    }
}

fn organisation(staff: u32) -> Organisation {
    let (name, short) = (String::new(), String::new());
    Organisation { name, short, kind: at(id("school")), staff, settlement: None, note: None }
}

/// A table of rows by name.
fn table<T>(rows: impl IntoIterator<Item = (String, T)>) -> Table<T> {
    let mut table = Table::default();
    for (name, row) in rows {
        table.insert(at(id(&name)), row).map_err(|_| name).unwrap();
    }
    table
}

pub(super) fn organisations() -> Table<Organisation> {
    staffed("")
}

/// The organisations, with `a=20 b=30` people; ten where nothing is said.
fn staffed(text: &str) -> Table<Organisation> {
    let staff = |name: &str| list(text, name).first().map_or(10, |staff| staff.parse().unwrap());
    table(ORGANISATIONS.map(|name| (name.to_owned(), organisation(staff(name)))))
}

/// A model with one programme, `programme`, from lines such as
/// `indicator x share higher …`, `values 2024 x total=…`, `practice p …`, `advice r …`, `effect e …`,
/// `clusters by features=…`, `staff of a=20 …`.
pub(super) fn model(text: &str) -> Model {
    let lines = |kind: &'static str| {
        let of_kind = move |line: &str| line.trim().strip_prefix(kind)?.strip_prefix(' ').map(str::to_owned);
        text.lines()
            .filter_map(of_kind)
            .filter_map(|line| line.split_once(' ').map(|(name, rest)| (name.to_owned(), rest.to_owned())))
    };
    let mut programme = programme();
    programme.indicators = table(lines("indicator").map(|(name, text)| (name, indicator(&text))));
    programme.effects = table(lines("effect").map(|(name, text)| (name, effect(&text))));
    programme.clustering = lines("clusters").next().map(|(_, text)| clustering(&text));
    for (period, text) in lines("values") {
        let empty = || Collection {
            collected: at(date("2025-01-10")),
            source: None,
            note: None,
            observations: BTreeMap::new(),
        };
        let collection = programme.collections.entry(year(&period)).or_insert_with(empty);
        let (name, cells) = text.split_once(' ').unwrap();
        collection.observations.insert(id(name), at(observation(cells)));
    }
    let subject = |name: &str| (name.to_owned(), Subject { title: String::new() });
    Model {
        site: site(),
        vocabulary: Vocabulary { subjects: table(SUBJECTS.map(subject)), ..Vocabulary::default() },
        organisations: staffed(&lines("staff").next().map_or(String::new(), |(_, text)| text)),
        consents: Consents::default(),
        programmes: table([("programme".to_owned(), programme)]),
        practices: table(lines("practice").map(|(name, text)| (name, practice(&text)))),
        recommendations: table(lines("advice").map(|(name, text)| (name, recommendation(&text)))),
        reports: Table::default(),
        documents: Table::default(),
        pages: Table::default(),
        registers: Table::default(),
        attachments: BTreeMap::new(),
        addresses: None,
        history: crate::source::History::default(),
    }
}
