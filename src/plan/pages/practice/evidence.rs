//! How well a practice is proved, in words: the level, and every declared fact behind it.

use crate::analysis::{EvidenceFact, EvidenceLevel};
use crate::model::Practice;
use crate::words::polish;

use super::super::super::desk::Desk;
use super::super::super::views::{EvidenceFactView, EvidenceView};

/// The kinds of facts in the order in which they are shown.
const KINDS: [EvidenceFact; EvidenceLevel::HIGHEST] = [
    EvidenceFact::OwnMonitoring,
    EvidenceFact::SeveralOrganisations,
    EvidenceFact::Expertise,
    EvidenceFact::Publication,
];

/// The level in one line, and every kind of fact with what is declared of it.
pub fn evidence(desk: &Desk<'_>, row: &Practice, level: &EvidenceLevel) -> EvidenceView {
    let stated = level.facts.iter().map(|kind| named(desk, *kind, level)).collect();
    let (n, of) = (("level", level.level().into()), ("of", EvidenceLevel::HIGHEST.into()));
    let text = match desk.listed(stated) {
        facts if facts.is_empty() => desk.say("evidence-none", &[of]),
        facts => desk.say("evidence-level", &[n, of, ("facts", facts.into())]),
    };
    let facts = KINDS.map(|kind| {
        let met = level.facts.contains(&kind);
        let text = if met { declared(desk, row, kind, level) } else { desk.word(wanted(kind)) };
        EvidenceFactView { text, met }
    });
    EvidenceView {
        level: level.level(),
        text,
        facts: facts.into(),
        result: row.evidence.result.as_deref().map(polish),
    }
}

/// A fact in a list of facts: «три организации».
fn named(desk: &Desk<'_>, kind: EvidenceFact, level: &EvidenceLevel) -> String {
    match kind {
        EvidenceFact::SeveralOrganisations => {
            desk.say("evidence-organisations", &[("n", level.organisations.into())])
        }
        _ => desk.word(wanted(kind)),
    }
}

/// What would be such a fact.
fn wanted(kind: EvidenceFact) -> &'static str {
    match kind {
        EvidenceFact::OwnMonitoring => "evidence-own-monitoring",
        EvidenceFact::SeveralOrganisations => "evidence-several-organisations",
        EvidenceFact::Expertise => "evidence-expertise",
        EvidenceFact::Publication => "evidence-publication",
    }
}

/// What exactly is declared of a kind of fact.
fn declared(desk: &Desk<'_>, row: &Practice, kind: EvidenceFact, level: &EvidenceLevel) -> String {
    let what = match kind {
        EvidenceFact::SeveralOrganisations => {
            return desk.say("evidence-organisations-of", &[("n", level.organisations.into())]);
        }
        EvidenceFact::OwnMonitoring => None,
        EvidenceFact::Expertise => row.evidence.expertise.as_ref(),
        EvidenceFact::Publication => row.evidence.publication.as_ref(),
    };
    let name = desk.word(wanted(kind));
    match what {
        Some(what) => desk.say("evidence-declared", &[("fact", name.into()), ("what", what.into())]),
        None => name,
    }
}
