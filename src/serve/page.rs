//! What a page gets in the preview and nowhere else: the script that reloads it, and the report over it.
//!
//! Apart from the templates, because a published page must not know that there is a preview. Both are files of the
//! preview's own, since the site's security policy allows no script or style inside a page.

use super::answer::{SCRIPT, STYLE};

/// What a report says.
#[derive(Clone, Debug)]
pub(super) struct Trouble {
    /// Whether the page below is of the last good site.
    pub(super) heading: String,
    /// The complaints, as plain text.
    pub(super) text: String,
}

/// Adds the script, and the report if there is one.
pub(super) fn prepare(html: &str, version: &str, trouble: Option<&Trouble>) -> String {
    let mut html = html.to_owned();
    allow_news(&mut html);
    let head = format!("{}{}", script(version), trouble.map_or(String::new(), |_| style()));
    insert(&mut html, Place::Before("</head>"), &head);
    if let Some(trouble) = trouble {
        insert(&mut html, Place::After("<body"), &section(trouble));
    }
    html
}

/// A page of nothing but the report, as long as there is no site.
pub(super) fn alone(version: &str, trouble: &Trouble) -> String {
    let (script, style, section) = (script(version), style(), section(trouble));
    let title = escaped(&trouble.heading);
    format!(
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{title}</title>{script}{style}</head>\n<body>{section}</body></html>\n"
    )
}

fn script(version: &str) -> String {
    format!("<script src=\"{SCRIPT}\" data-version=\"{}\" defer></script>", escaped(version))
}

fn style() -> String {
    format!("<link rel=\"stylesheet\" href=\"{STYLE}\">")
}

fn section(trouble: &Trouble) -> String {
    let (heading, text) = (escaped(&trouble.heading), escaped(&trouble.text));
    format!(
        "\n<section id=\"metodbank-preview\" role=\"alert\" tabindex=\"0\"><h2>{heading}</h2>\n<pre>{text}</pre></section>\n"
    )
}

/// A site's policy lets a page connect to nothing, but the news must come in.
fn allow_news(html: &mut String) {
    let lower = html.to_ascii_lowercase();
    let Some(meta) = lower.find("http-equiv=\"content-security-policy\"") else { return };
    let start = lower[..meta].rfind('<').unwrap_or(meta);
    let end = lower[meta..].find('>').map_or(lower.len(), |length| meta + length);
    let policy = lower[start..end].find("content=\"").map(|at| start + at + "content=\"".len());
    let Some(policy) = policy else { return };
    match lower[policy..end].find("connect-src") {
        Some(at) => html.insert_str(policy + at + "connect-src".len(), " 'self'"),
        None => html.insert_str(policy, "connect-src 'self'; "),
    }
}

#[derive(Clone, Copy)]
enum Place {
    /// Before the first of these words.
    Before(&'static str),
    /// After the first tag that begins so.
    After(&'static str),
}

/// A page without the place gets it at its end: browsers forgive that.
fn insert(html: &mut String, place: Place, text: &str) {
    let lower = html.to_ascii_lowercase();
    let at = match place {
        Place::Before(word) => lower.find(word),
        Place::After(word) => lower.find(word).and_then(|start| Some(start + lower[start..].find('>')? + 1)),
    };
    html.insert_str(at.unwrap_or(html.len()), text);
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!DOCTYPE html>\n<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\
        </head><body class=\"a\"><p>x</p></body>";

    fn trouble() -> Trouble {
        Trouble { heading: "a & b".to_owned(), text: "<script>\"'</pre>".to_owned() }
    }

    #[test]
    fn a_page_gets_its_script_and_may_hear_news() {
        let page = prepare(PAGE, "7-1", None);
        assert!(page.contains("content=\"connect-src 'self'; default-src 'none'\""), "{page}");
        let script = "<script src=\"/.metodbank/reload.js\" data-version=\"7-1\" defer></script></head>";
        assert!(page.contains(script), "{page}");
        assert!(!page.contains("<section"), "{page}");
        assert!(page.ends_with("<body class=\"a\"><p>x</p></body>"), "{page}");
    }

    #[test]
    fn a_policy_that_knows_connections_is_widened() {
        let policy =
            "<META HTTP-EQUIV=\"Content-Security-Policy\" CONTENT=\"connect-src 'none'; img-src *\">";
        let page = prepare(policy, "1", None);
        assert!(page.contains("\"connect-src 'self' 'none'; img-src *\""), "{page}");
        assert!(prepare("<p content=\"a\">", "1", None).starts_with("<p content=\"a\"><script"));
    }

    #[test]
    fn a_report_is_text_and_nothing_else() {
        for page in [prepare(PAGE, "1", Some(&trouble())), alone("1", &trouble())] {
            assert!(page.contains("<h2>a &amp; b</h2>"), "{page}");
            assert!(page.contains("<pre>&lt;script&gt;&quot;&#39;&lt;/pre&gt;</pre>"), "{page}");
            assert!(page.contains("<link rel=\"stylesheet\" href=\"/.metodbank/preview.css\">"), "{page}");
            assert_eq!(page.matches("<script").count(), 1, "{page}");
        }
        let over = prepare(PAGE, "1", Some(&trouble()));
        assert!(over.contains("<body class=\"a\">\n<section"), "{over}");
    }
}
