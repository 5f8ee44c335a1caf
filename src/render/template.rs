//! Pages through templates. Every template sees the same eight names, serialised from one `Sheet`.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

use crate::diag::{Diagnostic, Diagnostics, Stopped, codes};
use crate::plan::figure::ChartSpec;
use crate::plan::views::{Content, Head, SparkView, TocItem};
use crate::plan::{Body, Page, Plan, SearchEntry};
use crate::source::Theme;
use crate::words::{Arg, Catalogue};

use super::parts::{Parts, PartsOf, ROOT};
use super::{chart, markdown, qr, spark};

/// All that a template sees.
#[derive(Serialize)]
struct Sheet<'a> {
    site: &'a Value,
    root: &'a str,
    head: &'a Head,
    page: &'a Content,
    parts: Option<PartsOf>,
    body: Value,
    toc: Vec<TocItem>,
    charts: BTreeMap<&'a str, Figure<'a>>,
}

/// The arguments of `spark(spark=…)`.
#[derive(Deserialize)]
struct Sparked {
    spark: SparkView,
}

/// A drawn chart with its words.
#[derive(Serialize)]
struct Figure<'a> {
    title: &'a str,
    subtitle: &'a str,
    svg: Value,
}

/// The theme's templates, with the words that they ask for.
pub struct Templates {
    tera: Tera,
    site: Value,
    labels: markdown::Labels,
    parts: Parts,
}

impl Templates {
    /// Reads the templates of a theme.
    pub fn read(theme: &Theme<'_>, plan: &Plan<'_>, diagnostics: &mut Diagnostics) -> Result<Self, Stopped> {
        let mut tera = Tera::new();
        let catalogue = Arc::clone(&plan.catalogue);
        tera.register_function("t", move |kwargs: Kwargs, _: &State| phrase(&catalogue, &kwargs));
        tera.register_function("qr", |kwargs: Kwargs, _: &State| -> TeraResult<Value> {
            Ok(Value::safe_string(&qr::svg(kwargs.must_get::<&str>("address")?)))
        });
        tera.register_function("spark", |kwargs: Kwargs, _: &State| -> TeraResult<Value> {
            Ok(Value::safe_string(&spark::svg(&kwargs.deserialize::<Sparked>()?.spark)))
        });
        let templates: Vec<(&str, &str)> = theme.texts("templates").collect();
        let site = Value::try_from_serializable(&plan.site);
        let read =
            tera.add_raw_templates(templates).and(site).map_err(|error| complaint("templates", &error));
        let drawn = read.and_then(|site| {
            let parts = Parts::draw(&plan.pages, &|name, context| component(&tera, name, context))?;
            Ok((site, parts))
        });
        match drawn {
            Ok((site, parts)) => {
                Ok(Self { tera, site, labels: markdown::Labels::of(&plan.catalogue), parts })
            }
            Err(complaint) => {
                diagnostics.push(complaint);
                Err(Stopped)
            }
        }
    }

    /// Draws one page.
    pub fn page(&self, page: &Page<'_>) -> Result<Vec<u8>, Diagnostic> {
        let template = page.content.template();
        let body = page.body.as_ref().map_or(Ok(String::new()), |body| self.body(body, &page.root))?;
        let charts = page.charts.iter().map(|(name, spec)| (name.as_ref(), figure(name, spec)));
        let sheet = Sheet {
            site: &self.site,
            root: &page.root,
            head: &page.head,
            page: &page.content,
            parts: self.parts.of(&page.content, &page.root),
            body: Value::safe_string(&body),
            toc: page.body.as_ref().map(toc).unwrap_or_default(),
            charts: charts.collect(),
        };
        let context = Context::from_serialize(&sheet).map_err(|error| complaint(template, &error))?;
        let mut bytes = Vec::with_capacity(16 * 1024);
        self.tera.render_to(template, &context, &mut bytes).map_err(|error| complaint(template, &error))?;
        Ok(bytes)
    }

    /// Draws what was found as it stands among the results, with a mark where the way to the root goes.
    pub fn found(&self, entry: &SearchEntry) -> Result<String, Diagnostic> {
        if let Some(card) = &entry.card {
            return Ok(self.parts.card(card).to_owned());
        }
        let mut context = Context::new();
        context.insert("root", &ROOT);
        context.insert("title", &entry.title);
        context.insert("href", &entry.href);
        context.insert("about", &entry.about);
        component(&self.tera, "found_item", &context)
    }

    fn body(&self, body: &Body<'_>, root: &str) -> Result<String, Diagnostic> {
        markdown::render(body, root, &self.labels, &mut |name, figure| self.bound_figure(name, figure, root))
    }

    /// Draws a bound figure by the theme's own components, so that it looks as it does elsewhere.
    fn bound_figure(
        &self,
        name: &str,
        figure: &crate::plan::BoundFigure,
        root: &str,
    ) -> Result<String, Diagnostic> {
        use crate::plan::BoundFigure;
        let mut context = Context::new();
        let component = match figure {
            BoundFigure::Chart(spec) => {
                context.insert("chart", &self::figure(name, spec));
                "chart"
            }
            BoundFigure::Table(table) => {
                context.insert("root", root);
                context.insert("table", table);
                "grid"
            }
            BoundFigure::Findings(findings) => {
                context.insert("root", root);
                context.insert("items", findings);
                "finding_list"
            }
        };
        self::component(&self.tera, component, &context)
    }
}

/// Draws a component by itself.
fn component(tera: &Tera, name: &str, context: &Context) -> Result<String, Diagnostic> {
    tera.render_component(name, context, None, true).map_err(|error| complaint(name, &error))
}

fn figure<'a>(name: &str, spec: &'a ChartSpec) -> Figure<'a> {
    Figure {
        title: &spec.title,
        subtitle: &spec.subtitle,
        svg: Value::safe_string(&chart::draw(spec, name).svg),
    }
}

fn toc(body: &Body<'_>) -> Vec<TocItem> {
    let item = |heading: &crate::model::Heading| TocItem {
        level: heading.level,
        title: body.title(heading),
        anchor: heading.anchor.clone(),
    };
    body.headings.iter().filter(|heading| heading.level <= 3).map(item).collect()
}

/// `t(key="…", n=…)`: a phrase of the theme. A missing phrase is a mistake of the theme.
fn phrase(catalogue: &Catalogue, kwargs: &Kwargs) -> TeraResult<String> {
    let key = kwargs.must_get::<&str>("key")?;
    let mut args: Vec<(&str, Arg<'_>)> = Vec::new();
    for (name, value) in kwargs.iter() {
        let Some(name) = name.as_str().filter(|name| *name != "key") else { continue };
        let arg = match (value.as_i64(), value.as_str()) {
            (Some(number), _) => Arg::Number(number),
            (None, Some(text)) => Arg::Text(text.into()),
            (None, None) => Arg::Text(value.to_string().into()),
        };
        args.push((name, arg));
    }
    catalogue
        .find(key, &args)
        .ok_or_else(|| tera::Error::message(format!("no phrase `{key}` in the catalogue")))
}

/// A mistake of a template, with its file, line and column.
fn complaint(template: &str, error: &tera::Error) -> Diagnostic {
    let (path, message) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let at = report.span();
            (format!("{}:{}:{}", report.filename(), at.start_line, at.start_col), report.message().to_owned())
        }
        other => (template.to_owned(), other.to_string()),
    };
    Diagnostic::path(&codes::TEMPLATE, format!("themes/templates/{path}")).with("message", message)
}
