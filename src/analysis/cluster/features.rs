//! From declared features to a table of numbers: a row an organisation, a column a feature.
//!
//! Apart from the arithmetic on that table, because here it is decided what counts as a number and what is missing: a
//! value that may not be shown is missing like one that was never sent, so that nothing of it can show through.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Feature, Id, Indicator, Model, Organisation, Period, Share, Value};

use super::super::{Amount, Dynamics};

/// A number of an organisation, and what it would be with one person more or fewer.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Measured {
    /// The number.
    pub value: f64,
    /// With one person more or fewer; empty where nobody is counted.
    pub moved: Vec<f64>,
}

impl Measured {
    fn fixed(value: f64) -> Self {
        Self { value, moved: Vec::new() }
    }

    fn counted(n: u32, scale: impl Fn(u32) -> Option<f64>) -> Option<Self> {
        let moved = [n.checked_sub(1), n.checked_add(1)].into_iter().flatten().filter_map(&scale);
        Some(Self { value: scale(n)?, moved: moved.collect() })
    }
}

/// What the features say of every organisation that a programme names in a period, sorted by id.
pub(super) struct Gathered {
    /// The organisations.
    pub organisations: Vec<Id<Organisation>>,
    /// Their rows, a cell a feature.
    pub rows: Vec<Vec<Option<Measured>>>,
}

impl Gathered {
    pub(super) fn of(
        model: &Model,
        features: &[Feature],
        dynamics: &BTreeMap<Id<Indicator>, Dynamics>,
        period: Period,
    ) -> Self {
        let readings = || dynamics.values().filter_map(|dynamics| dynamics.readings.get(&period));
        let named: BTreeSet<_> = readings().flat_map(|reading| reading.organisations.keys()).collect();
        let amount = |indicator: &Id<Indicator>, id: &Id<Organisation>| {
            let reading = dynamics.get(indicator)?.readings.get(&period)?;
            Some(reading.organisations.get(id)?.amount)
        };
        let row = |id: &Id<Organisation>| {
            let about = &model.organisations[id];
            let cell = |feature: &Feature| measure(about, feature, |indicator| amount(indicator, id));
            features.iter().map(cell).collect()
        };
        let rows = named.iter().map(|id| row(id)).collect();
        Self { organisations: named.into_iter().cloned().collect(), rows }
    }

    /// The organisations of which at least half of the features are known, and the others.
    pub(super) fn split(self) -> (Self, Vec<Id<Organisation>>) {
        let mut known = Self { organisations: Vec::new(), rows: Vec::new() };
        let mut unknown = Vec::new();
        for (id, row) in self.organisations.into_iter().zip(self.rows) {
            if row.iter().flatten().count() * 2 < row.len() {
                unknown.push(id);
            } else {
                known.organisations.push(id);
                known.rows.push(row);
            }
        }
        (known, unknown)
    }

    /// The plain numbers.
    pub(super) fn values(&self) -> Vec<Vec<Option<f64>>> {
        let value = |cell: &Option<Measured>| cell.as_ref().map(|cell| cell.value);
        self.rows.iter().map(|row| row.iter().map(value).collect()).collect()
    }
}

/// What a feature says of an organisation; none where that is not known, or may not be shown.
fn measure(
    about: &Organisation,
    feature: &Feature,
    amount: impl Fn(&Id<Indicator>) -> Option<Amount>,
) -> Option<Measured> {
    match feature {
        Feature::Staff => Measured::counted(about.staff, |staff| Some(f64::from(staff))),
        Feature::Kind(kind) => Some(Measured::fixed(f64::from(about.kind.value == *kind))),
        Feature::Settlement(name) => Some(Measured::fixed(f64::from(about.settlement.as_ref()? == name))),
        Feature::Indicator(id) => match amount(id)?.value()? {
            Value::Share(share) => Measured::counted(share.n(), |n| Share::new(n, share.of())?.percent()),
            value => value.level().map(Measured::fixed),
        },
        Feature::Base(id) => base(about.staff, amount(id)?),
    }
}

/// The denominator of an indicator among the staff, in per cent. Where there is nobody to count, it is zero.
fn base(staff: u32, amount: Amount) -> Option<Measured> {
    let of = match amount {
        Amount::NotApplicable => 0,
        Amount::Known(Value::Share(share), _) => share.of(),
        Amount::Known(..) | Amount::NotReported | Amount::Hidden => return None,
    };
    Measured::counted(of, |of| Share::new(of, staff)?.percent())
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::{amount, id, organisations};
    use super::*;

    /// What an indicator's feature says of an organisation of ten: the number, then what one person makes of it.
    fn case(feature: &Feature, amount: Amount) -> String {
        let organisations = organisations();
        let measured = measure(&organisations[&id("a")], feature, |_| Some(amount));
        let text = |it: &f64| format!("{it:.1}");
        measured.map_or("-".into(), |it| {
            format!("{:.1} [{}]", it.value, it.moved.iter().map(text).collect::<Vec<_>>().join(" "))
        })
    }

    #[test]
    fn a_person_moves_numerators_and_denominators_within_their_bounds() {
        let (value, base) = (Feature::Indicator(id("x")), Feature::Base(id("x")));
        assert_eq!(case(&Feature::Staff, amount("1/4")), "10.0 [9.0 11.0]");
        assert_eq!(case(&value, amount("1/4")), "25.0 [0.0 50.0]");
        assert_eq!(case(&value, amount("0/4")), "0.0 [25.0]");
        assert_eq!(case(&value, amount("4/4")), "100.0 [75.0]");
        assert_eq!(case(&value, amount("*4.5")), "4.5 []");
        assert_eq!(case(&base, amount("1/4")), "40.0 [30.0 50.0]");
        assert_eq!(case(&base, amount("1/10")), "100.0 [90.0]");
        assert_eq!(case(&Feature::Kind(id("school")), amount("?")), "1.0 []");
        assert_eq!(case(&Feature::Kind(id("centre")), amount("?")), "0.0 []");
    }

    #[test]
    fn what_may_not_be_shown_says_nothing() {
        let (value, base) = (Feature::Indicator(id("x")), Feature::Base(id("x")));
        for feature in [&value, &base] {
            assert_eq!(case(feature, Amount::Hidden), "-");
            assert_eq!(case(feature, Amount::NotReported), "-");
        }
        assert_eq!(case(&value, Amount::NotApplicable), "-");
        assert_eq!(case(&base, Amount::NotApplicable), "0.0 [10.0]");
        assert_eq!(case(&Feature::Settlement("село".into()), amount("1/4")), "-");
    }
}
