//! Recommendations, reports, documents and pages.

use crate::diag::{Diagnostic, codes};

use super::super::raw::{Fields, Scalar};
use super::super::{
    Addressee, Document, DocumentKind, Force, Page, Prose, Recommendation, Report, ReportKind,
};

const REPORTS: [(&str, ReportKind); 4] = [
    ("monitoring", ReportKind::Monitoring),
    ("analysis", ReportKind::Analysis),
    ("effectiveness", ReportKind::Effectiveness),
    ("protocol", ReportKind::Protocol),
];
const DOCUMENTS: [(&str, DocumentKind); 4] = [
    ("order", DocumentKind::Order),
    ("letter", DocumentKind::Letter),
    ("regulation", DocumentKind::Regulation),
    ("plan", DocumentKind::Plan),
];

/// Lowers one recommendation.
pub fn recommendation(fields: &mut Fields<'_, '_>, prose: Prose) -> Option<Recommendation> {
    let (title, programme) = (fields.text("title"), fields.id("programme"));
    let (period, date, deadline) = (fields.year("period"), fields.date("date"), fields.opt_date("deadline"));
    let indicators = required(fields, "indicators");
    let practices = required(fields, "practices");
    let topics = fields.ids("topics");
    if fields.raw("to").is_none() {
        let span = fields.span();
        fields.complain(Diagnostic::at(&codes::MISSING_KEY, span).with("key", "to"));
    }
    let to = fields.table("to", addressee);
    Some(Recommendation {
        title: title?,
        programme: programme?,
        period: period?,
        date: date?,
        indicators: indicators?,
        to: to?,
        practices: practices?,
        topics,
        deadline,
        prose,
    })
}

/// Ids of which there must be at least one.
fn required<T>(
    fields: &mut Fields<'_, '_>,
    key: &'static str,
) -> Option<Vec<crate::diag::At<super::super::Id<T>>>> {
    let ids = fields.ids(key);
    let is_empty =
        fields.raw(key).is_none_or(|value| value.get_ref().as_array().is_some_and(|list| list.is_empty()));
    if is_empty {
        let span = fields.span();
        fields.complain(Diagnostic::at(&codes::MISSING_KEY, span).with("key", key));
    }
    (!ids.is_empty()).then_some(ids)
}

fn addressee(mut fields: Fields<'_, '_>) -> Option<Addressee> {
    let span = fields.span();
    let audience = fields.opt_id("audience").map(Addressee::Audience);
    let association = fields.opt_id("association").map(Addressee::Association);
    let organisations = organisations(&mut fields);
    let mut given: Vec<Addressee> = [audience, association, organisations].into_iter().flatten().collect();
    let typed = ["audience", "association", "organisations"]
        .into_iter()
        .filter(|key| fields.raw(key).is_some())
        .count();
    if typed != 1 {
        fields.complain(
            Diagnostic::at(&codes::WRONG_TYPE, span)
                .with("key", "to")
                .with("expected", "addressee")
                .with("found", "table"),
        );
        return None;
    }
    fields.finish();
    given.pop()
}

/// Either a list of ids or the word «behind».
fn organisations(fields: &mut Fields<'_, '_>) -> Option<Addressee> {
    let value = fields.raw("organisations")?;
    match Scalar::of(value.get_ref()) {
        Scalar::Text("behind") => Some(Addressee::Behind),
        Scalar::List => Some(Addressee::Organisations(fields.ids("organisations"))),
        _ => fields.word("organisations", &[("behind", ())]).map(|()| Addressee::Behind),
    }
}

/// Lowers one report.
pub fn report(fields: &mut Fields<'_, '_>, prose: Prose) -> Option<Report> {
    let (title, kind) = (fields.text("title"), fields.word("kind", &REPORTS));
    let (programme, period, date) = (fields.id("programme"), fields.year("period"), fields.date("date"));
    let (number, summary, signatory) =
        (fields.opt_text("number"), fields.text("summary"), fields.opt_text("signatory"));
    Some(Report {
        title: title?,
        kind: kind?,
        programme: programme?,
        period: period?,
        date: date?,
        number,
        summary: summary?,
        signatory,
        prose,
    })
}

/// Lowers one document.
pub fn document(fields: &mut Fields<'_, '_>, prose: Prose) -> Option<Document> {
    let (title, kind) = (fields.text("title"), fields.word("kind", &DOCUMENTS));
    let (number, date) = (fields.text("number"), fields.date("date"));
    let (issuer, signatory) = (fields.text("issuer"), fields.text("signatory"));
    let superseded = fields.word("status", &[("in-force", false), ("superseded", true)]);
    let by = fields.opt_id("superseded_by");
    let programme = fields.opt_id("programme");
    Some(Document {
        title: title?,
        kind: kind?,
        number: number?,
        date: date?,
        issuer: issuer?,
        signatory: signatory?,
        force: if superseded? { Force::Superseded { by } } else { Force::InForce },
        programme,
        prose,
    })
}

/// Lowers one page.
pub fn page(fields: &mut Fields<'_, '_>, prose: Prose) -> Option<Page> {
    let (title, summary, updated) =
        (fields.text("title"), fields.text("summary"), fields.opt_date("updated"));
    Some(Page { title: title?, summary: summary?, updated, prose })
}
