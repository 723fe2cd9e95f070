//! What `validate` found, as a page for a browser that needs no network.

use crate::lab::cases::{CaseReport, Place};
use crate::lab::published::{Kind, Published};
use maud::{DOCTYPE, Markup, PreEscaped, html};

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}\
    table{border-collapse:collapse;width:100%;margin:1rem 0}td,th{border-bottom:1px solid #ccc;padding:.3rem .6rem;\
    text-align:left;vertical-align:top}td.n{text-align:right;font-variant-numeric:tabular-nums}.no{color:#b00020;\
    font-weight:bold}";

/// The page.
pub fn page(cases: &[CaseReport], events: &[Published]) -> Markup {
    let verdict = |passed: bool| html! { @if passed { td { "ok" } } @else { td.no { "fails" } } };
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                title { "Leakdrill: our numbers beside theirs" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { "Our numbers beside theirs" }
                h2 { "Published events and closed forms" }
                table {
                    tr { th { "what" } th { "ours" } th { "theirs" } th { "unit" } th { "kind" } th { "source" } th {} }
                    @for event in events {
                        tr {
                            td { (event.name) br; small { (event.how) } }
                            td.n { (format!("{:.4}", event.ours)) }
                            td.n { (format!("{:.4}", event.theirs)) }
                            td { (event.unit) } td { (kind(event.kind)) } td { (event.source) } (verdict(event.passed))
                        }
                    }
                }
                @if !cases.is_empty() {
                    h2 { "Reference cases" }
                    p { "Largest errors, as a share of the value." }
                    table {
                        tr { th { "case" } th { "pressure" } th { "mass" } th { "moments" } th { "temperature, K" } th {} }
                        @for case in cases {
                            tr {
                                td { (case.case) @if let Some(place) = &case.first_failure { br; small { (failure(place)) } } }
                                td.n { (format!("{:.1e}", case.max_pressure_error_rel)) }
                                td.n { (format!("{:.1e}", case.max_mass_error_rel)) }
                                td.n { (format!("{:.1e}", case.max_event_error_rel)) }
                                td.n { (format!("{:.3}", case.max_temperature_error_k)) }
                                (verdict(case.passed))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Whether a figure was used for a choice, is independent, or is exact.
pub const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Calibrates => "calibrates",
        Kind::Checks => "checks",
        Kind::ClosedForm => "exact",
    }
}

fn failure(place: &Place) -> String {
    let ours = place.ours.map_or_else(|| "it never came".to_owned(), |ours| format!("ours {ours}"));
    format!(
        "{} at {} s: {ours}, expected {}, {:.1} times what is allowed",
        place.what, place.time_s, place.expected, place.times_allowed
    )
}
