//! The pages of a programme, read as a visitor reads them: tags away, entities and spaces made plain.
//!
//! Apart from the test, because it knows the theme's markup: where a goal, a result, an indicator and a target stand.
#![expect(clippy::disallowed_methods, reason = "tests read their own folders")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The pages of one programme, and the glossary.
pub struct Pages {
    goals: String,
    overview: String,
    /// HTML by indicator.
    indicators: BTreeMap<String, String>,
    /// The text of all of them.
    text: String,
}

impl Pages {
    /// Reads the pages of a built site.
    pub fn read(site: &Path, programme: &str) -> Self {
        let read = |path: &Path| {
            fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        };
        let folder = site.join("programmes").join(programme);
        let indicators: BTreeMap<String, String> = fs::read_dir(folder.join("indicators"))
            .expect("pages of indicators")
            .map(|entry| entry.expect("a page").path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "html"))
            .map(|path| (path.file_stem().expect("an id").to_string_lossy().into_owned(), read(&path)))
            .collect();
        let (goals, overview) = (read(&folder.join("goals.html")), read(&folder.with_extension("html")));
        let others = [folder.join("calendar.html"), site.join("glossary.html")].map(|path| read(&path));
        let all = [&goals, &overview].into_iter().chain(&others).chain(indicators.values());
        let text = all.map(|html| text_of(html)).collect::<Vec<_>>().join("\n");
        Self { goals, overview, indicators, text }
    }

    /// Whether some page says it; a target (`id: 2024: words`) is said by the passport of its indicator.
    pub fn say(&self, kind: &str, wording: &str) -> bool {
        if kind == "target" {
            let (id, words) = wording.split_once(": ").expect("an indicator and its target");
            return self.targets(id).contains(&plain(words));
        }
        self.text.contains(&plain(wording))
    }

    /// The titles that the pages show of a kind, sorted.
    pub fn titles(&self, kind: &str) -> Vec<String> {
        let mut titles: Vec<String> = match kind {
            "result" => self.results(),
            "indicator" => self.indicators.values().flat_map(|html| between(html, "<h1", "</h1>")).collect(),
            "target" => self.indicators.keys().flat_map(|id| self.years(id)).collect(),
            kind => self.goals_of(kind),
        };
        titles.sort();
        titles
    }

    fn goals_of(&self, kind: &str) -> Vec<String> {
        let word = match kind {
            "aim" => "Цель",
            "direction" => "Направление",
            _ => "Задача",
        };
        let articles = self.goals.split("<article class=\"goal\"").skip(1);
        let of_kind = articles.filter(|article| between(article, "<p class=\"eyebrow\"", "</p>") == [word]);
        of_kind.flat_map(|article| between(article, "<span>", "</span></h2>")).collect()
    }

    fn results(&self) -> Vec<String> {
        let items = self.overview.split("<li id=\"result-").skip(1);
        let titles = items.map(|item| {
            let end = item.find("<small").or_else(|| item.find("</li>")).expect("an end");
            let numbered = text_of(&format!("<li id=\"{}", &item[..end]));
            numbered.split_once(". ").map_or(numbered.clone(), |(_, title)| title.to_owned())
        });
        titles.collect()
    }

    /// «2024: не менее 5 %» of one indicator.
    fn targets(&self, id: &str) -> Vec<String> {
        let Some(html) = self.indicators.get(id) else { return Vec::new() };
        let passport = html.split("<dt>Целевые значения</dt>").nth(1).expect("targets in the passport");
        let stated = between(passport, "<dd", "</dd>").swap_remove(0);
        stated.split("; ").filter(|target| target.contains(": ")).map(str::to_owned).collect()
    }

    fn years(&self, id: &str) -> Vec<String> {
        let year = |target: String| target.split(": ").next().unwrap_or_default().to_owned();
        self.targets(id).into_iter().map(|target| format!("{id}: {}", year(target))).collect()
    }
}

/// The texts between an opening tag, given by its beginning, and an end.
fn between(html: &str, begin: &str, end: &str) -> Vec<String> {
    let pieces = html.split(begin).skip(1).filter_map(|rest| rest.split(end).next());
    pieces.map(|piece| text_of(&format!("{begin}{piece}"))).collect()
}

/// What a visitor reads of HTML.
fn text_of(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        text.push_str(piece.split_once('>').map_or("", |(_, text)| text));
    }
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ];
    plain(&entities.iter().fold(text, |text, (entity, letter)| text.replace(entity, letter)))
}

/// A text with single plain spaces.
pub fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}
