//! The after-pass: the backend's markup becomes a figure that a page can hold inline.
//!
//! Apart, because it alone knows how the SVG backend of plotters writes: one tag per line, the text of a `<text>` on a
//! line of its own. Colours become classes, noise goes, a title and a description come. Nothing here knows charts.

use super::canvas::Raw;
use super::ink::Ink;
use super::joined::{self, Mark};
use super::text::clean;

/// The words and the name of a figure.
pub struct Caption<'a> {
    /// The prefix of every id inside, unique in the page.
    pub id: &'a str,
    /// The CSS class beside `chart`.
    pub class: &'a str,
    /// The font size of all texts.
    pub font: f64,
    /// The accessible name.
    pub title: &'a str,
    /// The accessible description.
    pub description: &'a str,
}

/// Makes an inline SVG of what the backend wrote.
pub fn finish(raw: &Raw, caption: &Caption) -> String {
    let Caption { id, class, font, .. } = caption;
    let (width, height) = raw.size;
    let mut svg = format!(
        "<svg class=\"chart {class}\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         aria-labelledby=\"{id}-t {id}-d\" font-size=\"{font}\"><title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>",
        escape(&clean(caption.title)),
        escape(&clean(caption.description)),
    );
    let mut body = String::with_capacity(raw.svg.len() / 2);
    for marks in joined::read(&raw.svg).chunk_by(Mark::joins) {
        match marks {
            [Mark::Row(row)] => rewrite(row, id, &mut body),
            marks => joined::write(marks, &mut body),
        }
    }
    svg.push_str(&patterns(id, &body));
    svg.push_str(&body);
    svg.push_str("</svg>");
    svg
}

/// The patterns that tell a bar that is behind from others without colour: the ink, the end of its id, its path.
const PATTERNS: [(Ink, &str, &str); 2] = [(Ink::Hatch, "h", "M0 0V6"), (Ink::Cross, "x", "M0 0V6M0 0H6")];

/// The patterns that a drawing uses.
fn patterns(id: &str, body: &str) -> String {
    let used = PATTERNS.iter().filter(|(_, end, _)| body.contains(&format!("url(#{id}-{end})")));
    let drawn: String = used
        .map(|(ink, end, path)| {
            format!(
                "<pattern id=\"{id}-{end}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" \
                 patternTransform=\"rotate(45)\"><path class=\"{}\" d=\"{path}\"/></pattern>",
                ink.class()
            )
        })
        .collect();
    if drawn.is_empty() { drawn } else { format!("<defs>{drawn}</defs>") }
}

/// One line of the backend: a tag, or the text inside of one.
fn rewrite(row: &str, id: &str, out: &mut String) {
    match row.strip_prefix('<').and_then(|tag| tag.split_once(' ')) {
        Some((name, attributes)) => tag(name, attributes, id, out),
        None => out.push_str(row),
    }
}

fn tag(name: &str, attributes: &str, id: &str, out: &mut String) {
    let pairs = || pairs(attributes);
    out.extend(["<", name]);
    if let Some(ink) = Ink::of(pairs()) {
        match PATTERNS.iter().find(|(pattern, ..)| *pattern == ink) {
            Some((_, end, _)) => out.extend([" fill=\"url(#", id, "-", end, ")\""]),
            None => out.extend([" class=\"", ink.class(), "\""]),
        }
    }
    for (key, value) in pairs().filter(|pair| is_geometry(*pair)) {
        out.extend([" ", key, "=\"", value.trim_end(), "\""]);
    }
    out.push_str(if attributes.ends_with("/>") { "/>" } else { ">" });
}

/// Attributes of a tag; the backend escapes quotes inside of them.
pub fn pairs(attributes: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut parts = attributes.split('"');
    std::iter::from_fn(move || Some((parts.next()?.trim_matches([' ', '=']), parts.next()?)))
}

fn is_geometry((key, value): (&str, &str)) -> bool {
    match key {
        "x" | "y" | "width" | "height" | "cx" | "cy" | "r" | "points" => true,
        "text-anchor" => value != "start",
        _ => false,
    }
}

/// Text as markup.
fn escape(text: &str) -> String {
    let mut markup = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => markup.push_str("&amp;"),
            '<' => markup.push_str("&lt;"),
            '>' => markup.push_str("&gt;"),
            '"' => markup.push_str("&quot;"),
            c => markup.push(c),
        }
    }
    markup
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rewritten(row: &str) -> String {
        let mut out = String::new();
        rewrite(row, "c", &mut out);
        out
    }

    #[test]
    fn colours_become_classes_and_noise_goes() {
        let case = |row, expected| assert_eq!(rewritten(row), expected);
        case(
            r##"<circle cx="5" cy="6" r="4" opacity="1" fill="#000004" stroke="none" stroke-width="1"/>"##,
            r#"<circle class="value-dot" cx="5" cy="6" r="4"/>"#,
        );
        case(
            r##"<polyline fill="none" opacity="1" stroke="#000001" stroke-width="1" points="0,1 5,1 "/>"##,
            r#"<polyline class="grid" points="0,1 5,1"/>"#,
        );
        case(
            r##"<rect x="1" y="2" width="3" height="4" opacity="1" fill="#00000E" stroke="none"/>"##,
            r#"<rect fill="url(#c-h)" x="1" y="2" width="3" height="4"/>"#,
        );
        case(
            r##"<text x="1" y="2" dy="-0.5ex" text-anchor="end" font-family="a" font-size="10.48" opacity="1" fill="#000002">"##,
            r#"<text class="tick" x="1" y="2" text-anchor="end">"#,
        );
        case("&lt;b&gt; 5 из 8", "&lt;b&gt; 5 из 8");
        case("</text>", "</text>");
    }

    #[test]
    fn words_are_escaped() {
        let raw = Raw { size: (10, 10), svg: String::new() };
        let caption =
            Caption { id: "c", class: "chart-wide", font: 14.0, title: "<a> & \"b\"", description: "1\n2" };
        let svg = finish(&raw, &caption);
        assert!(
            svg.contains(
                "<title id=\"c-t\">&lt;a&gt; &amp; &quot;b&quot;</title><desc id=\"c-d\">1 2</desc>"
            )
        );
    }
}
