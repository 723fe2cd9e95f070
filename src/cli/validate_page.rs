//! What `validate` found, as a page for a browser that needs no network.

use super::validate_text::{errors, notes, number, summary, theirs};
use crate::lab::validation::{Report, Row};
use crate::sim::REVISION;
use crate::words::en::validate as say;
use maud::{DOCTYPE, Markup, PreEscaped, html};

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem}\
    table{border-collapse:collapse;width:100%;margin:1rem 0}td,th{border-bottom:1px solid #ccc;padding:.3rem .6rem;\
    text-align:left;vertical-align:top}tbody th{font-weight:400}td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}\
    .no{color:#b00020;font-weight:bold}svg{max-width:44rem}";

/// The page.
pub fn page(report: &Report, date: &str) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (say::PAGE_TITLE) }
                style { (PreEscaped(STYLE)) }
            }
            body { main {
                h1 { (say::TITLE) }
                p { (say::measured(date, REVISION)) ". " (summary(report)) }
                @for section in &report.sections {
                    h2 { (section.title) }
                    p { (section.about) }
                    @if section.id == "sky" {
                        @for plot in &report.plots { figure { (plot.svg()) figcaption { (plot.title) ". " (plot.summary) } } }
                    }
                    table {
                        caption { (section.title) }
                        thead { tr {
                            @for head in say::COLUMNS { th scope="col" { (head) } }
                        } }
                        @for row in &section.rows { (line(row)) }
                    }
                }
                h2 { (say::CASES) }
                p { (say::CASES_SHORT) }
                table {
                    caption { (say::CASES_CAPTION) }
                    thead { tr {
                        @for head in say::CASES_COLUMNS { th scope="col" { (head) } }
                    } }
                    @for case in &report.cases {
                        tr {
                            th scope="row" { (case.case) @for note in notes(case) { br; small { (note) } } }
                            @for error in errors(case) { td.n { (error) } }
                            (verdict(case.passed))
                        }
                    }
                }
            } }
        }
    }
}

fn line(row: &Row) -> Markup {
    html! {
        tr {
            th scope="row" { (row.name) @if !row.how.is_empty() { br; small { (row.how) } } }
            td.n { (number(row.ours)) }
            td.n { (theirs(row.theirs)) }
            td { (row.unit) }
            td { (row.kind.word()) }
            td { (row.source) }
            (verdict(row.passed))
        }
    }
}

fn verdict(passed: bool) -> Markup {
    html! { @if passed { td { (say::ok(true)) } } @else { td.no { (say::ok(false)) } } }
}
