//! A cabin to draw: a station file, and a console made up over it.

use leakdrill::mission::model::{CardStep, Condition as When, ExamRules, Hint, Mission, Rubric};
use leakdrill::sim::alarm::{Alarm, AlarmKind};
use leakdrill::sim::console::{
    Condition, Console, EquipmentView, HatchState, HatchView, HoleView, JobView, KnownPressure, PersonView, SensorView,
    TankView, VehicleView, Viewpoint,
};
use leakdrill::sim::ids::*;
use leakdrill::sim::item::{Item, Items};
use leakdrill::sim::layout::*;
use leakdrill::sim::order::Task;
use leakdrill::tui::feed::{Feed, Voice};
use leakdrill::tui::history::{History, Mark};
use leakdrill::tui::view::{Hand, Note, Rate, View};
use leakdrill::units::*;
use std::sync::Arc;

pub struct Fixture {
    pub mission: Mission,
    pub console: Console,
    pub history: History,
    pub feed: Feed,
    pub hand: Hand,
    pub card: Vec<bool>,
    pub hints: Vec<u16>,
    pub rate: Rate,
}

impl Fixture {
    pub fn view(&self) -> View<'_> {
        View {
            mission: &self.mission,
            layout: &self.mission.layout,
            console: &self.console,
            history: &self.history,
            feed: &self.feed,
            hints: &self.hints,
            card: &self.card,
            pending: &[],
            hand: &self.hand,
            rate: self.rate,
            keys: leakdrill::tui::taught::defaults(),
            motion: None,
        }
    }

    /// The night of the leak, the Rassvet hatch shut, six people at work.
    pub fn iss() -> Self {
        let layout = station("iss-2018-08-30");
        let mut fixture = quiet(layout, "Two millimetres in MS-09");
        let f = &mut fixture;
        let now = Tick::hms(7, 14, 20);
        f.console.tick = now;
        let place = |f: &Fixture, id: &str| f.mission.layout.find_compartment(id).unwrap();
        for (i, id) in ["poisk", "poisk", "poisk", "rassvet", "ms09-bo", "rassvet"].iter().enumerate() {
            f.console.crew[i].at = place(f, id);
        }
        let shut = f.mission.layout.find_hatch("ga-rassvet").unwrap();
        f.console.hatches[shut.ix()].state = HatchState::Shut;
        let moving = f.mission.layout.find_hatch("poisk-ms08").unwrap();
        f.console.hatches[moving.ix()].state = HatchState::Moving(0.4);
        for sensor in &mut f.console.sensors {
            if f.mission.layout.sensors[sensor.sensor.ix()].quantity == Quantity::Pressure {
                sensor.value = Some(743.1);
                sensor.per_hour_10min = Some(0.0);
            }
        }
        let job = |task, done_s, left_s| Some(JobView { task, walking_to: None, done_s, left_s });
        f.console.crew[1].job = job(Task::Close(moving), 20, Some(40));
        f.console.crew[3].job = job(Task::Measure(None), 160, None);
        f.console.crew[3].needle_mmhg = Some(741.25);
        f.console.crew[3].stopwatch = Some((Tick(now.0 - 150), 742.0));
        f.console.crew[4].job = job(Task::Listen, 60, Some(190));
        f.console.crew[5].carries.add(Item::Tape, 6);
        f.console.crew[5].carries.add(Item::Gauge, 1);
        f.console.alarms.push(Alarm {
            kind: AlarmKind::PressureTrend,
            sensor: Some(SensorId(1)),
            since: Tick(now.0 - 4330),
            acknowledged: false,
            active: true,
        });
        let rassvet = place(f, "rassvet");
        f.console.pressures[rassvet.ix()] = Some(KnownPressure { mmhg: 741.25, at: now, by_hand: Some(PersonId(3)) });
        let bo = place(f, "ms09-bo");
        f.console.pressures[bo.ix()] =
            Some(KnownPressure { mmhg: 741.5, at: Tick(now.0 - 900), by_hand: Some(PersonId(4)) });
        f.feed.say(Tick(now.0 - 80), Voice::Ground, "Moscow", "MS-09 crew, report your gauge at 06:20.");
        f.feed.say(Tick(now.0 - 20), Voice::Ground, "Houston", "Station side is holding on our telemetry.");
        f.hand.person = PersonId(4);
        f.hand.place = bo;
        f.rate.speed = 10;
        trend(f, now);
        fixture
    }

    /// The trainer at its start.
    pub fn trainer() -> Self {
        let mut fixture = quiet(station("trainer"), "First drill");
        fixture.card = vec![true, false, false];
        fixture.hints = vec![0];
        let now = Tick(95);
        fixture.console.tick = now;
        trend(&mut fixture, now);
        fixture
    }

    /// Somebody found it.
    pub fn with_hole(mut self) -> Self {
        let at = self.console.crew[0].at;
        self.console.holes.push(HoleView {
            found: FoundId(0),
            at,
            looks_mm: 2.0,
            crack: false,
            through: None,
            from_outside: None,
            finger: None,
            taped: None,
            patched: None,
            coats: 0,
            coated: None,
            tacky: false,
            blister: false,
            lost: false,
        });
        self.hand.note = Some(Note { text: "Lind tapes hole 1 at once; 2:00".into(), refused: false });
        self
    }
}

fn trend(f: &mut Fixture, now: Tick) {
    let real = f.console.clone();
    for t in (0..=now.0).step_by(60) {
        let mut c = real.clone();
        c.tick = Tick(t);
        for s in &mut c.sensors {
            s.value = s.value.map(|v| if v > 700.0 { v + 3.0 * (1.0 - t as f64 / now.0 as f64) } else { v });
        }
        if t < 20_000 {
            for h in &mut c.hatches {
                h.state = HatchState::Open;
            }
        }
        f.history.keep(&c);
        f.history.watch_doors(&c);
    }
    f.history.mark(Tick(20_000.min(now.0 / 2)), Mark::Shut);
}

pub fn quiet(layout: Layout, title: &str) -> Fixture {
    let n = layout.compartments.len();
    let console = Console {
        tick: Tick(0),
        viewpoint: Viewpoint::Crew,
        sensors: layout
            .sensors
            .iter()
            .enumerate()
            .map(|(i, s)| SensorView {
                sensor: SensorId::at(i),
                value: Some(match s.quantity {
                    Quantity::Pressure => 745.0,
                    Quantity::Oxygen => 156.0,
                    Quantity::CarbonDioxide => 2.9,
                    Quantity::Temperature => 22.4,
                }),
                per_hour_10min: Some(-0.6),
                per_hour_1h: Some(-0.5),
            })
            .collect(),
        pressures: (0..n)
            .map(|i| {
                let read = layout.sensors.iter().any(|s| s.compartment.ix() == i && s.quantity == Quantity::Pressure);
                read.then_some(KnownPressure { mmhg: 745.0, at: Tick(0), by_hand: None })
            })
            .collect(),
        hatches: layout
            .hatches
            .iter()
            .enumerate()
            .map(|(i, h)| HatchView {
                hatch: HatchId::at(i),
                state: if h.open { HatchState::Open } else { HatchState::Shut },
                since: Tick(0),
                valve_open: false,
                obstructed: h.obstruction.is_some(),
                jammed: false,
                flow_into: None,
                gone: false,
            })
            .collect(),
        crew: layout
            .crew
            .iter()
            .enumerate()
            .map(|(i, m)| PersonView {
                who: PersonId::at(i),
                at: m.compartment,
                condition: Condition::Well,
                job: None,
                queue: Vec::new(),
                carries: Items::default(),
                mask_s: None,
                hose_s: None,
                suited: false,
                seated: None,
                liner: m.vehicle,
                needle_mmhg: None,
                stopwatch: None,
                timed: None,
                committed: None,
                exposure: 0.0,
            })
            .collect(),
        vehicles: (0..layout.vehicles.len())
            .map(|i| VehicleView { vehicle: VehicleId::at(i), docked: true, degraded: false })
            .collect(),
        equipment: (0..layout.equipment.len())
            .map(|i| EquipmentView { equipment: EquipmentId::at(i), on: true, broken: false })
            .collect(),
        tanks: layout
            .tanks
            .iter()
            .enumerate()
            .map(|(i, t)| TankView { tank: TankId::at(i), left_kg: t.mass.0, open: false })
            .collect(),
        stock: vec![Items::default(); n],
        holes: Vec::new(),
        alarms: Vec::new(),
        leak_check: None,
        outcome: None,
    };
    let hand = Hand::new(&console);
    Fixture {
        mission: mission(layout, title),
        hand,
        console,
        history: History::default(),
        feed: Feed::default(),
        card: vec![false; 3],
        hints: Vec::new(),
        rate: Rate { speed: 1, paused: false, rushing: false, exam: false, muted: false, replay: false },
    }
}

fn mission(layout: Layout, title: &str) -> Mission {
    let step = |text: &str| CardStep { text: text.into(), done: None };
    Mission {
        name: "fixture".into(),
        text: "".into(),
        station_text: None,
        title: title.into(),
        brief: "A brief.".into(),
        skill: "the keys".into(),
        difficulty: 1,
        sources: Vec::new(),
        seed: Some(7),
        certified: Vec::new(),
        start_unix_s: 1_535_583_600,
        time_limit: Tick::hms(48, 0, 0),
        exam: ExamRules { pauses: 3, max_speed: 60 },
        layout: Arc::new(layout),
        level: leakdrill::mission::level::Level::default(),
        settings: Vec::new(),
        script: Vec::new(),
        messages: Vec::new(),
        strikes: None,
        strike_rates: std::sync::OnceLock::new(),
        rubric: Rubric { items: Vec::new(), pass_mark: 0.7 },
        hints: vec![Hint {
            when: When::At(Tick(0)),
            until: None,
            text: "The pressure falls. Press t and g: somebody takes the gauge.".into(),
        }],
        card: vec![
            step("Acknowledge the alarm"),
            step("Read the hand gauge and commit a reserve time"),
            step("Shut the hatch to the laboratory, and see which side falls"),
        ],
        held_below_mmhg_h: 0.3,
    }
}

/// A station that ships.
fn station(id: &str) -> Layout {
    let text = leakdrill::mission::library::station(id).unwrap().text;
    leakdrill::mission::load_station(text).unwrap()
}
