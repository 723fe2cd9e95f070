//! Published events and the closed forms of the equations: ours, as the very network of a drill gives it, beside theirs.
//!
//! A figure that was used to choose a number of the model *calibrates* it and proves nothing; the others *check*. Each
//! says from what volume and formula it comes, and how far it may be off before the report fails: wide where the
//! published figure is a round one, narrow where it is a law.

use super::cabin::{BROCHURE_M3, CABIN_K, area_mm2, cabin, decay_s, kg_per_mmhg, run};
use super::row::{Kind, Row, Section, Theirs};
use crate::sim::gas::Thermal;
use crate::units::{DAY_S, Kelvin, MMHG_PA};

const MMHG_PER_PSI: f64 = 51.714_932_57;
/// Effective area of the hole of August 2018, mm2, in the brochure's volume.
const MS09_MM2: f64 = 1.028;
/// Effective area of Zvezda's crack in the spring of 2021, mm2.
const PRK_MM2: f64 = 0.0538;
/// Free volume of Zvezda's tunnel, m3.
const PRK_M3: f64 = 6.0;

/// A row with a number beside it.
fn row(name: &str, ours: f64, theirs: f64, unit: &'static str, tolerance: f64) -> Row {
    Row::new(name, ours, Theirs::Value(theirs), unit, tolerance)
}

/// Every published event.
pub fn section() -> Section {
    let mut rows = air_lost();
    rows.extend(tunnel());
    rows.extend(false_trends());
    Section {
        id: "events",
        title: "Published events",
        about:
            "Isothermal at 22.2 °C with air of 21 % oxygen unless said. What calibrates proves nothing; what checks \
                was not used for any choice. Not reproduced, because they contradict the orifice equation itself: \
                \"20 cm kills in 20 s\" (it takes 63 s to 490 mmHg in 916 m3), \"1 cm takes 630 m3 from 1.0 to 0.3 atm \
                in 10 h 15 min\" (that needs a discharge coefficient of 1.3), and the 35 minutes quoted beside the \
                Shuttle's 0.1 psi/min (its own rate gives 67)."
                .into(),
        rows,
    }
}

fn air_lost() -> Vec<Row> {
    let ms09 = |from| cabin(from, BROCHURE_M3, MS09_MM2);
    let hole = |from, volume, mm, cd| cabin(from, volume, area_mm2(mm, cd));
    let window_mm2 = 1.3 / kg_per_mmhg(425.0) / cabin(760.0, 425.0, 1.0).fall_mmhg(86_400);
    vec![
        row("reserve time of the 2018 leak", ms09(749.0).linear_reserve_s() / DAY_S, 18.0, "days", 0.01)
            .by("(749 - 490 mmHg) over the fall in 916 m3 through 1.03 mm2 effective; it is how 490 was inferred")
            .says(Kind::Calibrates, "news of 30 August 2018; 0.6 mmHg/h on the space-to-ground loop"),
        row("rate of the 2018 leak", ms09(745.0).fall_mmhg(3600), 0.6, "mmHg/h", 0.01)
            .by("fall in an hour, 916 m3, 1.03 mm2 effective")
            .says(Kind::Calibrates, "\"leak rate is .6mm per hour\", space-to-ground loop"),
        row(
            "reserve time at the rate seen in the night of 2018",
            (749.0 - 490.0) / (ms09(745.0).fall_mmhg(3600) * 0.8 / 0.6) / 24.0,
            13.3,
            "days",
            0.02,
        )
        .by("the linear rule at 0.8 mmHg/h, 916 m3")
        .says(Kind::Checks, "RIA, 30 August 2018: 0.8 mmHg where 0.5 is permitted; 13.3 days by the rule"),
        row(
            "how much longer the air truly lasts",
            ms09(745.0).true_reserve_s() / ms09(745.0).linear_reserve_s() - 1.0,
            0.22,
            "",
            0.05,
        )
        .by("ln(P/490) P / (P - 490) - 1 for choked flow: the rule is 18 % shorter than the truth; stepped to 490 mmHg")
        .says(Kind::ClosedForm, "facts 2.2: 0.342 against 0.419"),
        row(
            "one-inch hole in the complete station",
            hole(745.0, BROCHURE_M3, 25.4, 0.8).linear_reserve_s() / 60.0,
            65.0,
            "minutes",
            0.02,
        )
        .by("linear rule to 490 mmHg, 916 m3, 25.4 mm, discharge coefficient 0.8")
        .says(
            Kind::Checks,
            "\"unacceptable levels in just one hour\" (Orbital Debris Quarterly, Oct 1999); 65 min by the rule",
        ),
        row("hole of 0.6 cm", hole(745.0, BROCHURE_M3, 6.0, 1.0).linear_reserve_s() / 3600.0, 14.0, "h", 0.12)
            .by("linear rule, 916 m3, discharge coefficient 1")
            .says(Kind::Checks, "\"life-threatening in 14 hours\" (space.stackexchange 56011)"),
        row(
            "third-of-an-inch hole in the Shuttle",
            hole(760.0, 76.5, 25.4 / 3.0, 0.8).fall_mmhg(60) / MMHG_PER_PSI,
            0.1,
            "psi/min",
            0.06,
        )
        .by("fall in the first minute, 76.5 m3, 8.47 mm, discharge coefficient 0.8")
        .says(Kind::Checks, "Shuttle flight rules as quoted: 0.1 psi/min in 2,703 cubic feet"),
        row("hose of the window, 2004", cabin(760.0, 425.0, window_mm2).fall_mmhg(18 * 86_400), 36.0, "mmHg", 0.08)
            .by(format!("1.3 kg/day from 425 m3 (station of 2004) through {window_mm2:.3} mm2, for 18 days"))
            .says(Kind::Checks, "14.7 to 14.0 psi from 22 December 2003 to 9 January 2004 (Spaceflight Now)"),
        row("repressurisation from Progress", rise_by_oxygen_mmhg(735.0, 15.9), 10.0, "mmHg", 0.01)
            .by("15.9 of its 52 kg of oxygen into 916 m3")
            .says(Kind::Checks, "30 August 2018: pressure raised by 10 mmHg from Progress MS-09 (Interfax)"),
        row("all oxygen of Progress", rise_by_oxygen_mmhg(735.0, 52.0), 32.7, "mmHg", 0.01)
            .by("52 kg into 916 m3")
            .says(Kind::ClosedForm, "load of Progress MS-09: 52 kg (der-orion.com); ideal gas"),
    ]
}

fn tunnel() -> Vec<Row> {
    let shut = |from| cabin(from, PRK_M3, PRK_MM2);
    vec![
        row("Zvezda's tunnel with its hatch shut, 11.5 h", shut(730.0).after_mmhg(41_400), 678.0, "mmHg", 0.002)
            .by("from 730 mmHg, 6 m3, 0.054 mm2 effective")
            .says(Kind::Calibrates, "spring 2021: 730 to 678 mmHg in 11.5 h"),
        row("Zvezda's tunnel with its hatch shut, 18 h", shut(730.0).after_mmhg(64_800), 620.0, "mmHg", 0.07)
            .by("from 730 mmHg, the same hole; the crack was not the same each night")
            .says(Kind::Checks, "spring 2021: 730 to 620 mmHg in 18 h"),
        row("Zvezda's tunnel with its hatch shut, 2.5 days", shut(728.0).after_mmhg(216_000), 465.0, "mmHg", 0.08)
            .by("from 728 mmHg, the same hole")
            .says(Kind::Checks, "February and March 2021: 728 to 465 mmHg in about 2.5 days"),
        row(
            "Zvezda's leak with the hatch open",
            cabin(730.0, BROCHURE_M3, PRK_MM2).fall_mmhg(86_400) * kg_per_mmhg(BROCHURE_M3),
            1.4,
            "kg/day",
            0.36,
        )
        .by("what 0.054 mm2 takes from 916 m3 in a day")
        .says(Kind::Checks, "press of September 2020: 1.4 kg a day; fits of all published decays give 0.9 to 1.5"),
    ]
}

fn false_trends() -> Vec<Row> {
    vec![
        row("a kelvin of the whole cabin", warmed_mmhg(745.0, 1.0), 2.52, "mmHg", 0.002)
            .by("745 mmHg at 295.35 K, one kelvin warmer")
            .says(Kind::ClosedForm, "ideal gas at constant mass; the false rise of September 2020"),
        row(
            "a patch that holds nine tenths, in the whole station",
            cabin(745.0, BROCHURE_M3, 0.1 * MS09_MM2).fall_mmhg(43_200),
            0.72,
            "mmHg in 12 h",
            0.02,
        )
        .by("0.103 mm2 from 916 m3 for twelve hours: no more than 0.29 K of cooling")
        .says(Kind::ClosedForm, "facts 6.2: 0.06 mmHg/h"),
        row(
            "a patch that holds nine tenths, behind the shut Rassvet hatch",
            cabin(745.0, 25.0, 0.1 * MS09_MM2).fall_mmhg(3600),
            2.2,
            "mmHg/h",
            0.02,
        )
        .by("0.103 mm2 from 25 m3 for an hour")
        .says(Kind::ClosedForm, "facts 6.2: the smallest closed volume is the check"),
    ]
}

/// Exact solutions.
pub fn closed_forms() -> Section {
    let area = area_mm2(2.0, 1.0);
    let tau = decay_s(100.0, area);
    // The last end of a plan of 64 ticks within ten days, after six that grow to it (1 + 2 + ... + 32 ticks); between its
    // ends a plan is a straight line.
    let day = 10.0 * DAY_S - 1.0;
    let between = day + 32.0;
    let adiabatic = 1.0 + 0.2 * day / tau;
    let seventh = adiabatic * adiabatic * adiabatic * adiabatic * adiabatic * adiabatic * adiabatic;
    let vessel = cabin(760.0, 100.0, area);
    let cooled = run(vessel.network(Thermal::Adiabatic), day as u32);
    let rows = vec![
        row("isothermal decay to vacuum", vessel.after_mmhg(day as u32), 760.0 * libm::exp(-day / tau), "mmHg", 1e-9)
            .by("p0 exp(-t/tau), tau = V / (CdA Psi sqrt(R T / M)); 100 m3, 2 mm, ten days but a second, where a plan ends"),
        row("the same, half-way through a plan", vessel.after_mmhg(between as u32), 760.0 * libm::exp(-between / tau), "mmHg", 1e-7)
            .by("32 s later: how far the straight line of a plan lies above the curve"),
        row("adiabatic decay, pressure", cooled.pressure(0).mmhg(), 760.0 / seventh, "mmHg", 1e-3)
            .by("p0 (1 + 0.2 t/tau)^-7; 100 m3, 2 mm, ten days"),
        row("adiabatic decay, temperature", cooled.temperature(0).0, CABIN_K / (adiabatic * adiabatic), "K", 1e-3)
            .by("T0 (1 + 0.2 t/tau)^-2; the same"),
        row("what a square millimetre lets through", 1e3 * 100.0 / decay_s(100.0, 1.0), 0.1994, "L/s per mm2", 3e-3)
            .by("Psi sqrt(R T / M) at 295.35 K: the volume that a choked orifice takes a second; 0.1994 is for air with its argon"),
        row("mass of air that is 1 mmHg", kg_per_mmhg(BROCHURE_M3), 1.44, "kg", 5e-3).by("M p V / (R T), 916 m3"),
    ];
    let rows = rows.into_iter().map(|row| row.says(Kind::ClosedForm, "exact solution")).collect();
    Section { id: "closed-forms", title: "Closed forms", about: "Exact solutions of the same equations.".into(), rows }
}

/// Holes by diameter: mm, linear reserve time, time to 490 mmHg, both in hours; no time to 490 where it is months.
const HOLES: [(f64, f64, Option<f64>); 14] = [
    (0.5, 116.0 * 24.0, None),
    (1.0, 29.0 * 24.0, None),
    (1.28, 17.7 * 24.0, Some(21.7 * 24.0)),
    (2.0, 7.2 * 24.0, Some(8.9 * 24.0)),
    (3.0, 3.2 * 24.0, Some(3.9 * 24.0)),
    (5.0, 27.8, Some(34.0)),
    (6.35, 17.2, Some(21.1)),
    (10.0, 6.95, Some(8.5)),
    (15.0, 3.1, Some(3.8)),
    (20.0, 1.74, Some(2.1)),
    (25.4, 65.0 / 60.0, Some(79.0 / 60.0)),
    (50.0, 16.7 / 60.0, Some(20.0 / 60.0)),
    (65.0, 9.9 / 60.0, Some(12.0 / 60.0)),
    (100.0, 4.2 / 60.0, Some(5.1 / 60.0)),
];

/// The table of holes by diameter.
pub fn holes() -> Section {
    let mut rows = Vec::new();
    for (mm, linear_h, true_h) in HOLES {
        let cabin = cabin(745.0, BROCHURE_M3, area_mm2(mm, 0.8));
        let linear = row(&format!("{mm} mm, by the rule"), cabin.linear_reserve_s() / 3600.0, linear_h, "h", 0.025);
        rows.push(linear.by("(745 - 490 mmHg) over the fall of the first second"));
        if let Some(true_h) = true_h {
            let name = format!("{mm} mm, in fact");
            rows.push(row(&name, cabin.true_reserve_s() / 3600.0, true_h, "h", 0.03).by("stepped to 490 mmHg"));
        }
    }
    Section {
        id: "holes",
        title: "Reserve time by diameter of the hole",
        about: "916 m3, 745 mmHg, 295.35 K, discharge coefficient 0.8.".into(),
        rows: rows.into_iter().map(|row| row.says(Kind::ClosedForm, "facts 4.2, to its two digits")).collect(),
    }
}

fn rise_by_oxygen_mmhg(from_mmhg: f64, oxygen_kg: f64) -> f64 {
    let mut network = cabin(from_mmhg, BROCHURE_M3, 0.0).network(Thermal::Isothermal);
    network.set_source(0, [oxygen_kg / 3600.0, 0.0, 0.0, 0.0]);
    run(network, 3600).pressure(0).mmhg() - from_mmhg
}

fn warmed_mmhg(from_mmhg: f64, kelvin: f64) -> f64 {
    let mut network = cabin(from_mmhg, BROCHURE_M3, 0.0).network(Thermal::Isothermal);
    network.set_temperature(0, Kelvin(CABIN_K + kelvin));
    run(network, 1).pressure(0).0 / MMHG_PA - from_mmhg
}
