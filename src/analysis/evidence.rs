//! How well a practice is proved: which of four kinds of facts its authors declare.

use std::collections::BTreeSet;

use crate::model::Practice;

use super::{EvidenceFact, EvidenceLevel};

/// From so many organisations on, a practice does not hang on one team.
const SEVERAL: usize = 3;

/// The level of evidence of a practice.
pub(super) fn level(practice: &Practice) -> EvidenceLevel {
    let evidence = &practice.evidence;
    // The declared number may be older than the adoptions, or hold those that were not described: the larger is true.
    let adopted: BTreeSet<_> =
        practice.adoptions.iter().map(|adoption| &adoption.organisation.value).collect();
    let known = adopted.into_iter().chain([&practice.organisation.value]).collect::<BTreeSet<_>>().len();
    let declared = usize::try_from(evidence.organisations).unwrap_or(usize::MAX);
    let organisations = known.max(declared);
    let facts = [
        (EvidenceFact::OwnMonitoring, evidence.own_monitoring),
        (EvidenceFact::SeveralOrganisations, organisations >= SEVERAL),
        (EvidenceFact::Expertise, evidence.expertise.is_some()),
        (EvidenceFact::Publication, evidence.publication.is_some()),
    ];
    let facts = facts.into_iter().filter(|(_, stands)| *stands).map(|(fact, _)| fact).collect();
    EvidenceLevel { facts, organisations }
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;

    fn case(text: &str) -> String {
        let level = level(&fixture::practice(text));
        format!("{} {:?}", level.level(), level.facts)
    }

    #[test]
    fn each_kind_of_fact_counts_once() {
        assert_eq!(case("approved"), "0 []");
        assert_eq!(case("approved evidence=own"), "1 [OwnMonitoring]");
        assert_eq!(case("approved evidence=publication,expertise"), "2 [Expertise, Publication]");
        let all = "4 [OwnMonitoring, SeveralOrganisations, Expertise, Publication]";
        assert_eq!(case("approved evidence=own,expertise,publication,3"), all);
    }

    #[test]
    fn several_organisations_are_three_with_the_authors() {
        assert_eq!(case("approved evidence=2"), "0 []");
        assert_eq!(case("approved evidence=3"), "1 [SeveralOrganisations]");
        assert_eq!(case("approved adopted=b"), "0 []");
        assert_eq!(case("approved adopted=b,c"), "1 [SeveralOrganisations]");
        assert_eq!(case("approved adopted=b,b"), "0 []");
        assert_eq!(case("approved adopted=a,b evidence=1"), "0 []");
        let known = |text: &str| level(&fixture::practice(text)).organisations;
        assert_eq!((known("approved adopted=b,b"), known("approved adopted=b evidence=5")), (2, 5));
    }
}
