//! The commands: arguments in, exit codes out; assembles all other rooms.
//!
//! A command is a file with one function that takes its arguments and the output and returns an [`Exit`], or a [`Stop`]
//! with a sentence for stderr. It may know every room. It has, on purpose, no rules of its own: what a command can do
//! must be possible for a program that uses the library.
//!
//! stdout carries answers, stderr everything else; with `--format json` stdout is one JSON document. A reader that goes
//! away ends nothing and is no error. Start at [`args`] (the contract), then [`exit`] (the one table of codes), then
//! [`run`].

pub mod args;
mod author;
mod certified;
mod check;
mod debrief;
pub mod exit;
mod export;
mod going_on;
mod lines;
mod list;
mod manual;
mod missions;
mod orders;
mod out;
mod plain;
mod play;
mod records;
mod report;
mod run;
mod score;
mod seed;
mod sweep;
mod trace;
mod validate;
mod validate_page;
mod validate_text;
mod verify;
mod watch;
mod winners;

use args::{Cli, Command};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, FromArgMatches};
pub use exit::{Exit, Stop};
use out::Out;
use std::io::Write;
use std::process::ExitCode;

/// Runs the program.
pub fn main() -> ExitCode {
    crate::tui::bug::watch();
    ExitCode::from(start().code())
}

fn start() -> Exit {
    let command = Cli::command()
        .after_help(manual::after_help())
        .mut_subcommand("run", |run| run.after_long_help(manual::orders_help()));
    let parsed = command.try_get_matches().and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => return refuse(&error),
    };
    let mut out = Out::new();
    let answer = match cli.command {
        Some(command) => act(&command, &mut out),
        None => play::title(),
    };
    match answer.and_then(|exit| Ok(out.flush().map(|()| exit)?)) {
        Ok(exit) => exit,
        Err(stop) => {
            exit::tell(&stop);
            stop.exit()
        }
    }
}

fn act(command: &Command, out: &mut Out) -> Result<Exit, Stop> {
    match command {
        Command::Play(args) => play::run(args, out),
        Command::Run(args) => run::run(args, out),
        Command::List(args) => list::run(args, out),
        Command::Check(args) => check::run(args, out),
        Command::New(args) => author::new(args, out),
        Command::Schema(args) => author::schema(args, out),
        Command::Watch(args) => watch::run(args),
        Command::Verify(args) => verify::run(args, out),
        Command::Score(args) => score::run(args, out),
        Command::Debrief(args) => debrief::run(args, out),
        Command::Export(args) => export::run(args, out),
        Command::Compare(args) => debrief::compare(args, out),
        Command::Sweep(args) => sweep::run(args, out),
        Command::Validate(args) => validate::run(args, out),
        Command::Completions { shell } => manual::completions(*shell, out),
        Command::Man => manual::man(out),
    }
}

/// Arguments that cannot be used, or help and version, which clap tells in the same way. It knows what was nearly right
/// among its own words; a mission where a command belongs is told here.
fn refuse(error: &clap::Error) -> Exit {
    // If stderr is gone, there is nobody left to tell.
    let _ = error.print();
    if let (ErrorKind::InvalidSubcommand, Some(ContextValue::String(word))) =
        (error.kind(), error.get(ContextKind::InvalidSubcommand))
        && crate::mission::library::find(word).is_some()
    {
        anstream::eprintln!("{}", crate::words::en::command::is_a_mission(word));
    }
    if error.exit_code() == 0 { Exit::Done } else { Exit::Unusable }
}
