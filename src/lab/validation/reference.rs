//! The reference cases that ship, inside the program: networks with worked answers.

use crate::lab::cases::{CaseReport, CaseText, CasesError, run_texts};

macro_rules! cases {
    ($($name:literal)*) => {
        &[$(CaseText {
            name: $name,
            case: include_str!(concat!("../../../tests/data/reference/cases/", $name, ".json")),
            table: Some(include_str!(concat!("../../../tests/data/reference/expected/", $name, ".csv"))),
        }),*]
    };
}

/// All of them.
const CASES: &[CaseText<'static>] = cases!(
    "01_single_2mm_isothermal" "02_single_2mm_adiabatic" "03_station916_2mm_cd080" "05_station916_20mm"
    "06_station916_50mm_iso" "06_station916_50mm_wall" "07_two_hatch_closes" "08_hatch_nearly_closed"
    "09_equalise_isothermal" "11_chain3_leak_at_end" "11b_chain3_open_hatches" "12_isolation_to_vacuum"
    "13_o2_feed_50kg_tank" "14_crew6_24h_no_scrub" "15_crew6_24h_scrub_and_oga" "16_temperature_plus3K"
    "18_patch_90pct" "20_imv_mixing_co2" "22b_iss16_leak_only" "31_equalise_adiabatic" "32_equalise_hatch_wide"
    "33_vacuum_module" "34_vacuum_module_adiabatic" "35_two_holes_three_rooms" "36_hatch_linear" "37_tiny_20mm"
    "38_tiny_50mm_adiabatic" "39_soyuz_50mm_hatch" "40_ring_ajar" "41_ring_open" "42_mixing_temperatures"
    "43_mixing_wall" "44_crew_caps" "45_wall_equalise" "46_backpressure" "47_temperature_two" "48_iss_everything"
    "49_iss_ajar"
);

/// Runs all of them.
pub fn run() -> Result<Vec<CaseReport>, CasesError> {
    run_texts(CASES, include_str!("../../../tests/data/reference/expected/index.json"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_the_folder() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/reference/cases");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
            .collect();
        files.sort();
        assert_eq!(files, CASES.iter().map(|case| case.name).collect::<Vec<_>>());
    }
}
