//! Values and figures that a text takes from the data, like formulas in a spreadsheet.

use toml::Spanned;
use toml::de::DeValue;

use crate::diag::{Diagnostic, Diagnostics, Level, Span, codes};

use super::raw::{Fields, Piece, Scalar, with_table};
use super::{Binding, Breakdown, Category, Field, Figure, FindingKind, Id, Indicator, Mention, Period};

const FIELDS: [(&str, Field); 8] = [
    (".percent", Field::Percent),
    (".numerator", Field::Numerator),
    (".denominator", Field::Denominator),
    (".target", Field::Target),
    (".gap", Field::Gap),
    (".people", Field::People),
    (".change", Field::Change),
    (".status", Field::Status),
];

/// Whether a fenced block of this language is a bound figure.
pub fn is_figure(language: &str) -> bool {
    matches!(language, "chart" | "table" | "findings")
}

/// Reads `young-support 2024 school-3 .percent`.
pub fn binding(formula: &str) -> Option<Binding> {
    let mut words: Vec<&str> = formula.split_whitespace().collect();
    let field = match words.last().filter(|word| word.starts_with('.')) {
        Some(last) => {
            let field = FIELDS.iter().find(|(name, _)| name == last)?.1;
            words.pop();
            field
        }
        None => Field::Whole,
    };
    let (indicator, period, organisation) = match words.as_slice() {
        [indicator, period] => (indicator, period, None),
        [indicator, period, organisation] => (indicator, period, Some((*organisation).to_owned())),
        _ => return None,
    };
    let period = Period(period.parse().ok()?);
    Some(Binding { indicator: (*indicator).to_owned(), period, organisation, field })
}

/// Reads `person p-12` or `person p-12 .contact`.
pub fn mention(formula: &str) -> Option<Mention> {
    let words: Vec<&str> = formula.split_whitespace().collect();
    let (id, says) = match words.as_slice() {
        ["person", id] => (id, Category::Name),
        ["person", id, ".contact"] => (id, Category::Contact),
        _ => return None,
    };
    Some(Mention { person: Id::parse(id)?, says })
}

/// Reads the TOML of a bound figure; `place` is where its fence stands.
pub fn figure(
    language: &str,
    block: Piece<'_>,
    place: Span,
    diagnostics: &mut Diagnostics,
) -> Option<Figure> {
    let complaints = diagnostics.count(Level::Error);
    let figure = with_table(block, diagnostics, |table, diagnostics| {
        let mut fields = Fields::new(block, table, place, diagnostics);
        let figure = match language {
            "chart" => chart(&mut fields),
            "table" => values(&mut fields),
            _ => findings(&mut fields),
        };
        fields.finish();
        figure
    });
    if figure.is_none() && diagnostics.count(Level::Error) == complaints {
        diagnostics.push(Diagnostic::at(&codes::BAD_FIGURE, place).with("language", language));
    }
    figure
}

fn chart(fields: &mut Fields<'_, '_>) -> Option<Figure> {
    let indicator = fields.id::<Indicator>("indicator");
    let by = fields.opt_word("by", &BREAKDOWNS);
    let period = if by.is_some() { fields.year("period") } else { fields.opt_year("period") };
    if by.is_none() && period.is_some() {
        return None;
    }
    Some(Figure::Chart {
        indicator: indicator?.value.to_string(),
        by: by.zip(period.map(|period| period.value)),
    })
}

/// The words of breakdowns.
pub const BREAKDOWNS: [(&str, Breakdown); 4] = [
    ("organisation", Breakdown::Organisation),
    ("subject", Breakdown::Subject),
    ("kind", Breakdown::Kind),
    ("organisation-subject", Breakdown::OrganisationSubject),
];

fn values(fields: &mut Fields<'_, '_>) -> Option<Figure> {
    let indicators: Vec<String> =
        fields.ids::<Indicator>("indicators").iter().map(|id| id.value.to_string()).collect();
    // One year that is none refuses the whole figure: a column must not disappear.
    let periods: Option<Vec<Period>> = fields.list("periods", "years").into_iter().map(year).collect();
    let periods = periods.unwrap_or_default();
    (!indicators.is_empty() && !periods.is_empty()).then_some(Figure::Table { indicators, periods })
}

fn year(value: &Spanned<DeValue<'_>>) -> Option<Period> {
    match Scalar::of(value.get_ref()) {
        #[expect(clippy::cast_possible_truncation, reason = "the range was just checked")]
        Scalar::Number(number) if number.fract() == 0.0 && (1990.0..=2100.0).contains(&number) => {
            Some(Period(number as i16))
        }
        _ => None,
    }
}

fn findings(fields: &mut Fields<'_, '_>) -> Option<Figure> {
    let period = fields.year("period");
    let kind = fields.word("kind", &KINDS);
    Some(Figure::Findings { period: period?.value, kind: kind? })
}

const KINDS: [(&str, FindingKind); 3] = [
    ("problem", FindingKind::Problem),
    ("strength", FindingKind::Strength),
    ("missing", FindingKind::Missing),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn case(formula: &str, expected: &str) {
        let shown = binding(formula).map_or("—".to_owned(), |b| {
            format!("{} {} {} {:?}", b.indicator, b.period, b.organisation.as_deref().unwrap_or("*"), b.field)
        });
        assert_eq!(shown, expected, "{formula}");
    }

    #[test]
    fn formulas_are_read() {
        case("young-support 2024", "young-support 2024 * Whole");
        case(" young-support  2024 school-3 ", "young-support 2024 school-3 Whole");
        case("young-support 2024 .percent", "young-support 2024 * Percent");
        case("young-support 2024 school-3 .gap", "young-support 2024 school-3 Gap");
        case("young-support", "—");
        case("young-support 2024 .procent", "—");
        case("young-support год", "—");
        case("a 2024 b c", "—");
    }

    #[test]
    fn mentions_are_read() {
        for (formula, expected) in [
            ("person p-12", Some(("p-12", Category::Name))),
            (" person  p-12 .contact", Some(("p-12", Category::Contact))),
            ("person", None),
            ("person Иванова", None),
            ("person p-12 .photo", None),
            ("young-support p-12", None),
        ] {
            let read = mention(formula);
            assert_eq!(read.as_ref().map(|read| (read.person.as_str(), read.says)), expected, "{formula}");
        }
    }
}
