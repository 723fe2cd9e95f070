//! The gas model against worked answers, closed forms and its own laws.

use leakdrill::lab::cases::run_folder;
use std::path::Path;

#[test]
fn every_reference_case_agrees() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/reference");
    let reports = run_folder(&folder).expect("the reference cases can be read");
    for report in &reports {
        println!(
            "{:36} p {:.1e} m {:.1e} event {:.1e} T {:.1e} K, {} values, {}",
            report.case,
            report.max_pressure_error_rel,
            report.max_mass_error_rel,
            report.max_event_error_rel,
            report.max_temperature_error_k,
            report.compared,
            if report.passed { "within" } else { "OUT" },
        );
        if !report.passed {
            println!("   first {:?}\n   worst {:?}", report.first_failure, report.worst);
        }
    }
    assert!(reports.iter().all(|report| report.passed));
}
