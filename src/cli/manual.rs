//! `leakdrill man` and `leakdrill completions`: made from the arguments and the table of verbs, so that they never lag.

use super::args::Cli;
use super::exit::{Exit, Stop};
use super::out::Out;
use crate::drill::grammar;
use crate::store::{Home, home};
use crate::words::verb_help;
use clap::CommandFactory;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use std::io::Write;

/// Prints the manual page: one page for everything.
pub fn man(out: &mut Out) -> Result<Exit, Stop> {
    let command = Cli::command();
    let page = Man::new(command.clone()).section("1").manual("Leakdrill");
    page.render_title(out)?;
    page.render_name_section(out)?;
    page.render_synopsis_section(out)?;
    page.render_description_section(out)?;
    let mut roff = Roff::new();
    roff.control("SH", ["COMMANDS"]);
    for command in command.get_subcommands().filter(|c| c.get_name() != "help") {
        let usage = command.clone().bin_name(format!("leakdrill {}", command.get_name())).render_usage().to_string();
        let usage = usage.trim_start_matches("Usage: ").to_owned();
        roff.control("TP", []).text([bold(usage)]);
        roff.text([roman(command.get_about().map(ToString::to_string).unwrap_or_default())]);
        for arg in command.get_arguments().filter(|a| !matches!(a.get_id().as_str(), "help" | "version")) {
            let Some(help) = arg.get_help() else { continue };
            let name = match (arg.get_long(), arg.get_value_names()) {
                (Some(long), Some(value)) if arg.get_action().takes_values() => format!("--{long} {}", value[0]),
                (Some(long), _) => format!("--{long}"),
                (None, _) => arg.get_id().as_str().to_uppercase(),
            };
            roff.control("br", []).text([bold(name), roman(format!("  {help}"))]);
        }
    }
    roff.control("SH", ["ORDERS"]);
    roff.text([roman(
        "One order a line, in files, palette, plain mode and records alike: [T+HH:MM:SS] WHO VERB WHAT. A # begins a \
         comment. Words may be in either case and cut short while only one can be meant.",
    )]);
    for row in grammar::verbs() {
        roff.control("TP", []).text([bold(row.form())]).text([roman(verb_help(row.verb))]);
    }
    roff.control("SH", ["FILES"]);
    for line in files() {
        roff.text([roman(line)]).control("br", []);
    }
    roff.control("SH", ["EXIT STATUS"]);
    for line in EXITS {
        roff.text([roman(*line)]).control("br", []);
    }
    roff.to_writer(out)?;
    page.render_version_section(out)?;
    out.flush()?;
    Ok(Exit::Done)
}

/// Prints completions.
pub fn completions(shell: clap_complete::Shell, out: &mut Out) -> Result<Exit, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "leakdrill", &mut script);
    out.write_all(&script)?;
    Ok(Exit::Done)
}

/// What follows the options in `--help`: the files, and the exit codes.
pub fn after_help() -> String {
    let mut text = String::from("Files:\n");
    for line in files() {
        text += &format!("  {line}\n");
    }
    text += "\nExit codes:\n";
    for line in EXITS {
        text += &format!("  {line}\n");
    }
    text
}

/// What follows the options in `run --help`: the grammar of orders.
pub fn orders_help() -> String {
    let mut text = String::from(
        "Orders, one a line; a time before one is optional, # begins a comment; WHO is a crew member, crew or ground:\n  \
         T+00:10:00 feustel close ga-rassvet\n\n",
    );
    for row in grammar::verbs() {
        text += &format!("  {}\n      {}\n", row.form(), verb_help(row.verb));
    }
    text += "\nA DURATION is written 90s, 5m, 11.3h, 2d, 1h30m or 00:10:00; a HOLE h1, h2 and so on.\n\
             With --orders -, a line with a time alone runs the drill on to it.\n";
    text
}

const EXITS: &[&str] = &[
    "0  done",
    "1  the answer is no: from verify, check, score and validate; or a record is damaged",
    "2  it cannot be used: bad arguments, a file that cannot be opened",
];

/// Where things are kept on this machine.
fn files() -> Vec<String> {
    let mut lines = match Home::find() {
        Ok(home) => {
            let line = |what: &str, path: std::path::PathBuf| format!("{what:<14} {}", path.display());
            vec![
                line("records", home.records()),
                line("your missions", home.missions()),
                line("configuration", home.config()),
            ]
        }
        Err(error) => vec![format!("no home folder can be found: {error}")],
    };
    lines.push(format!("All of them lie under {} when it is set.", home::VARIABLE));
    lines
}
