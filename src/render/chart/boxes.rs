//! Finds room for labels: boxes that must not overlap, lines that are better not crossed.
//!
//! Apart from the drawings, because it knows nothing of charts: it is given obstacles and places to choose from.

/// A place in the drawing.
pub type Xy = (f64, f64);

/// A box; y grows downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x0: f64,
    /// Upper edge.
    pub y0: f64,
    /// Right edge.
    pub x1: f64,
    /// Lower edge.
    pub y1: f64,
}

impl Rect {
    /// A box of a size around a place.
    pub fn around((x, y): Xy, (width, height): Xy) -> Self {
        Self { x0: x - width / 2.0, y0: y - height / 2.0, x1: x + width / 2.0, y1: y + height / 2.0 }
    }

    /// The box, moved.
    #[must_use]
    pub fn moved(self, (dx, dy): Xy) -> Self {
        Self { x0: self.x0 + dx, y0: self.y0 + dy, x1: self.x1 + dx, y1: self.y1 + dy }
    }

    /// The box, moved sideways until it is between two edges; the left one counts if both can not be kept.
    #[must_use]
    pub fn slid(self, x0: f64, x1: f64) -> Self {
        let inside = self.moved(((x1 - self.x1).min(0.0), 0.0));
        inside.moved(((x0 - inside.x0).max(0.0), 0.0))
    }

    /// The middle of the box.
    pub fn middle(&self) -> Xy {
        ((self.x0 + self.x1) / 2.0, (self.y0 + self.y1) / 2.0)
    }

    /// Whether two boxes share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x0 < other.x1 && other.x0 < self.x1 && self.y0 < other.y1 && other.y0 < self.y1
    }

    /// Whether a box lies inside.
    pub fn holds(&self, other: &Self) -> bool {
        self.x0 <= other.x0 && other.x1 <= self.x1 && self.y0 <= other.y0 && other.y1 <= self.y1
    }

    /// Whether a straight line crosses the box (Liang and Barsky: the part of the line that is inside all four edges).
    pub fn is_crossed(&self, (from, to): &(Xy, Xy)) -> bool {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let edges = [
            (-dx, from.0 - self.x0),
            (dx, self.x1 - from.0),
            (-dy, from.1 - self.y0),
            (dy, self.y1 - from.1),
        ];
        let mut inside = (0.0_f64, 1.0_f64);
        for (direction, distance) in edges {
            match direction {
                d if d < 0.0 => inside.0 = inside.0.max(distance / d),
                d if d > 0.0 => inside.1 = inside.1.min(distance / d),
                _ if distance < 0.0 => return false,
                _ => {}
            }
        }
        inside.0 < inside.1
    }
}

/// What a crossed line weighs against a place further down the list.
const CROSSING: usize = 5;

/// The room that is left.
pub struct Room {
    frame: Rect,
    taken: Vec<Rect>,
    lines: Vec<(Xy, Xy)>,
}

impl Room {
    /// An empty frame.
    pub fn new(frame: Rect) -> Self {
        Self { frame, taken: Vec::new(), lines: Vec::new() }
    }

    /// Nothing may be placed here.
    pub fn take(&mut self, place: Rect) {
        self.taken.push(place);
    }

    /// Nothing is placed here gladly.
    pub fn draw(&mut self, from: Xy, to: Xy) {
        self.lines.push((from, to));
    }

    /// Takes the best of the places, which are listed from good to bad; none if all are taken or outside.
    pub fn place<T>(&mut self, places: Vec<(Rect, T)>) -> Option<(Rect, T)> {
        let free = places.into_iter().enumerate().filter(|(_, (place, _))| self.is_free(place));
        let best = free.min_by_key(|(rank, (place, _))| rank + CROSSING * self.crossings(place))?;
        self.take(best.1.0);
        Some(best.1)
    }

    /// The box, moved sideways into the frame.
    pub fn slid(&self, place: Rect) -> Rect {
        place.slid(self.frame.x0, self.frame.x1)
    }

    fn is_free(&self, place: &Rect) -> bool {
        self.frame.holds(place) && !self.taken.iter().any(|taken| taken.overlaps(place))
    }

    fn crossings(&self, place: &Rect) -> usize {
        self.lines.iter().filter(|line| place.is_crossed(line)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIT: Rect = Rect { x0: 0.0, y0: 0.0, x1: 10.0, y1: 10.0 };

    #[test]
    fn lines_cross_or_pass() {
        let case = |from, to, expected| assert_eq!(UNIT.is_crossed(&(from, to)), expected, "{from:?} {to:?}");
        case((-5.0, 5.0), (15.0, 5.0), true);
        case((5.0, -5.0), (5.0, 15.0), true);
        case((-5.0, -5.0), (15.0, 15.0), true);
        case((2.0, 2.0), (3.0, 3.0), true);
        case((-5.0, 12.0), (15.0, 12.0), false);
        case((-5.0, 5.0), (-1.0, 5.0), false);
        case((-5.0, 8.0), (8.0, 21.0), false);
    }

    #[test]
    fn a_crossed_place_loses_and_a_taken_one_is_never_given() {
        let mut room = Room::new(Rect { x0: 0.0, y0: 0.0, x1: 100.0, y1: 100.0 });
        room.draw((0.0, 5.0), (100.0, 5.0));
        let places = || vec![(UNIT, 'a'), (UNIT.moved((0.0, 20.0)), 'b'), (UNIT.moved((0.0, 95.0)), 'c')];
        assert_eq!(room.place(places()).map(|p| p.1), Some('b'));
        assert_eq!(room.place(places()).map(|p| p.1), Some('a'));
        assert_eq!(room.place(places()).map(|p| p.1), None);
    }

    #[test]
    fn boxes_slide_into_the_frame() {
        let room = Room::new(Rect { x0: 0.0, y0: 0.0, x1: 100.0, y1: 100.0 });
        assert_eq!(room.slid(UNIT.moved((-4.0, 0.0))), UNIT);
        assert_eq!(room.slid(UNIT.moved((97.0, 0.0))), UNIT.moved((90.0, 0.0)));
    }
}
