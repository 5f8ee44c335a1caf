//! Which practices a recommendation offers.
//!
//! Apart from its grounds, because practices are matched by what they are for and never by the numbers. What the
//! methodologist chose comes first and in that order.

use crate::diag::At;
use crate::model::{Addressee, Id, Model, Practice, Recommendation, Stage};

use super::{Suggestion, Why};

/// More would not be read.
const MOST: usize = 6;

/// The practices of a recommendation, each once; never one out of the lists or past its review, whoever chose it.
pub(super) fn practices(model: &Model, advice: &Recommendation) -> Vec<Suggestion> {
    let mut offered: Vec<Suggestion> = Vec::new();
    let chosen = advice.practices.iter().map(|id| &id.value);
    let chosen = chosen.filter(|id| is_current(model, &model.practices[id])).map(|id| (id, Why::Chosen));
    for (id, why) in chosen.chain(matched(model, advice)) {
        if offered.len() == MOST {
            break;
        }
        if offered.iter().all(|suggestion| suggestion.practice != *id) {
            offered.push(Suggestion { practice: id.clone(), why });
        }
    }
    offered
}

/// The bank's current practices: those that improve an indicator, then those about a topic; within either, those for
/// the audience first, else in table order.
fn matched<'a>(model: &'a Model, advice: &Recommendation) -> impl Iterator<Item = (&'a Id<Practice>, Why)> {
    let why = |practice: &Practice| match practice {
        _ if share_one(&practice.improves, &advice.indicators) => Some(Why::Improves),
        _ if share_one(&practice.topics, &advice.topics) => Some(Why::SameTopic),
        _ => None,
    };
    let rows = model.practices.iter().filter(|(_, practice)| is_current(model, practice));
    let mut rows: Vec<_> =
        rows.filter_map(|(id, practice)| Some((id, &practice.value, why(practice)?))).collect();
    rows.sort_by_key(|(_, practice, why)| (*why, !is_for(practice, &advice.to)));
    rows.into_iter().map(|(id, _, why)| (id, why))
}

/// In the lists, and not waiting to be confirmed anew.
fn is_current(model: &Model, practice: &Practice) -> bool {
    practice.stage == Stage::Approved
        && practice.review_until.as_ref().is_none_or(|until| until.value >= model.site.date)
}

fn share_one<T>(some: &[At<Id<T>>], others: &[At<Id<T>>]) -> bool {
    some.iter().any(|one| others.iter().any(|other| other.value == one.value))
}

/// Whether a practice is for the very audience addressed.
fn is_for(practice: &Practice, to: &Addressee) -> bool {
    match to {
        Addressee::Audience(audience) => practice.audiences.iter().any(|id| id.value == audience.value),
        Addressee::Association(_) | Addressee::Organisations(_) | Addressee::Behind => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;

    /// The practices offered by the one recommendation of a model, in order.
    fn case(text: &str) -> String {
        let model = fixture::model(text);
        let offered = practices(&model, &model.recommendations[&fixture::id("r")]);
        let text = offered.iter().map(|it| format!("{} {:?}", it.practice, it.why));
        text.collect::<Vec<_>>().join(", ")
    }

    const BANK: &str = "practice p-topic approved topics=t
        practice p-both approved improves=x topics=t
        practice p-other approved improves=y topics=u
        practice p-heads approved improves=x audiences=heads
        practice p-chosen approved\n";

    #[test]
    fn the_chosen_come_first_and_then_the_matched() {
        let at = |advice: &str| case(&format!("{BANK}advice r 2022 {advice}"));
        assert_eq!(at("indicators=z to=behind practices=p-chosen"), "p-chosen Chosen");
        assert_eq!(
            at("indicators=x to=behind practices=p-chosen,p-both topics=t"),
            "p-chosen Chosen, p-both Chosen, p-heads Improves, p-topic SameTopic"
        );
        assert_eq!(
            at("indicators=x to=audience:heads practices=p-chosen"),
            "p-chosen Chosen, p-heads Improves, p-both Improves"
        );
        assert_eq!(
            at("indicators=x to=a practices=p-other"),
            "p-other Chosen, p-both Improves, p-heads Improves"
        );
    }

    #[test]
    fn what_is_out_of_the_lists_or_of_date_is_not_offered() {
        let at = |practice: &str, chosen: &str| {
            let bank = format!("practice p {practice}\npractice q approved\n");
            case(&format!("{bank}advice r 2022 indicators=x to=behind practices={chosen}"))
        };
        for stage in ["draft", "review", "archived"] {
            assert_eq!(at(&format!("{stage} improves=x"), "q"), "q Chosen", "{stage}");
            assert_eq!(at(&format!("{stage} improves=x"), "p,q"), "q Chosen", "{stage}");
        }
        // The site's date is 2025-02-10.
        assert_eq!(at("approved improves=x review=2025-02-09", "q"), "q Chosen");
        assert_eq!(at("approved improves=x review=2025-02-10", "q"), "q Chosen, p Improves");
        assert_eq!(at("approved improves=x review=2025-02-09", "p"), "");
        assert_eq!(at("approved review=2025-02-10", "p"), "p Chosen");
    }

    #[test]
    fn at_most_six_are_offered() {
        let bank: String = (1..=8).map(|n| format!("practice p{n} approved improves=x\n")).collect();
        let offered = case(&format!("{bank}advice r 2022 indicators=x to=behind practices=p8"));
        assert_eq!(offered.split(", ").count(), 6);
        assert_eq!(offered.split(", ").last(), Some("p5 Improves"));
    }
}
