//! What an entry says, as plain text: to be indexed, and to be cut into snippets.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::model::markdown::events;
use crate::plan::views::{Content, PracticeView};
use crate::plan::{Body, Plan, SearchEntry};
use crate::words::polish;

/// About how many bytes an entry says.
pub fn length(plan: &Plan<'_>, entry: &SearchEntry) -> usize {
    let page = &plan.pages[entry.page];
    let body = page.body.as_ref().map_or(0, |body| body.text.len());
    entry.title.len() + entry.about.len() + entry.keywords.len() + body
}

/// Gives every piece of an entry's text, without its title and summary.
pub fn pieces(plan: &Plan<'_>, entry: &SearchEntry, mut take: impl FnMut(&str)) {
    let page = &plan.pages[entry.page];
    // The glossary is one page of many entries: what it says of a term is the term's own summary.
    if let Content::Glossary(_) = page.content {
        return;
    }
    if let Content::Practice(view) = &page.content {
        of_practice(view).for_each(&mut take);
    }
    if let Some(body) = &page.body {
        of_body(body, &mut take);
    }
}

/// The whole text with a line for each block, set as on the page.
pub fn shown(plan: &Plan<'_>, entry: &SearchEntry) -> String {
    let mut text = String::new();
    pieces(plan, entry, |piece| {
        text.push_str(piece.trim());
        text.push('\n');
    });
    polish(text.trim())
}

fn of_practice(view: &PracticeView) -> impl Iterator<Item = &str> {
    let lists = [&view.first_steps, &view.conditions, &view.risks];
    let listed = lists.into_iter().flatten().map(String::as_str);
    let adopted = view.adoptions.iter().map(|adoption| adoption.outcome.as_str());
    listed.chain(view.evidence.result.as_deref()).chain(adopted)
}

/// Every block of a text in one piece. Bound values are left out: their numbers are found with the indicator.
fn of_body(body: &Body<'_>, take: &mut impl FnMut(&str)) {
    let mut block = String::new();
    let mut hidden = 0;
    for (event, _) in events(body.text) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => hidden += 1,
            Event::End(TagEnd::CodeBlock) => hidden -= 1,
            Event::Text(text) if hidden == 0 => block.push_str(&text),
            Event::Code(code) if !code.starts_with('=') => block.push_str(&code),
            Event::SoftBreak | Event::HardBreak => block.push(' '),
            // An item of a list may hold its words without a paragraph, and another list behind them.
            Event::Start(Tag::Item | Tag::List(_)) => flush(&mut block, take),
            Event::End(end) if ends_block(end) => flush(&mut block, take),
            _ => {}
        }
    }
    flush(&mut block, take);
}

fn flush(block: &mut String, take: &mut impl FnMut(&str)) {
    if !block.is_empty() {
        take(block);
        block.clear();
    }
}

fn ends_block(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::TableCell
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
    )
}
