//! `serve`: the site in a browser on this computer, anew at every save.

use std::io::{self, ErrorKind};
use std::sync::Arc;

use crate::diag::{Diagnostic, Diagnostics};
use crate::render::output::Output;
use crate::serve::{Drawn, Headings, News, Preview, Report};
use crate::source::Sources;
use crate::words::number;
use crate::{preview, serve};

use super::arguments::{Format, Project, ServeOptions};
use super::{Colour, Exit, Phrases, Voice, report};

/// Shows the project until the process is ended.
pub fn run(options: &ServeOptions, phrases: &Phrases, voice: &mut Voice<'_>) -> io::Result<Exit> {
    let listener = match serve::listen(options.port) {
        Ok(listener) => listener,
        Err(error) => {
            let args =
                [("port", options.port.to_string().into()), ("error", format!("{:?}", error.kind()).into())];
            let busy = error.kind() == ErrorKind::AddrInUse;
            writeln!(
                voice.err,
                "{}",
                phrases.say(if busy { "serve-port-busy" } else { "serve-failed" }, &args)
            )?;
            return Ok(Exit::Usage);
        }
    };
    let headings =
        Headings { kept: phrases.say("serve-refused", &[]), nothing: phrases.say("serve-nothing", &[]) };
    let author = Author { project: options.project.clone(), phrases: phrases.again(), colour: voice.colour };
    let preview = Preview {
        root: options.project.request().root,
        build: Arc::new(move |show| author.build(show)),
        headings,
    };
    serve::run(&preview, listener, &mut |news| tell(&news, phrases, voice))?;
    Ok(Exit::Done)
}

fn tell(news: &News<'_>, phrases: &Phrases, voice: &mut Voice<'_>) -> io::Result<()> {
    match news {
        News::Open { url } => {
            writeln!(voice.out, "{}", phrases.say("serve-listening", &[("url", url.into())]))?;
            writeln!(voice.out, "{}", phrases.say("serve-stop", &[]))
        }
        News::Shown { remarks, seconds } => {
            write!(voice.err, "{remarks}")?;
            writeln!(
                voice.out,
                "{}",
                phrases.say("serve-rebuilt", &[("seconds", number(*seconds, 2).into())])
            )
        }
        News::Kept { report } => write!(voice.err, "{report}{}\n\n", phrases.say("serve-refused", &[])),
        News::Nothing { report } => write!(voice.err, "{report}{}\n\n", phrases.say("serve-nothing", &[])),
    }
}

/// Makes the site of a project, and finds words for what is wrong with it.
struct Author {
    project: Project,
    phrases: Phrases,
    colour: Colour,
}

impl Author {
    fn build(&self, show: &mut dyn FnMut(&dyn Drawn, String)) -> Result<(), Report> {
        let mut diagnostics = Diagnostics::default();
        let sources = preview(&self.project.request(), &mut diagnostics, |site, sources, diagnostics| {
            let remarks = self.words(diagnostics, sources, self.colour);
            show(&Shown { author: self, site, sources }, remarks);
        });
        if !diagnostics.has_errors() {
            return Ok(());
        }
        let words = |colour| self.words(&diagnostics, &sources, colour);
        Err(Report { terminal: words(self.colour), page: words(Colour::Plain) })
    }

    fn words(&self, diagnostics: &Diagnostics, sources: &Sources, colour: Colour) -> String {
        let mut words = Vec::new();
        // A vector takes all bytes, and all of them are text.
        let _ = report::write(diagnostics, sources, &self.phrases, (Format::Human, colour), &mut words);
        String::from_utf8_lossy(&words).into_owned()
    }
}

/// A drawn site whose complaints are words.
struct Shown<'a> {
    author: &'a Author,
    site: &'a dyn Output,
    sources: &'a Sources,
}

impl Drawn for Shown<'_> {
    fn paths(&self) -> &[String] {
        self.site.paths()
    }

    fn draw(&self, position: usize) -> Result<Vec<u8>, String> {
        let words = |complaint: Diagnostic| {
            let mut diagnostics = Diagnostics::default();
            diagnostics.push(complaint);
            self.author.words(&diagnostics, self.sources, Colour::Plain)
        };
        self.site.draw(position).map_err(words)
    }
}
