//! The promise «no hidden number can be computed from all outputs together», attacked.
//!
//! Two attacks. An outsider who knows every public reading and every sum tries to compute what is hidden, by linear
//! programming; and since a file could still tell more than the readings do, districts that differ only in what is
//! hidden must become the same site to the byte, whatever kinds of files it has.
#![expect(clippy::disallowed_methods, reason = "tests build their own districts on the disk")]

mod district;
mod outsider;
#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeMap;
use std::path::Path;

use metodbank::analysis::{Analysis, ProgrammeAnalysis, analyze};
use metodbank::diag::Diagnostics;
use metodbank::model::{Edition, Overrides, lower};
use metodbank::{Request, preview, source};

use rayon::prelude::*;

use district::{Dice, District, YEARS};
use outsider::{Outsider, Page, Place, page};

/// How many districts are attacked by arithmetic.
const DISTRICTS: u64 = 200;
/// How many of them are drawn as sites, twice each.
const SITES: u64 = 12;

fn overrides(edition: Edition) -> Overrides {
    Overrides { edition, ..Overrides::on("2025-02-10".parse().expect("a day")) }
}

fn analysis(root: &Path, edition: Edition) -> Analysis {
    let mut diagnostics = Diagnostics::default();
    let sources = source::read(root, &mut diagnostics);
    let model = lower(&sources, &overrides(edition), &mut diagnostics);
    assert!(!diagnostics.has_errors(), "a good district: {:?}", diagnostics.sorted());
    analyze(&model)
}

fn only(analysis: &Analysis) -> &ProgrammeAnalysis {
    analysis.programmes.values().next().expect("one programme")
}

/// What everybody sees of a district, and the truth.
fn both(district: &District) -> (Analysis, [Page; 2]) {
    let temp = district.write("attack");
    let truth = analysis(&temp.at(""), Edition::Internal);
    let dynamics = only(&truth).dynamics.values().next().expect("one indicator");
    let pages = YEARS.map(|year| page(&dynamics.readings[&metodbank::model::Period(year)]));
    (analysis(&temp.at(""), Edition::Public), pages)
}

#[test]
fn no_hidden_number_can_be_computed() {
    let attack = |seed: u64| {
        let district = District::of(seed);
        let (public, truth) = both(&district);
        let outsider = Outsider::of(&district, only(&public));
        let leaks = outsider.leaks(&truth);
        assert!(leaks.is_empty(), "district {seed}: {leaks:#?}");
        (outsider.hidden(), outsider.groups.len())
    };
    let found: Vec<(usize, usize)> = (0..DISTRICTS).into_par_iter().map(attack).collect();
    let hidden: usize = found.iter().map(|(hidden, _)| hidden).sum();
    let groups: usize = found.iter().map(|(_, groups)| groups).sum();
    assert!(hidden > 2_000 && groups >= 20, "there was something to find: {hidden}, {groups}");
}

/// The attack is worth something: with small numbers hidden and nothing else, it finds them.
#[test]
fn with_small_numbers_alone_hidden_the_outsider_succeeds() {
    let few = |people: f64| people > 0.0 && people < 5.0;
    let mut broken = 0;
    for seed in 0..20 {
        let district = District::of(seed);
        let (_, truth) = both(&district);
        let hide = |page: &Page| -> Page {
            let seen = |(n, of): (f64, f64)| (!few(n) && !few(of - n)).then_some((n, of));
            page.iter().map(|(place, truth)| (*place, truth.and_then(seen))).collect()
        };
        let pages = [hide(&truth[0]), hide(&truth[1])];
        let outsider = Outsider { district: &district, pages, groups: Vec::new() };
        broken += usize::from(!outsider.leaks(&truth).is_empty());
    }
    assert!(broken >= 10, "only {broken} of 20 districts gave something away");
}

/// A sum over a group is a leak as well: a single hidden organisation is one.
#[test]
fn with_a_group_of_one_the_outsider_succeeds() {
    let found = (0..DISTRICTS).any(|seed| {
        let district = District::of(seed);
        let (public, truth) = both(&district);
        let mut outsider = Outsider::of(&district, only(&public));
        let hidden = outsider.pages[0].iter().find_map(|(place, seen)| match (place, seen) {
            (Place::Organisation(at), None) if outsider.pages[1].contains_key(place) => Some(*at),
            _ => None,
        });
        let Some(at) = hidden else { return false };
        let sums = [0, 1].map(|year| truth[year][&Place::Organisation(at)].expect("the truth hides nothing"));
        outsider.groups.push((vec![at], sums));
        !outsider.leaks(&truth).is_empty()
    });
    assert!(found);
}

/// Every file of a site.
fn site(root: &Path, edition: Edition) -> BTreeMap<String, Vec<u8>> {
    let request = Request { root: root.to_owned(), overrides: overrides(edition) };
    let mut files = BTreeMap::new();
    let mut diagnostics = Diagnostics::default();
    preview(&request, &mut diagnostics, |site, _, _| {
        site.prepare();
        for (position, path) in site.paths().iter().enumerate() {
            files.insert(path.clone(), site.draw(position).expect("it can be drawn"));
        }
    });
    assert!(!files.is_empty(), "a good site: {:?}", diagnostics.sorted());
    files
}

/// The same district with some people moved between hidden organisations, so that all that is public stays as it is;
/// none where there is nothing to move.
fn twin(seed: u64, district: &District, public: &[Page; 2]) -> Option<District> {
    let mut dice = Dice::new(seed);
    let mut twin = district.clone();
    let hidden: Vec<usize> = (0..district.organisations.len())
        .filter(|at| public[1].get(&Place::Organisation(*at)) == Some(&None))
        .collect();
    for _ in 0..40 {
        let pick =
            |dice: &mut Dice| hidden.get(dice.roll(0, hidden.len().max(1) as u32 - 1) as usize).copied();
        let (from, to) = pick(&mut dice).zip(pick(&mut dice))?;
        let mut tried = twin.clone();
        let cells = &mut tried.years[1].organisations;
        let (Some((n, of)), Some((m, many))) = (cells[from], cells[to]) else { continue };
        if from == to || n == 0 || (m == many && !district.is_count) {
            continue;
        }
        let less = if district.is_count { n - 1 } else { of };
        let more = if district.is_count { m + 1 } else { many };
        cells[from] = Some((n - 1, less));
        cells[to] = Some((m + 1, more));
        let (seen, _) = both(&tried);
        if Outsider::of(&tried, only(&seen)).pages == *public {
            twin = tried;
        }
    }
    let moved = twin.years[1].organisations != district.years[1].organisations;
    moved.then_some(twin)
}

#[test]
fn what_is_hidden_leaves_no_trace_in_any_file() {
    let mut compared = 0;
    for seed in (0..DISTRICTS).filter(|seed| District::of(*seed).years[1].pairs.is_empty()) {
        if compared == SITES {
            break;
        }
        let district = District { groups: Vec::new(), ..District::of(seed) };
        let (public, truth) = both(&district);
        let pages = Outsider::of(&district, only(&public)).pages;
        let Some(other) = twin(seed, &district, &pages) else { continue };
        let (one, two) = (district.write("attack-one"), other.write("attack-two"));
        assert_ne!(both(&other).1, truth, "district {seed}: the truth is another");
        let public = [&one, &two].map(|temp| site(&temp.at(""), Edition::Public));
        for (path, bytes) in &public[0] {
            assert!(Some(bytes) == public[1].get(path), "district {seed}: {path} tells the two apart");
        }
        assert_eq!(public[0].len(), public[1].len(), "district {seed}");
        // The comparison can fail: in the internal edition the same two sites differ.
        let internal = [&one, &two].map(|temp| site(&temp.at(""), Edition::Internal));
        assert_ne!(internal[0], internal[1], "district {seed}");
        compared += 1;
    }
    assert_eq!(compared, SITES, "too few districts had a twin");
}
