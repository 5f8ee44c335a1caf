//! Gaps of the cycle that only the analysis can see: a problem without advice, advice without grounds.

use crate::analysis::{About, Analysis};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::model::{FindingKind, Id, LinkTarget, Model, ThingKind};

/// Reports problems of the district that nobody answers, and recommendations that answer nothing.
pub fn check(model: &Model, analysis: &Analysis, diagnostics: &mut Diagnostics) {
    for (id, recommendation) in model.recommendations.iter() {
        if !analysis.grounds.contains_key(id) {
            diagnostics.push(
                Diagnostic::at(&codes::NO_GROUNDS, recommendation.span)
                    .with("id", id)
                    .with("period", recommendation.period.value),
            );
        }
    }
    check_links(model, analysis, diagnostics);
    for (programme_id, programme) in model.programmes.iter() {
        // Only the latest period: what was not answered in its day cannot be answered now.
        let Some(period) = programme.latest() else { continue };
        let findings = analysis.programmes[programme_id].findings.get(&period);
        for finding in findings.into_iter().flatten() {
            let district = finding.about == About::District && finding.kind == FindingKind::Problem;
            let answered = analysis.grounds.values().any(|grounds| grounds.because().contains(finding));
            if district && !answered {
                let span = programme.indicators[&finding.indicator].span;
                diagnostics.push(
                    Diagnostic::at(&codes::UNANSWERED_PROBLEM, span)
                        .with("id", &finding.indicator)
                        .with("period", period),
                );
            }
        }
    }
}

/// A recommendation without grounds has no page, so no text can lead there.
fn check_links(model: &Model, analysis: &Analysis, diagnostics: &mut Diagnostics) {
    for prose in model.proses() {
        for (range, target) in &prose.links {
            let LinkTarget::Thing(ThingKind::Recommendation, name, _) = target else { continue };
            if Id::parse(name).is_none_or(|id| !analysis.grounds.contains_key(&id)) {
                let at = Diagnostic::at(&codes::UNPUBLISHED_TARGET, prose.span(range));
                diagnostics.push(at.with("id", name));
            }
        }
    }
}
