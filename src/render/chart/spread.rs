//! Pushes labels apart along a line, each as little as it can be.
//!
//! Apart from `boxes`, which chooses among places of two dimensions: labels at the end of lines may only move up and
//! down and keep their order. Pool-adjacent-violators (Ayer et al. 1955) gives the least sum of squared moves.

/// Labels that touch, moved as one.
struct Block {
    /// How many labels.
    count: f64,
    /// The sum of the tops that the whole block would have by each of them.
    wishes: f64,
    height: f64,
    labels: Vec<usize>,
}

impl Block {
    fn top(&self, (low, high): (f64, f64)) -> f64 {
        (self.wishes / self.count).min(high - self.height).max(low)
    }

    fn join(&mut self, below: Self) {
        self.wishes += below.wishes - below.count * self.height;
        self.count += below.count;
        self.height += below.height;
        self.labels.extend(below.labels);
    }
}

/// The middles of labels that would stand at `(middle, height)`, listed from top to bottom, between two ends.
pub fn spread(labels: &[(f64, f64)], ends: (f64, f64)) -> Vec<f64> {
    let mut blocks: Vec<Block> = Vec::new();
    for (i, (middle, height)) in labels.iter().enumerate() {
        let mut block = Block { count: 1.0, wishes: middle - height / 2.0, height: *height, labels: vec![i] };
        while let Some(mut above) = blocks.pop_if(|above| above.top(ends) + above.height > block.top(ends)) {
            above.join(block);
            block = above;
        }
        blocks.push(block);
    }
    let mut middles = Vec::with_capacity(labels.len());
    for block in &blocks {
        let mut y = block.top(ends);
        for i in &block.labels {
            middles.push(y + labels[*i].1 / 2.0);
            y += labels[*i].1;
        }
    }
    middles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_move_as_little_as_they_can() {
        let case = |labels: &[(f64, f64)], expected: &[f64]| {
            assert_eq!(spread(labels, (0.0, 100.0)), expected, "{labels:?}");
        };
        case(&[], &[]);
        case(&[(20.0, 10.0), (50.0, 10.0)], &[20.0, 50.0]);
        case(&[(50.0, 10.0), (50.0, 10.0)], &[45.0, 55.0]);
        case(
            &[(50.0, 10.0), (50.0, 10.0), (58.0, 10.0)],
            &[42.666_666_666_666_664, 52.666_666_666_666_664, 62.666_666_666_666_664],
        );
        case(&[(0.0, 10.0), (2.0, 20.0)], &[5.0, 20.0]);
        case(&[(99.0, 10.0), (99.0, 10.0)], &[85.0, 95.0]);
    }

    #[test]
    fn no_two_labels_meet_while_there_is_room() {
        let mut seed = 3_u32;
        for count in 1..=10 {
            let mut labels: Vec<(f64, f64)> = (0..count)
                .map(|_| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (f64::from((seed >> 8) % 100), 10.0)
                })
                .collect();
            labels.sort_by(|a, b| a.0.total_cmp(&b.0));
            let middles = spread(&labels, (0.0, 100.0));
            assert!(middles.windows(2).all(|pair| pair[1] - pair[0] >= 10.0 - 1e-9), "{middles:?}");
            assert!(middles[0] >= 5.0 - 1e-9 && middles[count - 1] <= 95.0 + 1e-9, "{middles:?}");
        }
    }
}
