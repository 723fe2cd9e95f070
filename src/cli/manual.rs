//! `leakdrill man` and `leakdrill completions`: made from the arguments and the table of verbs, so that they never lag.

use super::args::Cli;
use super::exit::{Exit, Stop};
use super::out::Out;
use crate::drill::grammar;
use crate::store::{Home, home};
use crate::words::en::command as say;
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
    roff.text([roman(say::MANUAL_ORDERS)]);
    for row in grammar::verbs() {
        roff.control("TP", []).text([bold(row.form())]).text([roman(verb_help(row.verb))]);
    }
    roff.control("SH", ["FILES"]);
    for line in files() {
        roff.text([roman(line)]).control("br", []);
    }
    roff.control("SH", ["EXIT STATUS"]);
    for line in say::EXITS {
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
    let mut text = format!("{}\n", say::FILES);
    for line in files() {
        text += &format!("  {line}\n");
    }
    text += &format!("\n{}\n", say::EXIT_CODES);
    for line in say::EXITS {
        text += &format!("  {line}\n");
    }
    text
}

/// What follows the options in `run --help`: the grammar of orders.
pub fn orders_help() -> String {
    let mut text = say::ORDERS_ABOVE.to_owned();
    for row in grammar::verbs() {
        text += &format!("  {}\n      {}\n", row.form(), verb_help(row.verb));
    }
    text += say::ORDERS_BELOW;
    text
}

/// Where things are kept on this machine.
fn files() -> Vec<String> {
    let mut lines = match Home::find() {
        Ok(home) => {
            let line = |what: &str, path: std::path::PathBuf| format!("{what:<14} {}", path.display());
            let [records, missions, config] = say::KEPT;
            vec![line(records, home.records()), line(missions, home.missions()), line(config, home.config())]
        }
        Err(error) => vec![say::no_home(&error.to_string())],
    };
    lines.push(say::kept_under(home::VARIABLE));
    lines
}
