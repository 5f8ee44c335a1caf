//! The house and the walk through it; the picture is in `ARCHITECTURE.md`, which follows.
//!
#![doc = include_str!("ARCHITECTURE.md")]

// The rooms, in the order in which data walks through them; rustfmt would sort a plain list of modules.
pub mod diag;

pub mod words;

pub mod source;

pub mod model;

pub mod check;

pub mod analysis;

pub mod plan;

pub mod render;

pub mod write;

pub mod serve;

pub mod cli;

use std::path::{Path, PathBuf};

use diag::{Diagnostic, Diagnostics, Stopped, codes};
use model::{Dates, Model, Overrides};
use plan::{Plan, Renewed, Withdrawn};
use render::output::Output;
use source::{HeadStart, Sources, Theme};
use write::Changes;

/// What is asked of a build.
#[derive(Clone, Debug)]
pub struct Request {
    /// The project's folder.
    pub root: PathBuf,
    /// What the command line says in place of `site.toml`.
    pub overrides: Overrides,
}

/// What a build did.
#[derive(Debug)]
pub struct Receipt {
    /// Files read.
    pub files: usize,
    /// Records by the key of their phrase.
    pub records: Vec<(&'static str, usize)>,
    /// Pages that people can open.
    pub pages: usize,
    /// What of people is asked for and not published.
    pub withdrawn: Vec<Withdrawn>,
    /// Whether a register holds the published addresses: without one a page may vanish unnoticed.
    pub has_register: bool,
    /// What changed in the output.
    pub changes: Changes,
}

/// The whole house: reads the project and publishes the site, all at once or not at all.
pub fn build(
    request: &Request,
    out: &Path,
    diagnostics: &mut Diagnostics,
) -> (Sources, Result<Receipt, Stopped>) {
    write::recover(out, diagnostics);
    write::refuse_unsafe(&request.root, out, diagnostics);
    let (sources, receipt) = walk(request, diagnostics, |site, sources, (model, plan), diagnostics| {
        let changes = write::sync(site, out, diagnostics)?;
        let (files, records, withdrawn) = (sources.count(), records(model), plan.withdrawn.clone());
        let has_register = model.addresses.is_some();
        Ok(Receipt { files, records, pages: site.pages(), withdrawn, has_register, changes })
    });
    (sources, receipt)
}

/// The same judgement, and nothing written.
pub fn judge(request: &Request, diagnostics: &mut Diagnostics) -> Sources {
    preview(request, diagnostics, |_, _, _| ())
}

/// The same judgement; a site without errors is shown from memory, and nothing is written.
pub fn preview(
    request: &Request,
    diagnostics: &mut Diagnostics,
    show: impl FnOnce(&dyn Output, &Sources, &Diagnostics),
) -> Sources {
    let (sources, _stopped) = walk(request, diagnostics, |site, sources, _, diagnostics| {
        show(site, sources, diagnostics);
        Ok(())
    });
    sources
}

/// The same judgement; for a site without errors, its register of addresses as it should be. Nothing is written.
pub fn renewed(request: &Request, diagnostics: &mut Diagnostics) -> (Sources, Result<Renewed, Stopped>) {
    walk(request, diagnostics, |_, sources, (model, plan), _| {
        Ok(plan::renew(model.addresses.as_ref(), &plan.pages, sources))
    })
}

/// The row of rooms, from the first door to the last but one.
fn walk<T>(
    request: &Request,
    diagnostics: &mut Diagnostics,
    then: impl FnOnce(&render::Drawing<'_>, &Sources, (&Model, &Plan<'_>), &mut Diagnostics) -> Result<T, Stopped>,
) -> (Sources, Result<T, Stopped>) {
    let history = HeadStart::of(&request.root);
    let sources = source::read(&request.root, diagnostics);
    let outcome = draw((&sources, history), request, diagnostics, |site, decided, diagnostics| {
        then(site, &sources, decided, diagnostics)
    });
    (sources, outcome)
}

fn draw<T>(
    (sources, history): (&Sources, HeadStart),
    request: &Request,
    diagnostics: &mut Diagnostics,
    then: impl FnOnce(&render::Drawing<'_>, (&Model, &Plan<'_>), &mut Diagnostics) -> Result<T, Stopped>,
) -> Result<T, Stopped> {
    let mut model = model::lower(sources, &request.overrides, diagnostics);
    check::run(&model, sources, diagnostics);
    let theme = theme(sources, &model, diagnostics)?;
    let phrases = plan::phrases(&theme, &model.site.language, diagnostics);
    diagnostics.stop_on_errors()?;
    let phrases = phrases.ok_or(Stopped)?;
    let analysis = analysis::analyze(&model);
    learn_dates(&mut model, history, diagnostics);
    let plan = plan::lay_out(&model, &analysis, sources, &phrases, diagnostics);
    let site = render::render(&plan, &theme, sources, diagnostics)?;
    diagnostics.stop_on_errors()?;
    then(&site, (&model, &plan), diagnostics)
}

/// Takes the dates of git where the settings ask for them; without git the texts keep those that they say themselves.
fn learn_dates(model: &mut Model, history: HeadStart, diagnostics: &mut Diagnostics) {
    let Dates::Git { asked } = model.site.dates else { return };
    match history.finish() {
        Ok(history) => model.learn(history),
        Err(none) => diagnostics.push(Diagnostic::at(&codes::NO_HISTORY, asked).with("reason", none.key())),
    }
}

fn theme<'a>(
    sources: &'a Sources,
    model: &Model,
    diagnostics: &mut Diagnostics,
) -> Result<Theme<'a>, Stopped> {
    Theme::of(sources, &model.site.theme).ok_or_else(|| {
        let folder = format!("themes/{}", model.site.theme);
        diagnostics.push(Diagnostic::path(&codes::MISSING_FILE, &folder).with("file", &folder));
        Stopped
    })
}

fn records(model: &Model) -> Vec<(&'static str, usize)> {
    let programmes = || model.programmes.iter().map(|(_, programme)| &programme.value);
    let observations = programmes().flat_map(|programme| programme.collections.values());
    vec![
        ("record-practices", model.practices.len()),
        ("record-indicators", programmes().map(|programme| programme.indicators.len()).sum()),
        ("record-values", observations.map(|collection| collection.observations.len()).sum()),
        ("record-organisations", model.organisations.len()),
        ("record-recommendations", model.recommendations.len()),
        ("record-documents", model.documents.len()),
        ("record-reports", model.reports.len()),
    ]
}
