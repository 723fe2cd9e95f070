//! Medians of five, as multiples of the bound of the same run.

use crate::bound::Bound;
use crate::clock::{median, time};
use crate::subject::{Run, Subject, all};
use divan::black_box;

/// Ticks of the bound beside each measurement.
const TICKS: u32 = 40_000;

/// A subject measured.
pub struct Measured {
    /// What.
    pub subject: Subject,
    /// Its time over the bound's, median of five.
    pub ratio: f64,
}

/// Measures all: the bound's nanoseconds a step, then each subject.
pub fn measure(long: bool) -> (f64, Vec<Measured>) {
    let subjects = all(long);
    let mut runs: Vec<Run> = subjects.iter().map(|subject| (subject.make)()).collect();
    let mut bound = Bound::new();
    let mut units = Vec::new();
    let mut rounds: Vec<Vec<f64>> = vec![Vec::new(); subjects.len()];
    for _ in 0..5 {
        for ((subject, run), times) in subjects.iter().zip(&mut runs).zip(&mut rounds) {
            // The bound just before each subject: the machine's mood of that moment is in both.
            let unit = time(TICKS, || black_box(&mut bound).step());
            units.push(unit);
            times.push(run(subject.units) / unit);
        }
    }
    let measured =
        subjects.into_iter().zip(rounds).map(|(subject, times)| Measured { subject, ratio: median(times) }).collect();
    (median(units), measured)
}

/// Prints the table; with the record of eighteen days if `long`.
pub fn print(long: bool) {
    let (unit, measured) = measure(long);
    println!("{:46} {unit:9.0} ns a step, median", "plain-array bound");
    for Measured { subject, ratio } in measured {
        let bar = subject.bar.map_or_else(String::new, |bar| format!(", bar {bar:.2}"));
        println!("{:46} {:9.0} ns a {:5}  {ratio:6.2} of the bound{bar}", subject.name, ratio * unit, subject.unit);
    }
}

/// The same as JSON, for the report and its baseline.
pub fn json(long: bool) {
    let (unit, measured) = measure(long);
    let subjects: Vec<_> = measured
        .into_iter()
        .map(|Measured { subject, ratio }| {
            serde_json::json!({
                "name": subject.name, "unit": subject.unit, "bar": subject.bar, "ratio": ratio, "ns": ratio * unit,
            })
        })
        .collect();
    println!("{:#}", serde_json::json!({ "bound_ns": unit, "subjects": subjects }));
}

/// Does so many units of one subject and nothing else: for a tool that counts instructions.
pub fn once(name: &str, units: u32) {
    crate::clock::COUNTED.store(true, std::sync::atomic::Ordering::Relaxed);
    if name == "plain-array bound" {
        let mut bound = Bound::new();
        (0..units).for_each(|_| black_box(&mut bound).step());
        return;
    }
    let subject = all(true).into_iter().find(|subject| subject.name == name).expect("a subject of this name");
    black_box((subject.make)()(units));
}
