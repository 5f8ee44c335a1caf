//! The explanations of the codes keep their form: why, then a wrong example, then a right one.
#![expect(clippy::disallowed_methods, reason = "tests read the repository")]

use std::fs;
use std::path::Path;

use metodbank::diag::codes;

/// The sections of the explanations: code and text.
fn sections(text: &str) -> Vec<(&str, &str)> {
    text.split("\n## ").skip(1).filter_map(|section| section.split_once('\n')).collect()
}

/// What is wrong with a section: it is a paragraph of reasons, then a wrong example, then a right one. Two sections that
/// a merge has shuffled into one another break this form.
fn fault_of_section(text: &str, [wrong, right]: [&str; 2]) -> Option<&'static str> {
    let mut fence = None;
    let (mut examples, mut halves) = (0, Vec::new());
    for line in text.lines() {
        let ticks = line.len() - line.trim_start_matches('`').len();
        if ticks >= 3 && fence.is_none_or(|open| open == ticks) {
            examples += usize::from(fence.is_none());
            fence = if fence.is_none() { Some(ticks) } else { None };
        } else if fence.is_none() && (line.starts_with("[[") || line.contains(" = ") && !line.contains('`')) {
            return Some("data stand outside an example");
        } else if fence.is_none() && (line.starts_with(wrong) || line.starts_with(right)) {
            halves.push((line.starts_with(wrong), line.contains(':'), examples));
        }
    }
    let shown = |tells: bool, before: usize, after: usize| tells || after > before;
    match halves[..] {
        _ if fence.is_some() => Some("an example does not end"),
        [(true, tells_wrong, first), (false, tells_right, second)] => {
            let both = shown(tells_wrong, first, second) && shown(tells_right, second, examples);
            (first != 0 || !both).then_some("half an example is missing")
        }
        _ => Some("not one wrong and then one right example"),
    }
}

#[test]
fn a_section_explains_and_shows_wrong_and_right() {
    let mut complaints = Vec::new();
    for (language, halves) in [("ru", ["Неправильно", "Правильно"]), ("en", ["Wrong", "Right"])]
    {
        let path = format!("src/diag/explain/{language}.md");
        let text =
            fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path)).expect("the explanations");
        let sections = sections(&text);
        let order: Vec<&str> = sections.iter().map(|(code, _)| *code).collect();
        let expected: Vec<&str> = codes::ALL.iter().map(|code| code.id).collect();
        assert_eq!(order, expected, "{path}: the sections stand in the order of the codes");
        for (code, section) in sections {
            let fault = fault_of_section(section, halves);
            complaints.extend(fault.map(|fault| format!("{path}: {code}: {fault}")));
        }
    }
    assert!(complaints.is_empty(), "{complaints:#?}");
}

#[test]
fn a_shuffled_section_is_seen() {
    let halves = ["Wrong", "Right"];
    let good = "\nWhy.\n\nWrong\n\n```\na = 1\n```\n\nRight: no such row.\n";
    assert_eq!(fault_of_section(good, halves), None);
    for (bad, fault) in [
        ("\nWhy.\n\nWrong: renamed, and that was all\n", "not one wrong and then one right example"),
        ("\nWhy.\nfrom = 2024-09-01\n", "data stand outside an example"),
        ("\nWhy.\n\nWrong\n\n```\na\n```\n\nRight\n\n```\nb\n", "an example does not end"),
        ("\nWhy.\n\nWrong\n\nRight\n\n```\nb\n```\n", "half an example is missing"),
        ("\nWhy.\n\n```\na\n```\n\nWrong: a\n\nRight: b\n", "half an example is missing"),
    ] {
        assert_eq!(fault_of_section(bad, halves), Some(fault), "{bad}");
    }
}
