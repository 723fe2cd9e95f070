//! Orders as people type them, and as records keep them.

use leakdrill::drill::grammar::{self, GrammarError, Line, Part, duration};
use leakdrill::sim::gas::Masses;
use leakdrill::sim::ids::*;
use leakdrill::sim::item::Item;
use leakdrill::sim::layout::*;
use leakdrill::sim::order::{Act, Claim, Task, Topic};
use leakdrill::units::*;
use proptest::prelude::*;

/// A station of four compartments and two people, enough for every sentence.
pub fn station() -> Layout {
    let compartment = |id: &str, name: &str, vehicle: Option<VehicleId>| Compartment {
        id: id.into(),
        name: name.into(),
        label: name.into(),
        segment: SegmentId(0),
        owner: Owner::Nasa,
        volume: CubicMetres(40.0),
        air: Masses::default(),
        temperature: Kelvin(295.35),
        walls_w_k: 100.0,
        leak: SquareMetres(0.0),
        transit_s: 8,
        cell: (0, 0),
        hull: Hull { area: SquareMetres(60.0), faces: [1.0 / 6.0; 6], shield: Shield::Usos },
        vehicle,
    };
    let hatch = |id: &str, a: u16, b: u16, kind: HatchKind| Hatch {
        id: id.into(),
        between: [CompartmentId(a), CompartmentId(b)],
        kind,
        open: true,
        area: SquareMetres(0.5),
        cd: 0.6,
        seal: SquareMetres(0.0),
        valve: SquareMetres(0.0),
        swings_into: None,
        closes_s: 30,
        opens_s: 60,
        imv: CubicMetresPerSecond(0.0),
        fan: None,
        obstruction: None,
        flow_sensor: false,
    };
    let member = |id: &str, name: &str| Member {
        id: id.into(),
        name: name.into(),
        label: name.into(),
        agency: "NASA".into(),
        vehicle: Some(VehicleId(0)),
        compartment: CompartmentId(0),
        asleep: false,
        carries: vec![Item::Gauge],
    };
    Layout {
        id: "test".into(),
        title: "Test station".into(),
        about: String::new(),
        sources: vec![],
        segments: vec![Segment { id: "us".into(), name: "US segment".into(), ground: Ground::Houston }],
        compartments: vec![
            compartment("lab", "Destiny", None),
            compartment("unity", "Unity", None),
            compartment("rassvet", "Rassvet", None),
            compartment("ms09-bo", "MS-09 BO", Some(VehicleId(0))),
        ],
        hatches: vec![
            hatch("lab-unity", 0, 1, HatchKind::Us),
            hatch("unity-rassvet", 1, 2, HatchKind::Russian),
            hatch("rassvet-ms09", 2, 3, HatchKind::Docking),
        ],
        vehicles: vec![Vehicle {
            id: "ms09".into(),
            name: "Soyuz MS-09".into(),
            kind: VehicleKind::Soyuz,
            docked_by: HatchId(2),
            compartments: vec![CompartmentId(3)],
            casts_off: vec![],
            seats: 3,
            undocks_s: 600,
        }],
        equipment: vec![Equipment {
            id: "fan-us".into(),
            name: "US ventilation".into(),
            compartment: CompartmentId(0),
            kind: EquipmentKind::Fan,
            on: true,
            air_loss: KilogramsPerSecond(0.0),
            heat_w: 0.0,
            noise: 0.0,
        }],
        tanks: vec![Tank {
            id: "progress-o2".into(),
            name: "Progress oxygen".into(),
            gas: [1.0, 0.0, 0.0, 0.0],
            mass: Kilograms(50.0),
            rate: KilogramsPerSecond(0.001),
            compartment: CompartmentId(2),
            vehicle: None,
        }],
        sensors: vec![Sensor {
            id: "p-lab".into(),
            compartment: CompartmentId(0),
            quantity: Quantity::Pressure,
            resolution: 0.1,
            lag_s: 5.0,
        }],
        stock: vec![],
        crew: vec![member("feustel", "Andrew Feustel"), member("artemyev", "Oleg Artemyev")],
    }
}

fn read(line: &str) -> Line {
    grammar::parse(line, &station()).expect("a good line").expect("not blank")
}

fn refused(line: &str) -> GrammarError {
    grammar::parse(line, &station()).expect_err("a bad line")
}

fn task(task: Task) -> Act {
    Act::Task { who: PersonId(0), task }
}

#[test]
fn a_line_of_an_orders_file_is_read_with_its_time() {
    let line = read("T+00:10:00 feustel close lab-unity   # before the others wake");
    assert_eq!(line, Line { at: Some(Tick(600)), act: task(Task::Close(HatchId(0))) });
}

#[test]
fn blank_lines_and_comments_say_nothing() {
    for line in ["", "   ", "# nothing", "\t# nothing"] {
        assert_eq!(grammar::parse(line, &station()), Ok(None));
    }
}

#[test]
fn names_may_be_cut_short_in_either_case_and_hatches_named_from_either_side() {
    assert_eq!(read("FEU clo unity-lab").act, task(Task::Close(HatchId(0))));
    assert_eq!(read("f shut lab").act, task(Task::Close(HatchId(0))));
    assert_eq!(read("ar wake f").act, Act::Task { who: PersonId(1), task: Task::Wake(PersonId(0)) });
    assert_eq!(read("crew ack").act, Act::Acknowledge);
    assert_eq!(read("ground wake arte").act, Act::GroundWake { who: PersonId(1) });
}

#[test]
fn durations_are_read_in_every_form_and_never_guessed() {
    for (text, seconds) in [
        ("90s", 90.0),
        ("5m", 300.0),
        ("11.3h", 40_680.0),
        ("2d", 172_800.0),
        ("1h30m", 5400.0),
        ("00:10:00", 600.0),
        ("100:00:01", 360_001.0),
        ("0.5s", 0.5),
    ] {
        assert_eq!(duration::parse(text), Some(seconds), "{text}");
    }
    for text in ["", "90", "2:40", "h", "5x", "-5s", "1m1h", "1h1h", "1:60:00", "..h", "nan", "infs", "5µ", "1h30"] {
        assert_eq!(duration::parse(text), None, "{text}");
    }
}

#[test]
fn a_wrong_word_names_the_likeliest_right_one() {
    let nearest = |line: &str| match refused(line) {
        GrammarError::Unknown { nearest, .. } => nearest,
        other => panic!("{other:?}"),
    };
    assert_eq!(nearest("feustle close lab-unity").as_deref(), Some("feustel"));
    assert_eq!(nearest("feustel clsoe lab-unity").as_deref(), Some("close"));
    assert_eq!(nearest("feustel close lab-untiy").as_deref(), Some("lab-unity"));
    assert_eq!(nearest("feustel fetch gouge").as_deref(), Some("gauge"));
    assert_eq!(nearest("feustel fetch zebra"), None);
}

#[test]
fn every_way_of_being_wrong_is_told_apart() {
    assert!(matches!(refused("feustel"), GrammarError::Missing { part: Part::Verb(_), .. }));
    assert!(matches!(refused("T+00:00:10"), GrammarError::Missing { part: Part::Subject, .. }));
    assert!(matches!(refused("feustel close"), GrammarError::Missing { part: Part::Arg(_), form: Some(_), .. }));
    assert!(matches!(refused("10:00 feustel listen"), GrammarError::Unknown { part: Part::Time, .. }));
    assert!(matches!(refused("T+10:00 feustel listen"), GrammarError::Unknown { part: Part::Time, .. }));
    assert!(matches!(refused("feustel cl lab-unity"), GrammarError::Ambiguous { .. }));
    assert!(matches!(refused("crew close lab-unity"), GrammarError::WrongSubject { verb: "close", .. }));
    assert!(matches!(refused("feustel muster"), GrammarError::WrongSubject { verb: "muster", .. }));
    assert!(matches!(refused("feustel measure 31d"), GrammarError::TooLong { .. }));
    assert!(matches!(refused("feustel listen here"), GrammarError::Unwanted { .. }));
    assert!(matches!(refused("feustel tape h0"), GrammarError::Unknown { .. }));
}

#[test]
fn every_verb_of_the_table_can_be_written_and_read() {
    let station = station();
    for row in grammar::verbs() {
        let mut line = match row.subject {
            grammar::Subject::Person => "feustel".to_string(),
            grammar::Subject::Crew => "crew".to_string(),
            grammar::Subject::Ground => "ground".to_string(),
        };
        line += &format!(" {}", row.name);
        for arg in row.args.iter().chain(&row.optional) {
            line += &format!(" {}", grammar::choices(*arg, &station)[0]);
        }
        let act = grammar::parse(&line, &station).unwrap().unwrap().act;
        let written = grammar::write(&act, &station);
        assert_eq!(written.split(' ').nth(1), Some(row.name), "{line}");
    }
}

fn any_task() -> impl Strategy<Value = Task> {
    let holes = any::<u16>().prop_map(FoundId);
    let hatches = (0..3u16).prop_map(HatchId);
    let people = (0..2u16).prop_map(PersonId);
    let items = (0..8usize).prop_map(|ix| Item::ALL[ix]);
    let vehicle = Just(VehicleId(0));
    prop_oneof![
        (0..4u16).prop_map(|c| Task::Move(CompartmentId(c))),
        hatches.clone().prop_map(Task::Close),
        hatches.clone().prop_map(Task::Open),
        hatches.clone().prop_map(Task::Equalise),
        hatches.prop_map(Task::Clear),
        proptest::option::of(0..=duration::LONGEST_S).prop_map(Task::Measure),
        Just(Task::Listen),
        Just(Task::Search),
        holes.clone().prop_map(Task::Inspect),
        holes.clone().prop_map(Task::Photograph),
        holes.clone().prop_map(Task::Finger),
        holes.clone().prop_map(Task::Tape),
        holes.clone().prop_map(Task::Sealant),
        holes.prop_map(Task::Patch),
        (0..=duration::LONGEST_S).prop_map(Task::LeakCheck),
        any::<bool>().prop_map(|open| Task::Valve(TankId(0), open)),
        Just(Task::Candle),
        people.clone().prop_map(Task::Wake),
        any::<bool>().prop_map(Task::Mask),
        Just(Task::Suit),
        vehicle.prop_map(Task::Liner),
        vehicle.prop_map(Task::Enter),
        vehicle.prop_map(Task::Undock),
        any::<bool>().prop_map(|on| Task::Switch(EquipmentId(0), on)),
        items.clone().prop_map(Task::Fetch),
        (items, people).prop_map(|(item, to)| Task::Give(item, to)),
        any_topic().prop_map(Task::Report),
        Just(Task::Sleep),
    ]
}

fn any_topic() -> impl Strategy<Value = Topic> {
    proptest::sample::select(vec![Topic::Pressure, Topic::Muster, Topic::Leak, Topic::Repair, Topic::Status])
}

fn any_act() -> impl Strategy<Value = Act> {
    let people = (0..2u16).prop_map(PersonId);
    prop_oneof![
        8 => (people.clone(), any_task()).prop_map(|(who, task)| Act::Task { who, task }),
        1 => people.clone().prop_map(|who| Act::Stop { who }),
        1 => (people.clone(), people.clone()).prop_map(|(who, to)| Act::HandOver { who, to }),
        1 => (people.clone(), any::<bool>()).prop_map(|(who, start)| Act::Stopwatch { who, start }),
        1 => (people.clone(), 0.0..1e9f64).prop_map(|(who, reserve_s)| Act::Commit { who, reserve_s }),
        1 => proptest::option::of((0..4u16).prop_map(CompartmentId)).prop_map(|to| Act::Muster { to }),
        1 => Just(Act::RaiseAlarm),
        1 => Just(Act::Acknowledge),
        1 => people.prop_map(|who| Act::GroundWake { who }),
        1 => proptest::sample::select(vec![Claim::Held, Claim::Isolated]).prop_map(Act::Declare),
    ]
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(act in any_act(), at in proptest::option::of(0..10_000_000u64)) {
        let station = station();
        let written = grammar::write(&act, &station);
        let line = match at {
            Some(tick) => format!("{} {written}", Tick(tick)),
            None => written,
        };
        let read = grammar::parse(&line, &station);
        prop_assert_eq!(read, Ok(Some(Line { at: at.map(Tick), act })));
    }

    #[test]
    fn whatever_is_typed_gets_an_answer(line in "\\PC{0,60}") {
        let _ = grammar::parse(&line, &station());
    }

    #[test]
    fn known_words_in_any_order_get_an_answer(words in proptest::collection::vec(
        proptest::sample::select(vec!["T+1h", "feustel", "crew", "ground", "close", "lab-unity", "h1", "90s", "on", "é", "T+é"]), 0..6,
    )) {
        let _ = grammar::parse(&words.join(" "), &station());
    }
}
