//! The true air of every compartment over time, as CSV in long form.

use super::exit::Stop;
use crate::drill::Drill;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// A trace file that is being written.
#[derive(Debug)]
pub struct Trace {
    path: PathBuf,
    to: BufWriter<File>,
    every: u64,
    /// The moment whose rows were written last.
    written: Option<u64>,
}

impl Trace {
    /// Begins a trace, a row a compartment every so many ticks.
    pub fn create(path: &Path, every: u64) -> Result<Self, Stop> {
        let stop = |error| Stop::file(path, &error);
        let mut to = BufWriter::new(File::create(path).map_err(stop)?);
        writeln!(to, "t_s,compartment,p_pa,t_k,o2_pa,n2_pa,co2_pa,h2o_pa,mass_kg").map_err(stop)?;
        Ok(Self { path: path.to_owned(), to, every, written: None })
    }

    /// The next moment, from `now` on, at which a row is due.
    pub fn due(&self, now: u64) -> u64 {
        now.div_ceil(self.every) * self.every
    }

    /// Writes the rows of this moment, if they are due or this is the last one.
    pub fn take(&mut self, drill: &Drill, last: bool) -> Result<(), Stop> {
        let now = drill.now().0;
        let due = now.is_multiple_of(self.every) || last;
        if due && self.written != Some(now) {
            self.written = Some(now);
            self.rows(drill).map_err(|error| Stop::file(&self.path, &error))?;
        }
        if last { self.to.flush().map_err(|error| Stop::file(&self.path, &error)) } else { Ok(()) }
    }

    fn rows(&mut self, drill: &Drill) -> io::Result<()> {
        let now = drill.now().0;
        let truth = drill.truth();
        for (air, compartment) in truth.air.iter().zip(&drill.mission().layout.compartments) {
            let [o2, n2, co2, h2o] = air.partial_pa;
            let (p, t, kg) = (air.pressure_pa, air.temperature_k, air.mass_kg);
            writeln!(self.to, "{now},{},{p},{t},{o2},{n2},{co2},{h2o},{kg}", compartment.id)?;
        }
        Ok(())
    }
}
