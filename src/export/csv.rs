//! The trace as comma-separated values (RFC 4180), in long form: a row for each compartment and minute.

use crate::debrief::Unfinished;
use crate::replay::Record;
use crate::sim::layout::Quantity;
use std::fmt::Write;

/// The columns.
pub const HEAD: &str = "t_s,compartment,p_mmhg,o2_mmhg,co2_mmhg,t_c,shown_p_mmhg,leaked_kg,reserve_s";

/// The truth with what a pressure sensor there showed; only of a drill that is over.
pub fn csv(record: &Record) -> Result<String, Unfinished> {
    if !record.finished() {
        return Err(Unfinished);
    }
    let layout = &record.mission.layout;
    let sensor_of: Vec<Option<usize>> = (0..layout.compartments.len())
        .map(|c| layout.sensors.iter().position(|s| s.quantity == Quantity::Pressure && s.compartment.ix() == c))
        .collect();
    let mut out = format!("{HEAD}\r\n");
    for (tick, sample) in record.log.samples() {
        let reserve = sample.reserve_s.map_or_else(String::new, |s| s.to_string());
        for (ix, air) in sample.air.iter().enumerate() {
            let name = layout.compartments.get(ix).map_or("", |c| c.id.as_str());
            let sensor = sensor_of.get(ix).copied().flatten();
            let shown = sensor.and_then(|s| sample.sensors.get(s).copied().flatten());
            let shown = shown.map_or_else(String::new, |p| p.to_string());
            let _ = write!(
                out,
                "{},{},{},{},{},{},{shown},{},{reserve}\r\n",
                tick.0,
                field(name),
                air.p,
                air.o2,
                air.co2,
                air.t,
                sample.leaked_kg
            );
        }
    }
    Ok(out)
}

/// A field, quoted where it must be.
fn field(text: &str) -> String {
    if text.contains([',', '"', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}
