//! Room 3 · judge: what is well formed but wrong.
//!
//! A table of small judges. Each only reports; none changes anything. Behind this room every reference leads
//! somewhere, so that the rooms to the right need not ask.

mod aliases;
mod changes;
mod clusters;
mod cycle;
mod files;
mod glossary;
mod guard;
mod links;
mod people;
mod practices;
mod references;
mod registers;
mod scan;
mod values;

use crate::diag::{Code, Diagnostics, codes};
use crate::model::Model;
use crate::source::Sources;

/// A judge with the codes that it may report.
pub struct Check {
    /// Its codes.
    pub codes: &'static [&'static Code],
    /// The judge.
    pub run: fn(&Model, &mut Diagnostics),
}

/// All judges, in the order of the rooms that need them.
pub static CHECKS: &[Check] = &[
    Check { codes: &[&codes::UNKNOWN_REFERENCE], run: references::check_vocabulary },
    Check { codes: &[&codes::UNKNOWN_REFERENCE], run: references::check_practices },
    Check { codes: &[&codes::UNKNOWN_REFERENCE], run: references::check_programmes },
    Check { codes: &[&codes::UNKNOWN_REFERENCE], run: clusters::check_references },
    Check { codes: &[&codes::BAD_FEATURE], run: clusters::check_features },
    Check { codes: &[&codes::UNKNOWN_REFERENCE], run: references::check_recommendations },
    Check { codes: &[&codes::UNKNOWN_REFERENCE, &codes::DUPLICATE_ID], run: references::check_papers },
    Check { codes: &[&codes::DUPLICATE_ID], run: aliases::check_aliases },
    Check { codes: &[&codes::UNKNOWN_REFERENCE], run: registers::check_references },
    Check {
        codes: &[&codes::UNPUBLISHED_TARGET, &codes::ARCHIVED_PRACTICE],
        run: registers::check_practices,
    },
    Check { codes: &[&codes::DATES_OUT_OF_ORDER], run: registers::check_dates },
    Check { codes: &[&codes::SHARED_FORM], run: glossary::check_forms },
    Check {
        codes: &[&codes::UNKNOWN_REFERENCE, &codes::DEAD_ANCHOR, &codes::UNPUBLISHED_TARGET],
        run: links::check_links,
    },
    Check { codes: &[&codes::DEAD_LINK, &codes::NOT_A_PICTURE], run: files::check_files },
    Check { codes: &[&codes::UNKNOWN_REFERENCE, &codes::NO_VALUE], run: links::check_bindings },
    Check { codes: &[&codes::FUTURE_PERIOD], run: values::check_future },
    Check { codes: &[&codes::FUTURE_CHANGE], run: changes::check_changes },
    Check { codes: &[&codes::TOTAL_DIFFERS], run: values::check_totals },
    Check { codes: &[&codes::LEAP], run: values::check_leaps },
    Check { codes: &[&codes::NEW_DENOMINATOR], run: values::check_denominators },
    Check { codes: &[&codes::COLLECTED_EARLY], run: values::check_collected },
    Check { codes: &[&codes::ALL_FULL], run: values::check_full },
    Check { codes: &[&codes::STILL_PROVISIONAL], run: values::check_provisional },
    Check { codes: &[&codes::UNPROVEN], run: values::check_proofs },
    Check { codes: &[&codes::NO_BASELINE], run: values::check_baselines },
    Check { codes: &[&codes::BAD_TARGET], run: values::check_targets },
    Check { codes: &[&codes::OVER_STAFF], run: values::check_staff },
    Check { codes: &[&codes::NO_VALUES], run: values::check_presence },
    Check { codes: &[&codes::GOAL_WITHOUT_INDICATOR], run: cycle::check_goals },
    Check { codes: &[&codes::UNTIED_MEASURE], run: cycle::check_measures },
    Check { codes: &[&codes::DATES_OUT_OF_ORDER], run: cycle::check_dates },
    Check { codes: &[&codes::EFFECT_WITHOUT_DATA], run: cycle::check_effects },
    Check { codes: &[&codes::NOT_IN_FORCE], run: cycle::check_force },
    Check { codes: &[&codes::REVIEW_PAST, &codes::FUTURE_PRACTICE], run: practices::check_dates },
    Check { codes: &[&codes::UNKNOWN_REFERENCE], run: people::check_mentions },
    Check { codes: &[&codes::CONSENT_ENDS], run: people::check_terms },
    Check { codes: &[&codes::NO_PRACTICES], run: practices::check_coverage },
];

/// Runs every judge; the guard last, which reads the texts themselves.
pub fn run(model: &Model, sources: &Sources, diagnostics: &mut Diagnostics) {
    for check in CHECKS {
        (check.run)(model, diagnostics);
    }
    guard::check_texts(model, sources, diagnostics);
}
