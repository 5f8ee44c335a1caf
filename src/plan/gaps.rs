//! Gaps of the cycle that only the analysis can see: a problem without advice, advice without grounds.

use crate::analysis::{About, Analysis};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::model::{FindingKind, Model};

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
