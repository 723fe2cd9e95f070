//! A small mission made by hand: three compartments in a row, one person, one hole.

use leakdrill::mission::Mission;
use leakdrill::mission::model::{Action, Condition, ExamRules, HoleSpec, Rubric, ScoreItem, ScriptEvent};
use leakdrill::sim::gas::Masses;
use leakdrill::sim::ids::*;
use leakdrill::sim::item::Item;
use leakdrill::sim::layout::*;
use leakdrill::units::{CubicMetres, CubicMetresPerSecond, Kelvin, Pascals, SquareMetres, Tick};
use std::sync::Arc;

pub const ANN: PersonId = PersonId(0);

/// Three compartments in a row, `a - b - boat`, and one person in `a` whose liner is in the boat.
pub fn layout() -> Arc<Layout> {
    let compartment = |id: &str, vehicle| Compartment {
        id: id.into(),
        name: id.into(),
        label: id.into(),
        segment: SegmentId(0),
        owner: Owner::Nasa,
        volume: CubicMetres(50.0),
        air: Masses::from_pressure(
            Pascals::from_mmhg(745.0),
            Kelvin(295.0),
            CubicMetres(50.0),
            [0.21, 0.78, 0.004, 0.006],
        ),
        temperature: Kelvin(295.0),
        walls_w_k: 100.0,
        leak: SquareMetres(0.0),
        transit_s: 10,
        cell: (0, 0),
        hull: Hull { area: SquareMetres(40.0), faces: [1.0 / 6.0; 6], shield: Shield::Usos },
        vehicle,
    };
    let hatch = |id: &str, a: u16, b: u16| Hatch {
        id: id.into(),
        between: [CompartmentId(a), CompartmentId(b)],
        kind: HatchKind::Russian,
        open: true,
        area: SquareMetres(0.5),
        cd: 0.6,
        seal: SquareMetres(0.0),
        valve: SquareMetres(1e-5),
        swings_into: None,
        closes_s: 30,
        opens_s: 30,
        imv: CubicMetresPerSecond(0.0),
        fan: None,
        obstruction: None,
        flow_sensor: false,
    };
    Arc::new(Layout {
        id: "row".into(),
        title: "Row".into(),
        about: String::new(),
        sources: vec![],
        segments: vec![Segment { id: "all".into(), name: "All".into(), ground: Ground::Houston }],
        compartments: vec![compartment("a", None), compartment("b", None), compartment("boat", Some(VehicleId(0)))],
        hatches: vec![hatch("a-b", 0, 1), hatch("b-boat", 1, 2)],
        vehicles: vec![Vehicle {
            id: "boat".into(),
            name: "Boat".into(),
            kind: VehicleKind::Soyuz,
            docked_by: HatchId(1),
            compartments: vec![CompartmentId(2)],
            casts_off: vec![],
            seats: 3,
            undocks_s: 60,
        }],
        equipment: vec![],
        tanks: vec![],
        sensors: vec![Sensor {
            id: "p".into(),
            compartment: CompartmentId(0),
            quantity: Quantity::Pressure,
            resolution: 0.1,
            lag_s: 1.0,
        }],
        stock: [(Item::Gauge, 1), (Item::Detector, 1), (Item::Tape, 4), (Item::Sealant, 4)]
            .map(|(item, count)| Stock { item, compartment: CompartmentId(1), count })
            .to_vec(),
        crew: vec![Member {
            id: "ann".into(),
            name: "Ann".into(),
            label: "Ann".into(),
            agency: "NASA".into(),
            vehicle: Some(VehicleId(0)),
            compartment: CompartmentId(0),
            asleep: false,
            carries: vec![],
        }],
    })
}

/// A drill of one hour: at 100 s a hole opens in `a`.
pub fn mission(items: Vec<ScoreItem>) -> Mission {
    Mission {
        name: "hand".into(),
        text: "".into(),
        station_text: None,
        title: "By hand".into(),
        brief: String::new(),
        skill: String::new(),
        difficulty: 1,
        sources: vec![],
        seed: Some(1),
        certified: vec![],
        start_unix_s: 0,
        time_limit: Tick(3600),
        exam: ExamRules { pauses: 0, max_speed: 1 },
        layout: layout(),
        level: leakdrill::mission::level::Level::default(),
        settings: vec![],
        script: vec![ScriptEvent {
            name: "hole".into(),
            when: Condition::At(Tick(100)),
            chance: 1.0,
            repeat_s: None,
            at_most: 1,
            actions: vec![Action::Hole(HoleSpec {
                name: "hole".into(),
                places: vec![(CompartmentId(0), 1.0)],
                cd_area_mm2: (2.0, 2.0),
                looks_mm: None,
                crack: false,
                from_outside: true,
                blind: false,
                findable: 1.0,
            })],
        }],
        messages: vec![],
        strikes: None,
        strike_rates: std::sync::OnceLock::new(),
        rubric: Rubric { items, pass_mark: 0.7 },
        hints: vec![],
        card: vec![],
        held_below_mmhg_h: 0.05,
    }
}
