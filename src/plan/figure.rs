//! What a chart says, before it is drawn: geometry's numbers, the words around it, and its text twin.
//!
//! The title is the conclusion, the subtitle the unit and coverage, the description the text alternative. A chart is
//! always accompanied by a table with the same values.

/// A chart to be drawn.
#[derive(Clone, Debug)]
pub struct ChartSpec {
    /// The conclusion in words; shown as the caption in HTML, not inside the drawing.
    pub title: String,
    /// Unit and coverage.
    pub subtitle: String,
    /// The text alternative, from the same data.
    pub description: String,
    /// What is drawn.
    pub shape: Shape,
}

/// The shapes of charts.
#[derive(Clone, Debug)]
pub enum Shape {
    /// Values through the periods, with milestones.
    Dynamics(Dynamics),
    /// Parts compared as sorted horizontal bars, with the target and the district's value as vertical lines.
    Bars(Bars),
}

/// Values through the periods.
#[derive(Clone, Debug)]
pub struct Dynamics {
    /// The scale.
    pub scale: Scale,
    /// Points in time order; a gap where nothing is known.
    pub points: Vec<Point>,
    /// Milestones of the target, joined by the line of the plan.
    pub milestones: Vec<Milestone>,
}

/// One period.
#[derive(Clone, Debug)]
pub struct Point {
    /// The period.
    pub period: i16,
    /// Its value.
    pub value: Option<f64>,
    /// The value as text, such as «65,4 %».
    pub text: String,
    /// 95 % limits, where they are known.
    pub limits: Option<(f64, f64)>,
    /// Provisional values are drawn hollow.
    pub finality: Mark,
}

/// How a point is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A final value: a filled mark.
    Filled,
    /// A provisional value: a hollow mark.
    Hollow,
}

/// A milestone of the target.
#[derive(Clone, Debug)]
pub struct Milestone {
    /// The year.
    pub period: i16,
    /// The bound.
    pub value: f64,
    /// The bound as text, such as «цель: 70 %».
    pub text: String,
}

/// Parts compared.
#[derive(Clone, Debug)]
pub struct Bars {
    /// The scale.
    pub scale: Scale,
    /// Rows, in the order in which they are to be drawn.
    pub rows: Vec<Bar>,
    /// The target, as value and text.
    pub target: Option<(f64, String)>,
    /// The district's value, as value and text.
    pub district: Option<(f64, String)>,
}

/// One bar.
#[derive(Clone, Debug)]
pub struct Bar {
    /// Whose.
    pub label: String,
    /// Its length; none is drawn as a text in place of the bar («нет данных»).
    pub value: Option<f64>,
    /// The value as text, such as «5 из 8».
    pub text: String,
    /// How it stands: decides class and pattern, never colour alone.
    pub tone: Tone,
}

/// How a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// The target is met.
    Good,
    /// On the way or not judged.
    Plain,
    /// Behind.
    Poor,
}

/// The value axis.
#[derive(Clone, Debug)]
pub struct Scale {
    /// The unit: «%», «чел.» …
    pub unit: String,
    /// Shares are drawn from 0 to 100 at most; counts from 0 to a nice number.
    pub kind: ScaleKind,
}

/// What bounds the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScaleKind {
    /// Per cent: never over 100.
    Percent,
    /// Anything not negative.
    Positive,
}
