//! Modules set apart for hours: what a station loses in a day no door tells in minutes (facts 3.2, 3.3).
//!
//! Everybody to their lifeboat, then the doors from the far ends inwards; a quarter of a day; then telemetry where there
//! is some, and the pull on a door where there is none, say where it fell most. What all modules do together is the
//! weather of a station (warmth), and is taken out.

use super::{Expert, Phase, leader};
use crate::belief::Zones;
use crate::pilot::hands::Hands;
use crate::sim::ids::{CompartmentId, HatchId, PersonId};
use crate::sim::layout::{EquipmentKind, HatchKind, Quantity};
use crate::sim::order::{Act, Task};
use crate::sim::reserve::END_POINT_MMHG;
use crate::units::Tick;

/// Doors stay shut so long, s; less where one place has fallen by so much more than the others, mmHg.
const APART_S: u64 = 21_600;
const PLAIN_MMHG: f64 = 9.0;
/// A fall below that of the others that is more than gauges and warmth do, mmHg.
const TELLS_MMHG: f64 = 0.6;
/// What is not worth a door of its own, m3; what one person may breathe for that long, m3.
const SMALL_M3: f64 = 10.0;
const BREATH_M3: f64 = 25.0;
/// Longest wait for people, and for doors that are pressed shut, s.
const PATIENCE_S: u64 = 1_800;
const OPENING_S: u64 = 14_400;
/// A loss that nothing showed is taken to be no larger than this, mmHg an hour of the whole station.
const UNSEEN_MMHG_H: f64 = 0.04;

/// What is known of modules set apart.
#[derive(Clone, Debug, Default)]
pub(super) struct Apart {
    /// Doors yet to be shut, the nearest first; and the one somebody was sent to.
    doors: Vec<HatchId>,
    sent: Option<HatchId>,
    /// Volumes once all were shut, pressures then, and since when.
    zones: Option<Zones>,
    before: Vec<Option<f64>>,
    since: Tick,
    /// How pressures had changed when the doors were opened again, and after how long.
    change: Vec<Option<f64>>,
    hours: f64,
    /// What pulled at doors that were opened again, mmHg.
    felt: Vec<(HatchId, f64)>,
}

impl Apart {
    /// A hand on a door felt a difference.
    pub(super) fn feel(&mut self, h: HatchId, mmhg: f64) {
        if self.zones.is_some() && !self.felt.iter().any(|(felt, _)| *felt == h) {
            self.felt.push((h, mmhg));
        }
    }
}

impl Expert {
    pub(super) fn set_apart(&mut self, hands: &mut Hands) -> Option<Phase> {
        let now = hands.console.tick;
        match self.step {
            0 if hands.all_idle() => {
                self.apart = Apart { doors: doors_apart(hands), ..Apart::default() };
                hands.give(Act::Muster { to: None });
                self.next_step(now);
            }
            1 if self.waited(hands) > 30 && hands.all_idle() => match self.apart.doors.last().copied() {
                None => {
                    self.rest_gauges(hands);
                    self.apart.zones = Some(hands.zones.clone());
                    self.apart.before = pressures(hands);
                    self.apart.since = now;
                    self.next_step(now);
                }
                Some(h) if hands.shut(h) || self.apart.sent == Some(h) => {
                    if hands.shut(h) {
                        self.trial.push(h);
                    }
                    self.apart.doors.pop();
                }
                Some(h) => {
                    self.apart.sent = Some(h);
                    send_to_shut(hands, h);
                }
            },
            2 => {
                self.apart.change =
                    pressures(hands).iter().zip(&self.apart.before).map(|(p, q)| Some((*p)? - (*q)?)).collect();
                self.apart.hours = now.since(self.apart.since) as f64 / 3600.0;
                let plain = self.fell_most(hands).is_some_and(|(mmhg, _)| mmhg > PLAIN_MMHG);
                if plain || now.since(self.apart.since) >= APART_S {
                    self.next_step(now);
                }
            }
            3 => {
                let open = self.reopen(hands) && hands.all_idle();
                if open || self.waited(hands) > OPENING_S {
                    return Some(self.conclude(hands));
                }
            }
            0 | 1 if self.waited(hands) > 8 * PATIENCE_S => self.step = 3,
            _ => {}
        }
        None
    }

    /// A number for the whole station, and where to search.
    fn conclude(&mut self, hands: &mut Hands) -> Phase {
        let whole: f64 = hands.layout.compartments.iter().map(|c| c.volume.0).sum();
        let worst = self.fell_most(hands).filter(|(mmhg, _)| *mmhg > TELLS_MMHG);
        let mut mmhg_h = UNSEEN_MMHG_H;
        if let (Some((mmhg, zone)), Some(zones)) = (worst, &self.apart.zones) {
            self.suspects = zones.members(zone).collect();
            mmhg_h = mmhg / self.apart.hours * zones.volume_m3(hands.layout, zone) / whole;
        }
        let everybody: Vec<PersonId> = hands.aboard().collect();
        if let (Some(who), Some(mmhg)) = (leader(hands, &everybody), hands.zone_mmhg(hands.main_zone())) {
            let reserve_s = (mmhg - END_POINT_MMHG).max(1.0) / mmhg_h * 3600.0;
            self.reserve = Some((reserve_s, hands.console.tick));
            hands.give(Act::Commit { who, reserve_s });
        }
        self.belief.start_again();
        self.belief.suspect(&self.suspects);
        self.searches = 0;
        if self.suspects.is_empty() { Phase::Check } else { Phase::Search }
    }

    /// The volume that fell most below the others, and by how much, mmHg; one where machines or people move the air by
    /// themselves only where no other tells.
    fn fell_most(&self, hands: &Hands) -> Option<(f64, u16)> {
        let zones = self.apart.zones.as_ref()?;
        let layout = hands.layout;
        let shown = |zone: u16| {
            let changes: Vec<f64> = zones.members(zone).filter_map(|c| self.apart.change[c.ix()]).collect();
            (!changes.is_empty()).then(|| changes.iter().sum::<f64>() / changes.len() as f64)
        };
        let felt = |zone: u16| {
            let beyond = |(h, mmhg): &(HatchId, f64)| {
                let [a, b] = layout.hatch(*h).between.map(|c| zones.of(c));
                let other = if a == zone { b } else { a };
                (a == zone || b == zone).then(|| shown(other)).flatten().map(|change| change - mmhg)
            };
            self.apart.felt.iter().find_map(beyond)
        };
        let mut all: Vec<f64> = zones.all().filter_map(shown).collect();
        all.sort_by(f64::total_cmp);
        let usual = *all.get(all.len() / 2)?;
        let moved = |zone: u16| {
            let machines = hands.console.equipment.iter().any(|e| {
                let machine = layout.machine(e.equipment);
                let kind =
                    matches!(machine.kind, EquipmentKind::OxygenGenerator { .. } | EquipmentKind::Co2Removal { .. });
                e.on && kind && zones.of(machine.compartment) == zone
            });
            machines || hands.aboard().any(|p| hands.seat(p).is_some_and(|s| zones.of(s) == zone))
        };
        let still = zones.all().filter(|z| !moved(*z));
        still.filter_map(|z| Some((usual - shown(z).or_else(|| felt(z))?, z))).max_by(|a, b| a.0.total_cmp(&b.0))
    }
}

/// Pressures by telemetry, by compartment.
fn pressures(hands: &Hands) -> Vec<Option<f64>> {
    let mut all = vec![None; hands.layout.compartments.len()];
    for view in &hands.console.sensors {
        let sensor = hands.layout.sensor(view.sensor);
        if sensor.quantity == Quantity::Pressure {
            all[sensor.compartment.ix()] = view.value;
        }
    }
    all
}

/// The doors that set modules apart, the nearest to the lifeboats first, so that the last one is shut first: each with
/// something of size beyond it, and room to breathe around every lifeboat.
fn doors_apart(hands: &Hands) -> Vec<HatchId> {
    let layout = hands.layout;
    let seats: Vec<CompartmentId> = hands.aboard().filter_map(|p| hands.seat(p)).collect();
    let steps = |h: HatchId| {
        let sides = layout.hatch(h).between;
        let ways = seats.iter().flat_map(|s| sides.map(|c| hands.way(*s, c).map_or(usize::MAX, |way| way.len())));
        ways.min().unwrap_or(usize::MAX)
    };
    let door = |h: &HatchId| {
        matches!(layout.hatch(*h).kind, HatchKind::Russian | HatchKind::Us) && hands.open(*h) && hands.movable(*h)
    };
    let mut doors: Vec<(usize, HatchId)> =
        (0..layout.hatches.len()).map(HatchId::at).filter(door).map(|h| (steps(h), h)).collect();
    doors.sort_by(|a, b| b.cmp(a));
    let mut shut: Vec<HatchId> = Vec::new();
    for (_, h) in doors {
        let apart = Zones::with(layout, |x| x != h && !shut.contains(&x) && hands.open(x));
        let [a, b] = layout.hatch(h).between.map(|c| apart.of(c));
        let lives = |zone: u16| seats.iter().filter(|s| apart.of(**s) == zone).count();
        let room = |zone: u16| apart.volume_m3(layout, zone) > (BREATH_M3 * lives(zone) as f64).max(SMALL_M3);
        if a != b && room(a) && room(b) {
            shut.push(h);
        }
    }
    shut.reverse();
    shut
}

/// Somebody goes to the side of a door where their lifeboat is, and shuts it; nobody where it would part anybody from
/// theirs.
fn send_to_shut(hands: &mut Hands, h: HatchId) {
    let apart = Zones::with_shut(hands.layout, hands.console, h);
    let own_side = |p: PersonId| {
        let seat = hands.seat(p)?;
        let near = hands.layout.hatch(h).between.into_iter().find(|c| apart.same(seat, *c))?;
        Some((hands.walk_s(p, &[near])?, p, near))
    };
    let Some((_, who, near)) = hands.aboard().filter(|p| hands.free(*p)).filter_map(own_side).min() else { return };
    let home = |p: PersonId| p == who || hands.seat(p).is_none_or(|s| apart.same(s, hands.at(p)));
    if hands.aboard().all(home) {
        if hands.at(who) != near {
            hands.task(who, Task::Move(near));
        }
        hands.close(who, h);
    }
}
