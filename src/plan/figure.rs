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
    /// Shares against how many people stand behind them, within the limits of chance.
    Funnel(Funnel),
    /// A table of judgements: shades with signs in cells.
    Heat(Heat),
    /// Indicators of a goal, each as a bar with its target.
    Bullets(Bullets),
    /// Before and after, joined by lines.
    Slope(Slope),
    /// What wholes are made of, as stacked bars.
    Stack(Stack),
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

/// Small denominators swing widely by chance; a funnel shows how widely.
#[derive(Clone, Debug)]
pub struct Funnel {
    /// The scale.
    pub scale: Scale,
    /// What the denominator counts, for its axis.
    pub of: String,
    /// Parts.
    pub points: Vec<FunnelPoint>,
    /// The district's value, as value and text.
    pub middle: (f64, String),
    /// By denominator, ascending: between which values chance alone would leave 95 % of parts like the district.
    pub limits: Vec<(u32, (f64, f64))>,
}

/// One part of a funnel.
#[derive(Clone, Debug)]
pub struct FunnelPoint {
    /// Whose.
    pub label: String,
    /// Its denominator.
    pub of: u32,
    /// Its value.
    pub value: f64,
    /// Outside the limits for the better, for the worse, or within; only those outside are labelled.
    pub tone: Tone,
}

/// Rows by columns.
#[derive(Clone, Debug)]
pub struct Heat {
    /// Names of the columns: numbers of indicators or short names.
    pub columns: Vec<String>,
    /// Rows in the order in which they are to be drawn.
    pub rows: Vec<HeatRow>,
    /// What the shades mean, in the order best, middle, worst.
    pub legend: Vec<(Tone, String)>,
}

/// A row of a heat map.
#[derive(Clone, Debug)]
pub struct HeatRow {
    /// Whose.
    pub label: String,
    /// One a column.
    pub cells: Vec<HeatCell>,
}

/// A cell of a heat map.
#[derive(Clone, Debug)]
pub struct HeatCell {
    /// What stands in it, such as «63» or «н/д».
    pub text: String,
    /// How it stands; none where there is nothing to judge.
    pub tone: Option<Tone>,
}

/// Indicators against their targets.
#[derive(Clone, Debug)]
pub struct Bullets {
    /// Rows in the programme's order.
    pub rows: Vec<Bullet>,
}

/// One indicator against its target.
#[derive(Clone, Debug)]
pub struct Bullet {
    /// Which indicator.
    pub label: String,
    /// Where its scale ends; it begins at zero.
    pub most: f64,
    /// The value.
    pub value: Option<f64>,
    /// The value as text.
    pub text: String,
    /// The bound of the target, as value and text.
    pub target: Option<(f64, String)>,
    /// How it stands.
    pub tone: Tone,
}

/// Before and after.
#[derive(Clone, Debug)]
pub struct Slope {
    /// The scale.
    pub scale: Scale,
    /// The two moments, such as «2023» and «2024».
    pub moments: (String, String),
    /// Lines.
    pub lines: Vec<SlopeLine>,
}

/// One line of a slope.
#[derive(Clone, Debug)]
pub struct SlopeLine {
    /// Whose.
    pub label: String,
    /// Before, as value and text.
    pub before: (f64, String),
    /// After, as value and text.
    pub after: (f64, String),
    /// For the better, for the worse, or neither.
    pub tone: Tone,
}

/// Wholes and their parts.
#[derive(Clone, Debug)]
pub struct Stack {
    /// Names of the parts, with how each stands, in the order of the stack.
    pub parts: Vec<(Tone, String)>,
    /// Bars.
    pub rows: Vec<StackRow>,
}

/// One whole.
#[derive(Clone, Debug)]
pub struct StackRow {
    /// Whose.
    pub label: String,
    /// How many of each part.
    pub counts: Vec<u32>,
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
