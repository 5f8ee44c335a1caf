//! The bank by which the search is measured has as many words as a real one.

#[path = "../examples/corpus/rare.rs"]
mod rare;

use std::collections::{BTreeMap, BTreeSet};

use metodbank::words::Stems;

/// Knuth's generator, as the corpus has it.
fn chance() -> impl FnMut(usize) -> usize {
    let mut state = 1_u64;
    move |limit| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("31 bits") % limit
    }
}

fn stems(words: impl Iterator<Item = String>) -> usize {
    let stems = Stems::default();
    words.filter_map(|word| stems.stem(&word)).collect::<BTreeSet<String>>().len()
}

/// A practice draws about 130 of them.
#[test]
fn a_thousand_practices_have_twenty_thousand_stems_and_ten_thousand_fifty() {
    for (practices, least) in [(1_000, 20_000), (10_000, 50_000)] {
        let mut chance = chance();
        let found = stems((0..practices * 130).map(|_| rare::word(&mut chance)));
        assert!(found >= least, "{practices} practices: {found} stems");
    }
}

/// Zipf's law: a hundred forms make up a fifth of all, and so does the rarer half of them.
#[test]
fn few_words_are_frequent() {
    let (mut chance, mut draws) = (chance(), BTreeMap::<String, usize>::new());
    (0..130_000).for_each(|_| *draws.entry(rare::word(&mut chance)).or_default() += 1);
    let mut counts: Vec<usize> = draws.into_values().collect();
    counts.sort_unstable_by(|one, other| other.cmp(one));
    let first: usize = counts[..100].iter().sum();
    let last: usize = counts[counts.len() / 2..].iter().sum();
    assert!(first > 130_000 / 5 && last < 130_000 / 5, "{first} and {last} of 130 000");
}
