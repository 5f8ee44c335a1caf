//! The index of the search: a script, because a page opened from `file://` may load nothing else.

use crate::plan::SearchEntry;

/// Draws the index.
pub fn render(entries: &[SearchEntry]) -> Vec<u8> {
    let rows: Vec<[&str; 4]> = entries
        .iter()
        .map(|entry| [entry.title.as_str(), &entry.href, &entry.summary, &entry.stems])
        .collect();
    let json = serde_json::to_string(&rows).unwrap_or_else(|_| "[]".to_owned());
    // U+2028 and U+2029 end a line in old scripts; `</` would end a script that somebody inlines.
    let json = json.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029").replace("</", "<\\/");
    format!("metodbankSearch({json})\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_cannot_close_a_script() {
        let entry = SearchEntry {
            title: "</script><b>".to_owned(),
            href: "a.html".to_owned(),
            summary: "\u{2028}".to_owned(),
            stems: "а б".to_owned(),
        };
        let script = String::from_utf8(render(&[entry])).unwrap();
        assert_eq!(script, "metodbankSearch([[\"<\\/script><b>\",\"a.html\",\"\\u2028\",\"а б\"]])\n");
    }
}
