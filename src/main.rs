//! The program: brings the arguments and the terminal to the commands, and ends with their exit code.

use std::io::{IsTerminal, Write, stderr, stdout};
use std::process::ExitCode;

use metodbank::cli::{Colour, Exit, Voice, run};

fn main() -> ExitCode {
    let colour = if stderr().is_terminal() && stdout().is_terminal() { Colour::Ansi } else { Colour::Plain };
    let (mut out, mut err) = (stdout().lock(), stderr().lock());
    let mut voice = Voice { out: &mut out, err: &mut err, colour };
    let exit = run(std::env::args_os().skip(1), &mut voice).unwrap_or_else(|error| {
        // Nobody listens any more (`… | head`): that is no failure of ours, and there is nowhere to say it.
        let broken_pipe = error.kind() == std::io::ErrorKind::BrokenPipe;
        if !broken_pipe {
            let _ = writeln!(stderr(), "{error}");
        }
        if broken_pipe { Exit::Done } else { Exit::Refused }
    });
    ExitCode::from(exit as u8)
}
