//! From the truth to what can be known: the one place where a [`Console`] is made, and with it all that passes an
//! instrument. Evidence for the record is made here too.

use super::console::*;
use super::gas::Species;
use super::gauge::to_step;
use super::ids::{CompartmentId, EquipmentId, FoundId, HatchId, PersonId, SensorId, TankId, VehicleId};
use super::layout::Quantity;
use super::sample::{AirSample, PersonSample, Sample};
use super::station::Station;

impl Station {
    /// What `viewpoint` can know. `rates` tells whether computed rates are shown (an exam hides them).
    pub fn console(&self, viewpoint: Viewpoint, rates: bool) -> Console {
        Console {
            tick: self.now,
            viewpoint,
            sensors: self.sensor_views(rates),
            pressures: self.known_pressures(viewpoint),
            hatches: self.hatch_views(),
            crew: (0..self.crew.len()).map(|ix| self.person_view(PersonId::at(ix))).collect(),
            vehicles: self
                .ships
                .iter()
                .enumerate()
                .map(|(ix, s)| VehicleView { vehicle: VehicleId::at(ix), docked: s.docked, degraded: s.degraded })
                .collect(),
            equipment: self
                .support
                .machines
                .iter()
                .enumerate()
                .map(|(ix, m)| EquipmentView { equipment: EquipmentId::at(ix), on: m.on, broken: m.broken })
                .collect(),
            tanks: self
                .support
                .tanks
                .iter()
                .enumerate()
                .map(|(ix, t)| TankView { tank: TankId::at(ix), left_kg: to_step(t.left.0, 0.1), open: t.open })
                .collect(),
            stock: self.stock.clone(),
            holes: (0..self.found.len()).map(|ix| self.hole_view(FoundId::at(ix))).collect(),
            alarms: self.caution.alarms().copied().collect(),
            leak_check: self.last_check.map(|c| CheckView {
                at: c.at,
                ended: c.ended,
                fell_mmhg: c.fell_mmhg,
                over_s: c.over_s,
                needs_s: self.check_needs_s(c.volume_m3),
                holds: c.holds,
                fresh: c.ended >= self.worked,
            }),
            outcome: None,
        }
    }

    fn sensor_views(&self, rates: bool) -> Vec<SensorView> {
        let feeds = self.feeds.iter().zip(&self.layout.sensors).enumerate();
        feeds
            .map(|(ix, (feed, sensor))| SensorView {
                sensor: SensorId::at(ix),
                value: if self.aboard[sensor.compartment.ix()] { feed.value(sensor, self.now) } else { None },
                per_hour_10min: if rates { feed.per_hour(10) } else { None },
                per_hour_1h: if rates { feed.per_hour(60) } else { None },
            })
            .collect()
    }

    /// The newest of hand gauge and telemetry, by compartment. The ground does not see the hand gauge.
    fn known_pressures(&self, viewpoint: Viewpoint) -> Vec<Option<KnownPressure>> {
        let mut known = match viewpoint {
            Viewpoint::Crew => self.known.clone(),
            Viewpoint::Ground => vec![None; self.known.len()],
        };
        for (feed, sensor) in self.feeds.iter().zip(&self.layout.sensors) {
            if sensor.quantity == Quantity::Pressure
                && self.aboard[sensor.compartment.ix()]
                && let Some(mmhg) = feed.value(sensor, self.now)
            {
                let by_hand_now = known[sensor.compartment.ix()].is_some_and(|k| k.at == self.now);
                if !by_hand_now {
                    known[sensor.compartment.ix()] = Some(KnownPressure { mmhg, at: self.now, by_hand: None });
                }
            }
        }
        known
    }

    fn hatch_views(&self) -> Vec<HatchView> {
        let doors = self.doors.iter().enumerate();
        doors
            .map(|(ix, d)| HatchView {
                hatch: HatchId::at(ix),
                state: match d.position {
                    p if p >= 1.0 && d.speed == 0.0 => HatchState::Open,
                    p if p <= 0.0 && d.speed == 0.0 => HatchState::Shut,
                    p => HatchState::Moving(p),
                },
                since: d.since,
                valve_open: d.valve_open,
                obstructed: d.obstructed,
                jammed: d.known_jammed && d.jammed,
                flow_into: d.flow_into,
                gone: d.gone,
            })
            .collect()
    }

    fn person_view(&self, who: PersonId) -> PersonView {
        let p = &self.crew[who.ix()];
        PersonView {
            who,
            at: p.at,
            condition: p.condition,
            job: p.job.as_ref().map(|j| JobView {
                task: j.task,
                walking_to: j.path.steps.first().copied(),
                done_s: j.done_s,
                left_s: j.left_s,
            }),
            queue: p.queue.iter().copied().collect(),
            carries: p.carries,
            mask_s: p.mask_s,
            suited: p.suited,
            hose_s: p.fed.then_some(p.hose_s),
            seated: p.seated,
            liner: p.liner,
            needle_mmhg: self.needle(who),
            stopwatch: p.stopwatch,
            timed: p.timed,
            committed: p.committed,
            exposure: to_step(p.body.exposure(), 0.01),
        }
    }

    fn hole_view(&self, found: FoundId) -> HoleView {
        let hole = &self.holes[self.found[found.ix()].ix()];
        HoleView {
            found,
            at: hole.made.at,
            looks_mm: to_step(hole.made.looks_mm, if hole.made.looks_mm < 5.0 { 0.5 } else { 1.0 }).max(0.5),
            crack: hole.made.crack,
            through: hole.inspected.then_some(!hole.made.blind),
            from_outside: hole.inspected.then_some(hole.made.from_outside),
            finger: hole.finger,
            taped: hole.tape.map(|t| t.since),
            patched: hole.patch.map(|t| t.since),
            coats: hole.coats.map_or(0, |c| c.count),
            coated: hole.coats.map(|c| c.last),
            tacky: hole.coats.is_some_and(|c| c.tacky()),
            blister: hole.coats.is_some_and(|c| c.blister_seen),
            lost: [hole.tape, hole.patch].iter().flatten().any(|c| c.fails.is_some_and(|fails| fails <= self.now)),
        }
    }

    /// The needle of the gauge that somebody is reading, mmHg.
    pub(super) fn needle(&self, who: PersonId) -> Option<f64> {
        self.crew[who.ix()].gauge.map(|g| g.read(self.luck, who, self.now, self.gauge_bias_mmhg))
    }

    /// Notes a reading of the hand gauge.
    pub(super) fn know_by_hand(&mut self, who: PersonId, mmhg: f64) {
        let at = self.crew[who.ix()].at;
        self.known[at.ix()] = Some(KnownPressure { mmhg, at: self.now, by_hand: Some(who) });
    }

    /// A minute's evidence.
    pub fn sample(&self) -> Sample {
        let compartments = 0..self.layout.compartments.len() as u32;
        Sample {
            air: compartments
                .map(|c| {
                    let (whole, parts) = self.air.pressures(c);
                    AirSample {
                        p: to_step(whole.mmhg(), 0.001),
                        o2: to_step(parts[Species::O2.lane()].mmhg(), 0.01),
                        co2: to_step(parts[Species::CO2.lane()].mmhg(), 0.01),
                        t: to_step(self.air.temperature(c).celsius(), 0.01),
                    }
                })
                .collect(),
            sensors: self.feeds.iter().zip(&self.layout.sensors).map(|(f, s)| f.value(s, self.now)).collect(),
            crew: (0..self.crew.len())
                .map(|ix| {
                    let who = PersonId::at(ix);
                    let p = &self.crew[ix];
                    PersonSample {
                        who,
                        at: p.at,
                        condition: p.condition,
                        exposure: to_step(p.body.exposure(), 0.01),
                        needle: self.needle(who),
                    }
                })
                .collect(),
            leaked_kg: to_step(self.leaked_kg(), 0.0001),
            reserve_s: self.crew_reserve_s().map(f64::round),
        }
    }

    /// Air that has left through holes, structural leakage not counted, kg.
    pub fn leaked_kg(&self) -> f64 {
        let first = self.layout.compartments.len() as u32;
        // From zero: a sum of nothing would be minus zero.
        (0..self.holes.len() as u32).fold(0.0, |sum, ix| sum + self.air.leaked(first + ix).0)
    }

    /// Compartments that have not left with a vehicle, and are below the end point.
    pub fn compartments_lost(&self) -> usize {
        (0..self.layout.compartments.len())
            .filter(|&ix| {
                self.aboard[ix]
                    && self.air.pressure(u32::from(CompartmentId::at(ix).0)).mmhg() < super::reserve::END_POINT_MMHG
            })
            .count()
    }
}
