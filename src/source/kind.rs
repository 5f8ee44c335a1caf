//! What stands where: the project's map, from path to kind.

/// The folders of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextFolder {
    /// `content/practices`
    Practices,
    /// `content/recommendations`
    Recommendations,
    /// `content/reports`
    Reports,
    /// `content/documents`
    Documents,
    /// `content/pages`
    Pages,
}

impl TextFolder {
    /// The folder's name.
    pub fn name(self) -> &'static str {
        match self {
            TextFolder::Practices => "practices",
            TextFolder::Recommendations => "recommendations",
            TextFolder::Reports => "reports",
            TextFolder::Documents => "documents",
            TextFolder::Pages => "pages",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        [Self::Practices, Self::Recommendations, Self::Reports, Self::Documents, Self::Pages]
            .into_iter()
            .find(|folder| folder.name() == name)
    }
}

/// The files of a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProgrammePart {
    /// `programme.toml`
    Passport,
    /// `indicators.toml`
    Indicators,
    /// `calendar.toml`
    Calendar,
    /// `actions.toml`
    Actions,
    /// `criteria.toml`
    Criteria,
}

/// What a file is, by where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `site.toml`
    Site,
    /// `data/organisations.toml`
    Organisations,
    /// `data/vocabulary.toml`
    Vocabulary,
    /// `data/addresses.toml`
    Addresses,
    /// `data/registers/<register>.toml`
    Register(String),
    /// `data/consents.toml`
    Consents,
    /// `data/programmes/<programme>/<part>.toml`
    Programme(String, ProgrammePart),
    /// `data/programmes/<programme>/values/<period>.toml`
    Values(String, String),
    /// `content/<folder>/<id>.md` or `content/<folder>/<id>/index.md`
    Text(TextFolder, String),
    /// A file beside `content/<folder>/<id>/index.md`.
    Attachment(TextFolder, String),
    /// A text file of a theme: template, style, script or catalogue.
    ThemeText,
    /// Any other file of a theme.
    ThemeFile,
}

impl Kind {
    /// Whether the file is read as text.
    pub fn is_text(&self) -> bool {
        !matches!(self, Kind::Attachment(..) | Kind::ThemeFile)
    }
}

/// The kind of a path; none where nothing of ours stands.
pub fn of(path: &str) -> Option<Kind> {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["site.toml"] => Some(Kind::Site),
        ["data", "organisations.toml"] => Some(Kind::Organisations),
        ["data", "vocabulary.toml"] => Some(Kind::Vocabulary),
        ["data", "addresses.toml"] => Some(Kind::Addresses),
        ["data", "registers", file] => Some(Kind::Register(file.strip_suffix(".toml")?.to_owned())),
        ["data", "consents.toml"] => Some(Kind::Consents),
        ["data", "programmes", programme, "values", file] => {
            Some(Kind::Values((*programme).to_owned(), file.strip_suffix(".toml")?.to_owned()))
        }
        ["data", "programmes", programme, file] => {
            let part = match *file {
                "programme.toml" => ProgrammePart::Passport,
                "indicators.toml" => ProgrammePart::Indicators,
                "calendar.toml" => ProgrammePart::Calendar,
                "actions.toml" => ProgrammePart::Actions,
                "criteria.toml" => ProgrammePart::Criteria,
                _ => return None,
            };
            Some(Kind::Programme((*programme).to_owned(), part))
        }
        ["content", folder, file] => {
            let id = file.strip_suffix(".md")?;
            Some(Kind::Text(TextFolder::parse(folder)?, id.to_owned()))
        }
        ["content", folder, id, "index.md"] => Some(Kind::Text(TextFolder::parse(folder)?, (*id).to_owned())),
        ["content", folder, id, _] => Some(Kind::Attachment(TextFolder::parse(folder)?, (*id).to_owned())),
        ["themes", _, _, ..] => {
            let suffix = path.rsplit('.').next().unwrap_or_default();
            let text =
                matches!(suffix, "html" | "xml" | "txt" | "css" | "js" | "ftl" | "svg" | "md" | "json");
            Some(if text { Kind::ThemeText } else { Kind::ThemeFile })
        }
        _ => None,
    }
}
