//! How unlike organisations are: features made comparable, and distances between rows.

use super::super::limits::TOLERANCE;

/// A row of numbers, some of them missing.
pub(crate) type Row = Vec<Option<f64>>;

/// What a feature is like over all rows, and whether it can tell them apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spread {
    /// Its mean and its standard deviation over the rows that have it (that of a whole population: nobody was sampled).
    Told {
        /// The mean.
        mean: f64,
        /// The standard deviation, above zero.
        deviation: f64,
    },
    /// It is the same everywhere.
    Same,
    /// It is known of fewer than half of the rows.
    Unknown,
}

impl Spread {
    fn of(column: &[Option<f64>]) -> Self {
        let known: Vec<f64> = column.iter().copied().flatten().collect();
        if known.is_empty() || known.len() * 2 < column.len() {
            return Self::Unknown;
        }
        let mean = average(&known);
        let squares: Vec<f64> = known.iter().map(|value| (value - mean) * (value - mean)).collect();
        let deviation = average(&squares).sqrt();
        if deviation <= TOLERANCE { Self::Same } else { Self::Told { mean, deviation } }
    }

    /// The mean over the rows that have it, where the feature tells rows apart.
    pub fn mean(self) -> Option<f64> {
        match self {
            Self::Told { mean, .. } => Some(mean),
            Self::Same | Self::Unknown => None,
        }
    }

    /// How many standard deviations a value is from the mean; none where the feature tells nobody apart.
    pub(super) fn standard(self, value: f64) -> Option<f64> {
        match self {
            Self::Told { mean, deviation } => Some((value - mean) / deviation),
            Self::Same | Self::Unknown => None,
        }
    }
}

/// The mean of some numbers; of none it is zero.
pub(super) fn average(numbers: &[f64]) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a district has far fewer than 2^52 organisations")]
    let count = numbers.len().max(1) as f64;
    numbers.iter().sum::<f64>() / count
}

/// What each column is like.
pub(crate) fn spreads(rows: &[Row]) -> Vec<Spread> {
    let columns = rows.first().map_or(0, Vec::len);
    let column = |at: usize| -> Row { rows.iter().map(|row| row[at]).collect() };
    (0..columns).map(|at| Spread::of(&column(at))).collect()
}

/// The rows in standard deviations from the mean; a feature that tells nobody apart is missing everywhere.
pub(crate) fn standardised(rows: &[Row], spreads: &[Spread]) -> Vec<Row> {
    let row = |row: &Row| {
        let cells = row.iter().zip(spreads);
        cells.map(|(value, spread)| spread.standard((*value)?)).collect()
    };
    rows.iter().map(row).collect()
}

/// Distances between all pairs of rows; every one is finite.
#[derive(Clone, Debug)]
pub(crate) struct Distances {
    rows: usize,
    /// The upper triangle, row by row.
    upper: Vec<f64>,
}

impl Distances {
    /// Euclidean distances; where values are missing, the mean squared difference over the common features stands for
    /// the others too (Gower 1971, equal weights; as in NaN-euclidean distances). A pair without a common feature is as
    /// far apart as the farthest.
    pub(crate) fn of(rows: &[Row]) -> Self {
        let pairs = rows
            .iter()
            .enumerate()
            .flat_map(|(at, one)| rows[at + 1..].iter().map(move |other| (one, other)));
        let columns = 0..rows.first().map_or(0, Vec::len);
        let used = columns.filter(|column| rows.iter().any(|row| row[*column].is_some())).count();
        let found: Vec<Option<f64>> = pairs.map(|(one, other)| distance(one, other, used)).collect();
        let farthest = found.iter().copied().flatten().fold(0.0, f64::max);
        Self { rows: rows.len(), upper: found.into_iter().map(|it| it.unwrap_or(farthest)).collect() }
    }

    /// How many rows there are.
    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    /// The upper triangle, row by row.
    pub(crate) fn upper(&self) -> &[f64] {
        &self.upper
    }

    /// The distance between two rows.
    pub(crate) fn between(&self, one: usize, other: usize) -> f64 {
        let (low, high) = (one.min(other), one.max(other));
        if low == high {
            return 0.0;
        }
        // Before row `low` stand the shorter and shorter rows of the triangle.
        self.upper[low * (2 * self.rows - low - 1) / 2 + high - low - 1]
    }

    /// The mean distance from a row to some others; none where there are no others.
    pub(super) fn to(&self, row: usize, others: impl Iterator<Item = usize>) -> Option<f64> {
        let distances: Vec<f64> =
            others.filter(|other| *other != row).map(|other| self.between(row, other)).collect();
        (!distances.is_empty()).then(|| average(&distances))
    }
}

fn distance(one: &Row, other: &Row, used: usize) -> Option<f64> {
    let common = one.iter().zip(other).filter_map(|(one, other)| Some((*one)? - (*other)?));
    let squares: Vec<f64> = common.map(|difference| difference * difference).collect();
    #[expect(clippy::cast_precision_loss, reason = "features are written by hand")]
    (!squares.is_empty()).then(|| (average(&squares) * used as f64).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// «1 2 ?» as a row.
    fn rows(text: &str) -> Vec<Row> {
        let row = |line: &str| line.split_whitespace().map(|cell| cell.parse().ok()).collect();
        text.split('|').map(row).collect()
    }

    fn text(distances: &Distances) -> String {
        distances.upper().iter().map(|it| format!("{it:.3}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn features_are_made_comparable() {
        // Mean 5, squared deviations 9 1 1 1 0 0 4 16 of eight: variance 4.
        let eight = rows("2 1|4 1|4 1|4 1|5 1|5 1|7 1|9 1");
        let spreads = spreads(&eight);
        assert_eq!(spreads, [Spread::Told { mean: 5.0, deviation: 2.0 }, Spread::Same]);
        let standard = standardised(&eight, &spreads);
        assert_eq!(standard[0], [Some(-1.5), None]);
        assert_eq!(standard[7], [Some(2.0), None]);
    }

    #[test]
    fn a_feature_that_is_known_of_few_tells_nothing() {
        let known = |text: &str| matches!(spreads(&rows(text))[0], Spread::Told { .. });
        assert!(known("1|2|?|?"));
        assert!(!known("1|2|?|?|?"));
        assert!(!known("?|?"));
    }

    #[test]
    fn distances_are_euclidean() {
        assert_eq!(text(&Distances::of(&rows("0 0|3 4|0 4"))), "5.000 4.000 3.000");
        assert_eq!(text(&Distances::of(&rows("0 0"))), "");
    }

    #[test]
    fn common_features_stand_for_the_missing_ones() {
        // One common feature of two: 3² stands for both, √18. No common feature: as far as the farthest.
        assert_eq!(text(&Distances::of(&rows("0 0|3 ?|? 1"))), "4.243 1.414 4.243");
        assert_eq!(text(&Distances::of(&rows("? 0|1 ?"))), "0.000");
        // A feature that nobody has is none.
        assert_eq!(text(&Distances::of(&rows("0 ?|3 ?"))), "3.000");
    }

    #[test]
    fn the_triangle_is_read_from_both_sides() {
        let distances = Distances::of(&rows("0|1|3|7"));
        let read = |one, other| distances.between(one, other);
        assert_eq!([read(0, 3), read(3, 0), read(1, 2), read(2, 3), read(2, 2)], [7.0, 7.0, 2.0, 4.0, 0.0]);
        assert_eq!(distances.to(0, 0..4), Some(11.0 / 3.0));
        assert_eq!(distances.to(2, 2..3), None);
    }
}
