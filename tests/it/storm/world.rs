//! Random missions, as text: stations of one to two hundred rooms, crews of one to twelve, anything that an event can
//! do, strikes. They are written in the mission format and read by its reader, so that a seed is a whole mission.

use leakdrill::sim::rng::{Draw, Luck, Stream};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Column and row on the map.
type Cell = (i64, i64);

/// A random station's names, for events to speak of.
struct World {
    rooms: Vec<Cell>,
    /// Pairs of rooms, and whether there is a door in the passage.
    hatches: Vec<(usize, usize, bool)>,
    /// Ships: their room, the hatch that parts, seats.
    ships: Vec<(usize, usize, u64)>,
    machines: usize,
    tanks: usize,
    sensors: Vec<&'static str>,
    crew: usize,
}

/// A number between these, with few digits, so that a failing mission can be read.
fn between(draw: &mut Draw, low: f64, high: f64) -> f64 {
    (draw.range(low, high) * 1000.0).round() / 1000.0
}

fn pick<'a, T>(draw: &mut Draw, of: &'a [T]) -> &'a T {
    &of[draw.below(of.len() as u64) as usize]
}

/// The text of random mission number `seed`.
pub fn mission(seed: u64) -> String {
    let mut draw = Luck::new(seed).draw(Stream::Trial, 1, 0);
    let draw = &mut draw;
    let hours = *pick(draw, &[1, 1, 2, 3, 6, 12]);
    let mut out = format!(
        "format = 1\ntitle = \"Storm {seed}\"\nbrief = \"A station that nobody built, in weather that nobody ordered.\"\n\
         time_limit = \"{hours}h\"\nheld_below = \"{} mmHg/h\"\n\n",
        between(draw, 0.05, 10.0)
    );
    let world = station(draw, &mut out);
    events(draw, &world, hours, &mut out);
    if draw.chance(0.5) {
        strikes(draw, &world, &mut out);
    }
    out.push_str(
        "[[score]]\nname = \"Committed\"\npoints = 10\ncritical = true\nwhen = { done = \"commit\" }\n\n\
         [[score]]\nname = \"Calls\"\npoints = 5\nmeasure = \"reserve_error\"\nfull = \"15 %\"\nnone = \"60 %\"\n\n\
         [[score]]\nname = \"Way home\"\npoints = 5\nmeasure = \"cut_off\"\nfull = \"0 s\"\nnone = \"10 min\"\n",
    );
    out
}

/// Rooms on a grid, joined to a neighbour as they come, so that the map can always draw the ways.
fn rooms(draw: &mut Draw) -> (Vec<Cell>, Vec<(usize, usize)>) {
    let wanted = match draw.below(20) {
        0 => 1,
        1 => 60 + draw.below(141),
        2..=5 => 12 + draw.below(30),
        _ => 2 + draw.below(10),
    };
    let mut rooms = vec![(50, 50)];
    let mut taken: BTreeMap<Cell, usize> = BTreeMap::from([((50, 50), 0)]);
    let mut ways = Vec::new();
    while (rooms.len() as u64) < wanted {
        let from = draw.below(rooms.len() as u64) as usize;
        let (x, y) = rooms[from];
        let (dx, dy) = *pick(draw, &[(1, 0), (-1, 0), (0, 1), (0, -1)]);
        let cell = (x + dx, y + dy);
        match taken.get(&cell) {
            None => {
                taken.insert(cell, rooms.len());
                ways.push((from, rooms.len()));
                rooms.push(cell);
            }
            // A second way round, now and then.
            Some(&to) if draw.chance(0.1) && !ways.contains(&(from, to)) && !ways.contains(&(to, from)) => {
                ways.push((from, to));
            }
            Some(_) => {}
        }
    }
    (rooms, ways)
}

fn station(draw: &mut Draw, out: &mut String) -> World {
    let (rooms, ways) = rooms(draw);
    let pressure = between(draw, 560.0, 800.0);
    let oxygen = pressure * between(draw, 0.18, 0.28);
    let _ = write!(
        out,
        "[station]\ntitle = \"A station\"\n[station.air]\npressure = \"{pressure} mmHg\"\ntemperature = \"{} C\"\n\
         oxygen = \"{oxygen:.2} mmHg\"\ncarbon_dioxide = \"{} mmHg\"\nwater = \"{} mmHg\"\n\n",
        between(draw, 16.0, 30.0),
        between(draw, 0.0, 6.0),
        between(draw, 0.0, 12.0),
    );
    let segments = 1 + draw.below(3);
    for s in 0..segments {
        let ground = pick(draw, &["Houston", "Moscow"]);
        let _ = write!(out, "[[station.segment]]\nid = \"s{s}\"\nname = \"Segment {s}\"\nground = \"{ground}\"\n\n");
    }
    for (i, (x, y)) in rooms.iter().enumerate() {
        let volume = draw.log_range(0.5, 200.0);
        let shield = pick(draw, &["usos", "fgb", "zvezda", "soyuz", "beam"]);
        let segment = draw.below(segments);
        let _ = write!(
            out,
            "[[station.compartment]]\nid = \"c{i}\"\nname = \"Room {i}\"\nlabel = \"C{i}\"\nsegment = \"s{segment}\"\n\
             owner = \"NASA\"\nvolume = \"{volume:.3} m3\"\nwalls = \"{:.1} W/K\"\nleak = \"{} kg/day\"\ntransit = \"{} s\"\nat = [{x}, {y}]\n\
             shield = \"{shield}\"\n",
            // From a foil to a heat exchanger: what runs in the room may roast its air, or leave it frozen when it stops.
            draw.log_range(1.0, 1000.0),
            between(draw, 0.0, 0.1),
            1 + draw.below(30),
        );
        if draw.chance(0.05) {
            let own = between(draw, 500.0, 900.0);
            let _ = write!(out, "pressure = \"{own} mmHg\"\noxygen = \"{:.2} mmHg\"\n", own * 0.2);
        }
        out.push('\n');
    }
    let world = World { rooms, hatches: hatches(draw, &ways, out), ..ships(draw, &ways) };
    furnish(draw, &world, out);
    world
}

fn hatches(draw: &mut Draw, ways: &[(usize, usize)], out: &mut String) -> Vec<(usize, usize, bool)> {
    let mut list = Vec::new();
    for (i, (a, b)) in ways.iter().enumerate() {
        let kind = *pick(draw, &["russian", "russian", "us", "docking", "internal", "open"]);
        let _ = write!(
            out,
            "[[station.hatch]]\nid = \"h{i}\"\na = \"c{a}\"\nb = \"c{b}\"\nkind = \"{kind}\"\nimv = \"{} m3/h\"\n",
            draw.below(300)
        );
        if kind != "open" {
            if draw.chance(0.2) {
                out.push_str("state = \"shut\"\n");
            } else if draw.chance(0.2) {
                out.push_str("obstruction = \"cables\"\n");
            }
            if draw.chance(0.5) {
                let _ = writeln!(out, "swings_into = \"c{}\"", if draw.chance(0.5) { a } else { b });
            }
            if draw.chance(0.3) {
                let _ = writeln!(out, "seal = \"{} mm2\"", between(draw, 0.0, 3.0));
            }
        }
        out.push('\n');
        list.push((*a, *b, kind != "open"));
    }
    list
}

/// Rooms with one way alone may be ships.
fn ships(draw: &mut Draw, ways: &[(usize, usize)]) -> World {
    let rooms = ways.len() + 1;
    let mut ships = Vec::new();
    for room in 1..rooms {
        let mine: Vec<usize> = (0..ways.len()).filter(|w| ways[*w].0 == room || ways[*w].1 == room).collect();
        let beside_a_ship = mine.iter().any(|w| ships.iter().any(|(s, _, _)| *s == ways[*w].0 || *s == ways[*w].1));
        if let [way] = mine[..]
            && !beside_a_ship
            && ships.len() < 6
            && draw.chance(0.6)
        {
            ships.push((room, way, draw.below(5)));
        }
    }
    let feel = ["pressure", "oxygen", "carbon_dioxide", "temperature"];
    let sensors = (0..draw.below(12)).map(|_| *pick(draw, &feel)).collect();
    World {
        rooms: Vec::new(),
        hatches: Vec::new(),
        ships,
        machines: draw.below(8) as usize,
        tanks: draw.below(4) as usize,
        sensors,
        crew: 1 + draw.below(12) as usize,
    }
}

fn furnish(draw: &mut Draw, world: &World, out: &mut String) {
    let rooms = world.rooms.len() as u64;
    for (i, (room, way, seats)) in world.ships.iter().enumerate() {
        let kind = pick(draw, &["soyuz", "progress", "cygnus", "dragon", "shuttle"]);
        let _ = write!(
            out,
            "[[station.vehicle]]\nid = \"v{i}\"\nname = \"Ship {i}\"\nkind = \"{kind}\"\ndocked_by = \"h{way}\"\n\
             compartments = [\"c{room}\"]\nseats = {seats}\n\n"
        );
    }
    for i in 0..world.machines {
        let kind =
            *pick(draw, &["oxygen_generator", "co2_removal", "condenser", "fan", "air_conditioner", "heat_load"]);
        let _ = write!(
            out,
            "[[station.equipment]]\nid = \"m{i}\"\nname = \"Machine {i}\"\nin = \"c{}\"\nkind = \"{kind}\"\non = {}\n\
             rate = \"{} kg/day\"\nflow = \"{} m3/h\"\nefficiency = {}\nair_loss = \"{} kg/day\"\nheat = \"{} W\"\n\
             noise = {}\n\n",
            draw.below(rooms),
            draw.chance(0.7),
            between(draw, 0.0, 30.0),
            draw.below(300),
            between(draw, 0.0, 1.0),
            between(draw, 0.0, 2.0),
            draw.below(5000),
            between(draw, 0.0, 1.0),
        );
    }
    for i in 0..world.tanks {
        let gas = pick(draw, &["oxygen", "nitrogen", "air"]);
        let (mass, rate, room) = (between(draw, 0.0, 60.0), between(draw, 0.01, 40.0), draw.below(rooms));
        let _ = write!(
            out,
            "[[station.tank]]\nid = \"t{i}\"\nname = \"Tank {i}\"\ngas = \"{gas}\"\nmass = \"{mass} kg\"\n\
             rate = \"{rate} kg/h\"\nin = \"c{room}\"\n\n"
        );
    }
    for (i, quantity) in world.sensors.iter().enumerate() {
        let _ = write!(
            out,
            "[[station.sensor]]\nid = \"x{i}\"\nin = \"c{}\"\nquantity = \"{quantity}\"\nlag = \"{} s\"\n\n",
            draw.below(rooms),
            draw.below(120)
        );
    }
    let items = ["gauge", "detector", "tape", "sealant", "camera", "candle", "mask", "patch"];
    let mut stowed = Vec::new();
    for item in items.iter().cycle().take(16) {
        let room = draw.below(rooms);
        if draw.chance(0.7) && !stowed.contains(&(item, room)) {
            stowed.push((item, room));
            let count = *pick(draw, &[0, 1, 1, 2, 3, 9, 255]);
            let _ = write!(out, "[[station.stock]]\nitem = \"{item}\"\nin = \"c{room}\"\ncount = {count}\n\n");
        }
    }
    let mut seats: Vec<u64> = world.ships.iter().map(|(_, _, seats)| *seats).collect();
    for i in 0..world.crew {
        let _ = write!(
            out,
            "[[station.crew]]\nid = \"p{i}\"\nname = \"Person {i}\"\nlabel = \"P{i}\"\nin = \"c{}\"\nasleep = {}\n",
            draw.below(rooms),
            draw.chance(0.3)
        );
        if !seats.is_empty() {
            let ship = draw.below(seats.len() as u64) as usize;
            if seats[ship] > 0 {
                seats[ship] -= 1;
                let _ = writeln!(out, "vehicle = \"v{ship}\"");
            }
        }
        if draw.chance(0.5) {
            let _ = writeln!(out, "carries = [\"{}\", \"{}\"]", pick(draw, &items[..4]), pick(draw, &items[4..]));
        }
        out.push('\n');
    }
}

fn events(draw: &mut Draw, world: &World, hours: u64, out: &mut String) {
    // The first opens a hole, so that something happens and later events have a hole to speak of.
    let many = 1 + draw.below(12);
    for i in 0..many {
        let _ = writeln!(out, "[[event]]\nname = \"e{i}\"");
        match draw.below(6) {
            _ if i == 0 => out.push_str("at = \"1 min\"\n"),
            0 => out.push_str("after = \"e0 + 3m\"\n"),
            1 => out.push_str("when = { done = \"close\" }\n"),
            2 if world.sensors.contains(&"pressure") => {
                out.push_str("when = { telemetry_below = \"700 mmHg\" }\n");
            }
            3 => out.push_str("any = [{ done = \"find\" }, { done = \"search\", times = 2 }, { at = \"30 min\" }]\n"),
            _ => {
                let _ = writeln!(out, "at = \"{} s\"", draw.below(hours * 3600 * 9 / 10));
            }
        }
        if draw.chance(0.2) {
            let _ = writeln!(out, "repeat = \"{} s\"\nat_most = {}", 1 + draw.below(1200), 1 + draw.below(50));
        }
        if i > 0 && draw.chance(0.2) {
            let _ = writeln!(out, "chance = {}", between(draw, 0.1, 1.0));
        }
        let mut actions = Vec::new();
        if i == 0 {
            actions.push(hole(draw, world, "first"));
        }
        while actions.len() as u64 <= draw.below(3) {
            actions.push(action(draw, world, i));
        }
        let _ = write!(out, "do = [\n    {},\n]\n\n", actions.join(",\n    "));
    }
}

fn hole(draw: &mut Draw, world: &World, name: &str) -> String {
    let room = draw.below(world.rooms.len() as u64);
    if draw.chance(0.2) {
        let rate = between(draw, 0.1, 50.0);
        return format!("{{ crack = {{ name = \"{name}\", in = \"c{room}\", rate = \"{rate} kg/day\" }} }}");
    }
    let (mm, findable) = (draw.log_range(0.2, 60.0), between(draw, 0.05, 1.0));
    let (from, blind) = (pick(draw, &["inside", "outside"]), draw.chance(0.1));
    format!(
        "{{ hole = {{ name = \"{name}\", in = \"c{room}\", diameter = \"{mm:.3} mm\", made_from = \"{from}\", \
         findable = {findable}, blind = {blind} }} }}"
    )
}

/// Anything that an event can do but end the drill, so that a run is as long as its mission says.
fn action(draw: &mut Draw, world: &World, event: u64) -> String {
    let room = draw.below(world.rooms.len() as u64);
    let hatch = draw.below(world.hatches.len().max(1) as u64) as usize;
    let machine = draw.below(world.machines.max(1) as u64);
    let person = draw.below(world.crew as u64);
    let ship = draw.below(world.ships.len().max(1) as u64);
    let sensor = draw.below(world.sensors.len().max(1) as u64) as usize;
    let doors = world.hatches.get(hatch).is_some_and(|(_, _, door)| *door);
    match draw.below(20) {
        0 | 1 => {
            let name = format!("n{event}-{}", draw.below(1_000_000));
            hole(draw, world, &name)
        }
        2 => format!(
            "{{ grow = {{ hole = \"first\", to = {}, over = \"{} s\" }} }}",
            between(draw, 0.0, 20.0),
            draw.below(7200)
        ),
        3 => "{ reopen = \"first\" }".to_owned(),
        4 => "{ strike = { cd_area_mm2 = [0.2, 500.0] } }".to_owned(),
        5 => format!("{{ noise = \"c{room}\" }}"),
        6 if !world.sensors.is_empty() => {
            let unit = if world.sensors[sensor] == "temperature" { "K" } else { "mmHg" };
            match draw.below(4) {
                0 => format!("{{ sensor = {{ id = \"x{sensor}\", fault = \"stuck\" }} }}"),
                1 => format!("{{ sensor = {{ id = \"x{sensor}\", fault = \"dead\" }} }}"),
                2 => format!("{{ sensor = {{ id = \"x{sensor}\", fault = \"none\" }} }}"),
                _ => format!(
                    "{{ sensor = {{ id = \"x{sensor}\", fault = \"bias\", by = \"{} {unit}\" }} }}",
                    between(draw, -9.0, 9.0)
                ),
            }
        }
        7 => format!("{{ gauge_bias = \"{} mmHg\" }}", between(draw, -20.0, 20.0)),
        8 if world.machines > 0 => format!("{{ break = \"m{machine}\" }}"),
        9 if world.machines > 0 => format!("{{ mend = \"m{machine}\" }}"),
        10 if world.machines > 0 => format!("{{ switch_on = \"m{machine}\" }}"),
        11 if world.machines > 0 => format!("{{ switch_off = \"m{machine}\" }}"),
        12 if doors => format!("{{ jam = \"h{hatch}\" }}"),
        13 if doors => format!("{{ free = \"h{hatch}\" }}"),
        14 => format!(
            "{{ walls = {{ in = \"c{room}\", by = \"{} K\", over = \"{} s\" }} }}",
            between(draw, -30.0, 30.0),
            draw.below(7200)
        ),
        15 if !world.ships.is_empty() => format!("{{ leak_coolant = \"v{ship}\" }}"),
        16 => format!("{{ wake = \"p{person}\" }}"),
        17 => format!("{{ sleep = \"p{person}\" }}"),
        18 if !world.ships.is_empty() && draw.chance(0.3) => format!("{{ take_away = \"v{ship}\" }}"),
        _ => "{ say = { from = \"Houston\", text = \"Hold on.\" } }".to_owned(),
    }
}

fn strikes(draw: &mut Draw, world: &World, out: &mut String) {
    let spared = draw.below(world.rooms.len() as u64);
    let _ = write!(
        out,
        "[strikes]\nperforations_per_hour = {}\ncd_area_mm2 = [0.1, {}]\ngrace = \"{} s\"\nat_most = {}\nmisses = {}\n\
         weights = {{ c{spared} = {} }}\n\n",
        between(draw, 0.1, 20.0),
        between(draw, 1.0, 2000.0),
        draw.below(900),
        1 + draw.below(12),
        between(draw, 0.0, 0.8),
        between(draw, 0.1, 5.0),
    );
}
