//! Caution and warning: which alarms ring, from telemetry alone.
//!
//! Thresholds are facts 2.3 and 2.1 where published (724 mmHg, 146 mmHg oxygen, 24 %), model choices otherwise
//! (facts 2.3: the on-board rate threshold is not public).

use super::alarm::{Alarm, AlarmClass, AlarmKind};
use super::digest::Digester;
use super::event::Event;
use super::ids::SensorId;
use super::layout::{Layout, Quantity, Sensor};
use super::telemetry::Feed;
use crate::units::Tick;

/// Fall in the last minute that is an emergency, mmHg.
const RAPID_MMHG_MIN: f64 = 1.0;
/// Fall over ten minutes that is an emergency, mmHg.
const RAPID_MMHG_10MIN: f64 = 5.0;
/// Fall over ten minutes that is a warning, mmHg: 0.2 a minute.
const FALLING_MMHG_10MIN: f64 = 2.0;
/// Fall over an hour that is a caution, mmHg.
const TREND_MMHG_H: f64 = 0.5;
/// Low pressures, mmHg.
pub const LOW_MMHG: f64 = 724.0;
/// Below this a warning is due, mmHg.
pub const VERY_LOW_MMHG: f64 = 700.0;
/// Oxygen, mmHg (2.82 psi).
pub const OXYGEN_LOW_MMHG: f64 = 146.0;
/// Carbon dioxide, mmHg.
const CO2_HIGH_MMHG: f64 = 6.0;
/// Share of oxygen that feeds a fire.
const OXYGEN_SHARE: f64 = 0.24;
/// Cabin temperature, °C (Soyuz specification 18 to 25, with margin).
const WARM_C: f64 = 30.0;
const COLD_C: f64 = 14.0;
/// An alarm's cause must be away so long before it clears, s.
const CLEARS_S: u64 = 120;

/// The alarms.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Caution {
    alarms: Vec<(Alarm, Tick)>,
}

impl Caution {
    /// Those that ring or last, worst first.
    pub fn alarms(&self) -> impl Iterator<Item = &Alarm> {
        self.alarms.iter().map(|(alarm, _)| alarm)
    }

    /// Something has not been acknowledged.
    pub fn rings(&self) -> bool {
        self.alarms().any(|a| !a.acknowledged)
    }

    /// The tones fall silent; what has lost its cause goes. Says whether anything rang.
    pub fn acknowledge(&mut self) -> bool {
        let rang = self.rings();
        for (alarm, _) in &mut self.alarms {
            alarm.acknowledged = true;
        }
        self.alarms.retain(|(alarm, _)| alarm.active);
        rang
    }

    /// Raises an alarm, unless it is up already; says whether it is new.
    pub fn raise(&mut self, kind: AlarmKind, sensor: Option<SensorId>, now: Tick, events: &mut Vec<Event>) -> bool {
        if let Some((alarm, seen)) = self.alarms.iter_mut().find(|(a, _)| a.kind == kind) {
            *seen = now;
            // Its cause is back before anybody has acknowledged it: it rings on, and the log says so.
            if !std::mem::replace(&mut alarm.active, true) {
                events.push(Event::Alarm { kind, sensor });
            }
            return false;
        }
        let alarm = Alarm { kind, sensor, since: now, acknowledged: false, active: true };
        let at = self.alarms.partition_point(|(a, _)| (a.kind.class(), a.kind) <= (kind.class(), kind));
        self.alarms.insert(at, (alarm, now));
        events.push(Event::Alarm { kind, sensor });
        true
    }

    /// The crew presses the button: the alarm sounds, and sounds again once it has been acknowledged.
    pub fn press(&mut self, now: Tick, events: &mut Vec<Event>) {
        let kind = AlarmKind::CrewDepress;
        if !self.raise(kind, None, now, events)
            && let Some((alarm, _)) = self.alarms.iter_mut().find(|(a, _)| a.kind == kind)
        {
            (alarm.since, alarm.acknowledged) = (now, false);
            events.push(Event::Alarm { kind, sensor: None });
        }
    }

    /// Watches telemetry, every ten seconds. Says whether an emergency began. What has left with a vehicle is not heard.
    pub fn watch(
        &mut self,
        layout: &Layout,
        aboard: &[bool],
        feeds: &[Feed],
        now: Tick,
        events: &mut Vec<Event>,
    ) -> bool {
        let mut emergency = false;
        let falls_fast = self.alarms().any(|a| a.kind == AlarmKind::RapidDepress && a.active);
        let here = |(_, (sensor, _)): &(usize, (&Sensor, &Feed))| aboard[sensor.compartment.ix()];
        for (ix, (sensor, feed)) in layout.sensors.iter().zip(feeds).enumerate().filter(here) {
            let Some(value) = feed.value(sensor, now) else { continue };
            let mut raise = |kind: AlarmKind| {
                let new = self.raise(kind, Some(SensorId::at(ix)), now, events);
                emergency |= new && kind.class() == AlarmClass::Emergency;
            };
            match sensor.quantity {
                Quantity::Pressure => {
                    // The history has whole minutes, so what lies so many of them back is up to 59 s older: the fall
                    // since then counts for its share, or half a millimetre a minute would pass for a whole one.
                    let fell = |minutes: u64| {
                        let share = (60 * minutes) as f64 / (60 * minutes + now.0 % 60) as f64;
                        feed.ago(minutes as usize).map_or(0.0, |before: f64| (before - value) * share)
                    };
                    if fell(1) >= RAPID_MMHG_MIN || fell(10) >= RAPID_MMHG_10MIN {
                        raise(AlarmKind::RapidDepress);
                    } else if fell(10) >= FALLING_MMHG_10MIN {
                        raise(AlarmKind::PressureFalling);
                    } else if fell(60) >= TREND_MMHG_H {
                        raise(AlarmKind::PressureTrend);
                    }
                    if value < VERY_LOW_MMHG {
                        raise(AlarmKind::PressureVeryLow);
                    } else if value < LOW_MMHG {
                        raise(AlarmKind::PressureLow);
                    }
                }
                Quantity::Oxygen => {
                    if value < OXYGEN_LOW_MMHG {
                        raise(AlarmKind::OxygenLow);
                    }
                    // Its sensor is slower than the one for the pressure: while that falls fast their quotient is none.
                    if !falls_fast
                        && let Some(total) = same_place_pressure(layout, feeds, ix, now)
                        && value > OXYGEN_SHARE * total
                    {
                        raise(AlarmKind::OxygenFraction);
                    }
                }
                Quantity::CarbonDioxide if value > CO2_HIGH_MMHG => raise(AlarmKind::CarbonDioxideHigh),
                Quantity::Temperature if !(COLD_C..=WARM_C).contains(&value) => raise(AlarmKind::Temperature),
                Quantity::CarbonDioxide | Quantity::Temperature => {}
            }
        }
        self.clear(now, events);
        emergency
    }

    /// Alarms whose cause has been away for long enough are no longer active; acknowledged ones go.
    fn clear(&mut self, now: Tick, events: &mut Vec<Event>) {
        for (alarm, seen) in &mut self.alarms {
            let lasts = matches!(alarm.kind, AlarmKind::CrewDepress | AlarmKind::EquipmentOff);
            if alarm.active && !lasts && now.since(*seen) > CLEARS_S {
                alarm.active = false;
                events.push(Event::AlarmCleared { kind: alarm.kind });
            }
        }
        self.alarms.retain(|(alarm, _)| alarm.active || !alarm.acknowledged);
    }

    /// Lets go of an alarm that nothing measures.
    pub fn stand_down(&mut self, kind: AlarmKind, events: &mut Vec<Event>) {
        if let Some((alarm, _)) = self.alarms.iter_mut().find(|(a, _)| a.kind == kind && a.active) {
            alarm.active = false;
            events.push(Event::AlarmCleared { kind });
        }
    }

    /// Adds its state to a digest.
    pub fn digest(&self, d: &mut Digester) {
        for (alarm, seen) in &self.alarms {
            d.u8(alarm.kind as u8);
            d.tick(alarm.since);
            d.tick(*seen);
            d.u8(u8::from(alarm.acknowledged) << 1 | u8::from(alarm.active));
        }
    }
}

/// What the pressure sensor beside sensor `ix` shows, or the first one on board.
fn same_place_pressure(layout: &Layout, feeds: &[Feed], ix: usize, now: Tick) -> Option<f64> {
    let place = layout.sensors[ix].compartment;
    let pressure = |i: usize| layout.sensors[i].quantity == Quantity::Pressure;
    let beside = (0..feeds.len()).find(|&i| pressure(i) && layout.sensors[i].compartment == place);
    let any = beside.or_else(|| (0..feeds.len()).find(|&i| pressure(i)))?;
    feeds[any].value(&layout.sensors[any], now)
}
