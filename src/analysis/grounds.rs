//! Why a recommendation stands: the findings that it answers.
//!
//! The methodologist names indicators and whom it is for; which findings these are, and which organisations are behind,
//! is computed anew from the values, so that advice cannot outlive its reason.

use crate::diag::At;
use crate::model::{Addressee, FindingKind, Id, Model, Organisation, Recommendation};

use super::suggest::practices;
use super::{About, Finding, Grounds, ProgrammeAnalysis};

/// The grounds of a recommendation; none when it answers no finding.
pub(super) fn grounds(
    model: &Model,
    advice: &Recommendation,
    analysis: &ProgrammeAnalysis,
) -> Option<Grounds> {
    let all = analysis.findings.get(&advice.period.value)?;
    let is_asked = |finding: &&Finding| {
        finding.kind == FindingKind::Problem
            && advice.indicators.iter().any(|id| id.value == finding.indicator)
    };
    let problems: Vec<&Finding> = all.iter().filter(is_asked).collect();
    let mut grounds = Grounds::new(because(&advice.to, &problems))?;
    grounds.organisations = addressed(model, &advice.to, grounds.because());
    grounds.practices = practices(model, advice);
    Some(grounds)
}

/// The problems that concern those who are addressed; where they have none, the next wider or closer ones.
fn because(to: &Addressee, problems: &[&Finding]) -> Vec<Finding> {
    let district = |about: &About| *about == About::District;
    let organisation = |about: &About| matches!(about, About::Organisation(_));
    let subject = |about: &About| matches!(about, About::Subject(_));
    match to {
        Addressee::Organisations(named) => first(problems, &[&|about| is_named(about, named), &district]),
        Addressee::Behind => first(problems, &[&organisation]),
        Addressee::Audience(_) | Addressee::Association(_) => {
            first(problems, &[&district, &organisation, &subject])
        }
    }
}

/// The problems about the first of some groups that has any.
fn first(problems: &[&Finding], groups: &[&dyn Fn(&About) -> bool]) -> Vec<Finding> {
    let about = |group: &&dyn Fn(&About) -> bool| -> Vec<Finding> {
        problems.iter().filter(|finding| group(&finding.about)).map(|finding| (*finding).clone()).collect()
    };
    groups.iter().map(about).find(|findings| !findings.is_empty()).unwrap_or_default()
}

fn is_named(about: &About, named: &[At<Id<Organisation>>]) -> bool {
    matches!(about, About::Organisation(id) if named.iter().any(|name| name.value == *id))
}

/// The organisations addressed by name, in table order.
fn addressed(model: &Model, to: &Addressee, because: &[Finding]) -> Vec<Id<Organisation>> {
    let is_addressed = |id: &&Id<Organisation>| match to {
        Addressee::Organisations(named) => named.iter().any(|name| name.value == **id),
        Addressee::Behind => because.iter().any(|it| it.about == About::Organisation((*id).clone())),
        Addressee::Audience(_) | Addressee::Association(_) => false,
    };
    model.organisations.ids().filter(is_addressed).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::super::{analyze, fixture};
    use super::*;

    /// The grounds of an advice over given lines: «findings | organisations», or `-`.
    fn case(lines: &str, advice: &str) -> String {
        let analysis = analyze(&fixture::model(&format!("{lines}\nadvice r {advice}\npractice p approved")));
        let Some(grounds) = analysis.grounds.get(&fixture::id("r")) else { return "-".into() };
        let about = |it: &Finding| match &it.about {
            About::District => format!("district {}", it.indicator),
            About::Organisation(id) => format!("{id} {}", it.indicator),
            About::Subject(id) => format!("{id} {}", it.indicator),
        };
        let because: Vec<_> = grounds.because().iter().map(about).collect();
        let organisations: Vec<_> = grounds.organisations.iter().map(Id::as_str).collect();
        let practices = grounds.practices.len();
        format!("{} | {} | {practices}", because.join(", "), organisations.join(" "))
    }

    /// On `x` the district and c, b, e are behind; on `y` only c is; on `z` only a subject is.
    const LINES: &str = "indicator x share higher targets=2022>=50
        indicator y share higher targets=2022>=50
        indicator z share higher targets=2022>=50
        values 2022 x total=30/100 a=6/10 e=1/10 c=3/10 b=3/10
        values 2022 y total=60/100 c=1/10
        values 2022 z total=60/100 math=1/10
        values 2021 x total=60/100";

    #[test]
    fn every_organisation_behind_is_found() {
        assert_eq!(case(LINES, "2022 to=behind indicators=x practices=p"), "e x, c x, b x | c b e | 1");
        assert_eq!(
            case(LINES, "2022 to=behind indicators=x,y practices=p"),
            "e x, c y, c x, b x | c b e | 1"
        );
        assert_eq!(case(LINES, "2022 to=behind indicators=z practices=p"), "-");
    }

    #[test]
    fn named_organisations_answer_for_themselves_else_for_the_district() {
        assert_eq!(case(LINES, "2022 to=b,c indicators=x practices=p"), "c x, b x | c b | 1");
        assert_eq!(case(LINES, "2022 to=a indicators=x practices=p"), "district x | a | 1");
        assert_eq!(case(LINES, "2022 to=a indicators=y practices=p"), "-");
    }

    #[test]
    fn audiences_and_associations_answer_for_the_district_else_for_its_parts() {
        for to in ["audience:heads", "association:m"] {
            let at = |rest: &str| case(LINES, &format!("2022 to={to} indicators={rest} practices=p"));
            assert_eq!(at("x"), "district x |  | 1");
            assert_eq!(at("x,y"), "district x |  | 1");
            assert_eq!(at("y"), "c y |  | 1");
            assert_eq!(at("z"), "math z |  | 1");
        }
    }

    #[test]
    fn without_a_problem_in_its_period_advice_has_no_grounds() {
        assert_eq!(case(LINES, "2021 to=behind indicators=x practices=p"), "-");
        assert_eq!(case(LINES, "2019 to=behind indicators=x practices=p"), "-");
        let met = "indicator x share higher targets=2022>=50\nvalues 2022 x a=9/10 b=?";
        assert_eq!(case(met, "2022 to=audience:heads indicators=x practices=p"), "-");
    }
}
