//! What can be ordered now, as menus: every thing with the time it takes, or why it cannot be.
//!
//! [`list`] says what a key leads to, whatever can be done just now; [`of`] asks the drill about each.

use super::action::Action;
use super::labels;
use super::menu::{Asked, Mark, Menu, Pick, Row};
use super::session::Session;
use super::speech;
use super::view::View;
use crate::sim::ids::{CompartmentId, EquipmentId, FoundId, HatchId, PersonId, TankId, VehicleId};
use crate::sim::item::Item;
use crate::sim::layout::HatchKind;
use crate::sim::order::{Act, Claim, Order, Task, Topic};
use crate::words::en;

/// An offer before it is asked: what it is called, what it is, where.
type Offer = (String, Act, Option<Mark>);

/// What an action leads to, before anybody is asked whether it can be.
pub enum Listed {
    /// One of these rows, each with its letter.
    Rows(String, Vec<Row>),
    /// One order.
    Order(Act),
    /// A number to be typed.
    Ask(Asked),
    /// Nothing.
    Nothing,
}

/// The menu of an action, or the one order that it is.
pub enum Offered {
    /// Choose one.
    Menu(Menu),
    /// There is nothing to choose.
    Order(Act),
    /// A number must be typed.
    Ask(Asked),
    /// It is no order.
    Nothing,
}

/// What an action offers for the chosen person.
pub fn of(action: Action, session: &Session, view: &View<'_>) -> Offered {
    match list(action, view) {
        Listed::Rows(title, rows) => {
            let mut menu = Menu { title, rows, cursor: 0 };
            refresh(session, &mut menu);
            // Lengths of time stay in their order; of other things what can be done comes first, the nearest before all.
            if action != Action::LeakCheck {
                let near = near(session, &menu.rows);
                let mut order: Vec<usize> = (0..menu.rows.len()).collect();
                order.sort_by_key(|i| (!menu.rows[*i].possible, near[*i]));
                menu.rows = order.into_iter().map(|i| menu.rows[i].clone()).collect();
            }
            Offered::Menu(menu)
        }
        Listed::Order(act) => Offered::Order(act),
        Listed::Ask(asked) => Offered::Ask(asked),
        Listed::Nothing => Offered::Nothing,
    }
}

/// What an action leads to for the chosen person. Letters depend on names alone, so that a hand can learn them.
pub fn list(action: Action, view: &View<'_>) -> Listed {
    let who = view.hand.person;
    let name = view.who(who);
    let task = |task| Act::Task { who, task };
    let menu = |ask: &str, offers: Vec<Offer>| Listed::Rows(labels::asks(name, ask), lettered(offers));
    match action {
        Action::Go => menu(labels::GO_WHERE, places(view, |c| task(Task::Move(c)))),
        Action::Close => menu(labels::SHUT_WHICH, hatches(view, |h| task(Task::Close(h)))),
        Action::Open => menu(labels::OPEN_WHICH, hatches(view, |h| task(Task::Open(h)))),
        Action::Equalise => menu(labels::EQUALISE_WHICH, hatches(view, |h| task(Task::Equalise(h)))),
        Action::ClearWay => {
            let mut offers = hatches(view, |h| task(Task::Clear(h)));
            offers.retain(|o| matches!(o.2, Some(Mark::Hatch(h)) if obstructed(view, h)));
            menu(labels::CLEAR_WHICH, offers)
        }
        Action::Measure => Listed::Order(task(Task::Measure(None))),
        Action::Listen => Listed::Order(task(Task::Listen)),
        Action::Search => Listed::Order(task(Task::Search)),
        Action::Stopwatch => {
            let runs = view.person().is_some_and(|p| p.stopwatch.is_some());
            Listed::Order(Act::Stopwatch { who, start: !runs })
        }
        Action::Commit => Listed::Ask(Asked::Reserve),
        Action::LeakCheck => Listed::Rows(labels::asks(name, labels::CHECK_HOW_LONG), checks(who)),
        Action::Hole => menu(labels::THE_HOLE, holes(view, who)),
        Action::Take => menu(labels::TAKE_WHAT, take(who)),
        Action::Give => menu(labels::GIVE_WHAT, give(view, who)),
        Action::Air => menu(labels::AIR_AND_MACHINES, air(view, who)),
        Action::Boat => menu(labels::THE_BOATS, boats(view, who)),
        Action::Report => menu(labels::REPORT_WHAT, reports(who)),
        Action::Rest => Listed::Rows(labels::WAKE_OR_SLEEP.into(), lettered(rest(view, who))),
        Action::HandOver => {
            let offers = others(view, who).map(|(to, label)| (label, Act::HandOver { who, to }, None)).collect();
            menu(labels::HAND_TO_WHOM, offers)
        }
        Action::StopWork => Listed::Order(Act::Stop { who }),
        Action::Acknowledge => Listed::Order(Act::Acknowledge),
        Action::RaiseAlarm => Listed::Order(Act::RaiseAlarm),
        Action::Muster => {
            let mut offers = vec![(labels::AT_THE_BOATS.to_owned(), Act::Muster { to: None }, None)];
            offers.extend(places(view, |c| Act::Muster { to: Some(c) }));
            Listed::Rows(labels::MUSTER_WHERE.into(), lettered(offers))
        }
        Action::Declare => {
            let claims = [Claim::Held, Claim::Isolated];
            let offers = claims.map(|claim| (en::claim(claim).to_owned(), Act::Declare(claim), None));
            Listed::Rows(labels::DECLARE.into(), lettered(offers.into()))
        }
        Action::Act => Listed::Rows(labels::acts_at(name, view.label(view.hand.place)), lettered(at_place(view, who))),
        _ => Listed::Nothing,
    }
}

/// Rows of offers, each with a letter of its own, not asked yet.
fn lettered(offers: Vec<Offer>) -> Vec<Row> {
    let row = |(label, act, mark)| Row { mark, ..Row::new(label, "", Pick::Order(act)) };
    Menu::letter(offers.into_iter().map(row).collect())
}

/// How soon each row could begin and end, s.
fn near(session: &Session, rows: &[Row]) -> Vec<u32> {
    let drill = session.ahead();
    let takes = |row: &Row| match row.pick {
        Pick::Order(act) => drill.check(&Order::trainee(act)).ok().and_then(|f| f.takes_s),
        _ => None,
    };
    rows.iter().map(|row| takes(row).unwrap_or(0)).collect()
}

/// Asks about the rows of a menu, each in its place; again and again, since time passes while somebody chooses.
pub fn refresh(session: &Session, menu: &mut Menu) {
    let drill = session.ahead();
    for row in &mut menu.rows {
        let Pick::Order(act) = row.pick else { continue };
        (row.possible, row.note) = match drill.check(&Order::trainee(act)) {
            Ok(f) => (true, speech::forecast(&act, &f)),
            Err(why) => (false, speech::refusal(session.mission(), &why)),
        };
        if let (Act::Declare(_), true) = (act, row.possible) {
            row.note = speech::declaring(session);
        }
    }
    let any = menu.rows.iter().any(|row| row.possible && matches!(row.pick, Pick::Order(_)));
    for row in menu.rows.iter_mut().filter(|row| matches!(row.pick, Pick::Ask(_))) {
        row.possible = any;
    }
}

fn places(view: &View<'_>, act: impl Fn(CompartmentId) -> Act) -> Vec<Offer> {
    view.layout
        .compartments
        .iter()
        .enumerate()
        .map(|(i, c)| (c.label.clone(), act(CompartmentId::at(i)), Some(Mark::Place(CompartmentId::at(i)))))
        .collect()
}

fn hatches(view: &View<'_>, act: impl Fn(HatchId) -> Act) -> Vec<Offer> {
    (0..view.layout.hatches.len())
        .map(HatchId::at)
        .filter(|h| view.layout.hatches[h.ix()].kind != HatchKind::Open)
        .map(|h| (view.hatch_name(h), act(h), Some(Mark::Hatch(h))))
        .collect()
}

fn obstructed(view: &View<'_>, hatch: HatchId) -> bool {
    view.console.hatches.get(hatch.ix()).is_some_and(|h| h.obstructed)
}

fn others<'a>(view: &View<'a>, who: PersonId) -> impl Iterator<Item = (PersonId, String)> + use<'a> {
    let (console, layout) = (view.console, view.layout);
    console
        .crew
        .iter()
        .filter(move |p| p.who != who)
        .map(move |p| (p.who, layout.crew.get(p.who.ix()).map_or(String::new(), |m| m.label.clone())))
}

/// An item without its article, for a menu.
fn thing(item: Item) -> &'static str {
    en::item(item).trim_start_matches("the ")
}

/// Lengths of a leak check worth offering, and any other by typing; lettered in their order.
fn checks(who: PersonId) -> Vec<Row> {
    const MINUTES: [u32; 9] = [1, 5, 10, 15, 30, 60, 120, 240, 480];
    let check = |minutes: u32| {
        let act = Act::Task { who, task: Task::LeakCheck(60 * minutes) };
        Row::new(en::measure::length(60 * minutes), "", Pick::Order(act))
    };
    let other = Row::new(labels::OTHER_LENGTH, labels::TYPE_LENGTH, Pick::Ask(Asked::LeakCheck));
    let rows = MINUTES.map(check).into_iter().chain([other]);
    rows.zip('a'..).map(|(row, letter)| Row { letter, ..row }).collect()
}

fn holes(view: &View<'_>, who: PersonId) -> Vec<Offer> {
    let mut offers = Vec::new();
    for hole in &view.console.holes {
        let id: FoundId = hole.found;
        let tasks = [
            (labels::FINGER_ON, Task::Finger(id)),
            (labels::TAPE, Task::Tape(id)),
            (labels::SEALANT, Task::Sealant(id)),
            (labels::PATCH, Task::Patch(id)),
            (labels::INSPECT, Task::Inspect(id)),
            (labels::PHOTOGRAPH, Task::Photograph(id)),
        ];
        for (label, task) in tasks {
            let label = labels::on_hole(label, u32::from(id.0) + 1);
            offers.push((label, Act::Task { who, task }, Some(Mark::Place(hole.at))));
        }
    }
    offers
}

fn take(who: PersonId) -> Vec<Offer> {
    Item::ALL.iter().map(|i| (thing(*i).to_owned(), Act::Task { who, task: Task::Fetch(*i) }, None)).collect()
}

fn give(view: &View<'_>, who: PersonId) -> Vec<Offer> {
    let Some(person) = view.person() else { return Vec::new() };
    let mut offers = Vec::new();
    for (to, label) in others(view, who) {
        for item in Item::ALL.into_iter().filter(|i| person.carries.has(*i)) {
            let text = labels::to_whom(thing(item), &label);
            offers.push((text, Act::Task { who, task: Task::Give(item, to) }, None));
        }
    }
    offers
}

fn air(view: &View<'_>, who: PersonId) -> Vec<Offer> {
    let mut offers: Vec<Offer> = Vec::new();
    for (i, tank) in view.layout.tanks.iter().enumerate() {
        let open = view.console.tanks.get(i).is_some_and(|t| t.open);
        let label = labels::valve(if open { labels::SHUT } else { labels::OPEN }, &tank.name);
        let mark = Some(Mark::Place(tank.compartment));
        offers.push((label, Act::Task { who, task: Task::Valve(TankId::at(i), !open) }, mark));
    }
    let masked = view.person().is_some_and(|p| p.mask_s.is_some());
    let mask = if masked { labels::MASK_OFF } else { labels::MASK_ON };
    offers.push((mask.into(), Act::Task { who, task: Task::Mask(!masked) }, None));
    offers.push((labels::CANDLE.into(), Act::Task { who, task: Task::Candle }, None));
    for (i, machine) in view.layout.equipment.iter().enumerate() {
        let on = view.console.equipment.get(i).is_some_and(|e| e.on);
        let label = labels::machine(&machine.name, if on { labels::OFF } else { labels::ON });
        let act = Act::Task { who, task: Task::Switch(EquipmentId::at(i), !on) };
        offers.push((label, act, Some(Mark::Place(machine.compartment))));
    }
    offers
}

fn boats(view: &View<'_>, who: PersonId) -> Vec<Offer> {
    let mut offers: Vec<Offer> = vec![(labels::SUIT_ON.into(), Act::Task { who, task: Task::Suit }, None)];
    for (i, vehicle) in view.layout.vehicles.iter().enumerate() {
        let id = VehicleId::at(i);
        if vehicle.seats > 0 {
            offers.push((labels::strap(&vehicle.name), Act::Task { who, task: Task::Enter(id) }, None));
            offers.push((labels::liner(&vehicle.name), Act::Task { who, task: Task::Liner(id) }, None));
        }
        offers.push((labels::undock(&vehicle.name), Act::Task { who, task: Task::Undock(id) }, None));
    }
    offers
}

fn reports(who: PersonId) -> Vec<Offer> {
    [Topic::Pressure, Topic::Muster, Topic::Leak, Topic::Repair, Topic::Status]
        .into_iter()
        .map(|t| (en::topic(t).to_owned(), Act::Task { who, task: Task::Report(t) }, None))
        .collect()
}

fn rest(view: &View<'_>, who: PersonId) -> Vec<Offer> {
    use crate::sim::console::Condition;
    let mut offers: Vec<Offer> = Vec::new();
    for (to, label) in others(view, who).chain([(who, view.who(who).to_owned())]) {
        let asleep = view.console.crew.iter().any(|p| p.who == to && p.condition == Condition::Asleep);
        if asleep {
            if to != who {
                offers.push((labels::wake(&label), Act::Task { who, task: Task::Wake(to) }, None));
            }
            offers.push((labels::ground_wakes(&label), Act::GroundWake { who: to }, None));
        }
    }
    offers.push((labels::SLEEP.into(), Act::Task { who, task: Task::Sleep }, None));
    offers
}

/// What the chosen person can do at the chosen place: its hatches, tanks, holes, what is stowed there.
fn at_place(view: &View<'_>, who: PersonId) -> Vec<Offer> {
    let place = view.hand.place;
    let mut offers: Vec<Offer> = Vec::new();
    let here = view.person().is_some_and(|p| p.at == place);
    if here {
        for (label, task) in
            [(labels::LISTEN, Task::Listen), (labels::LOOK, Task::Search), (labels::MEASURE, Task::Measure(None))]
        {
            offers.push((label.into(), Act::Task { who, task }, None));
        }
        for seconds in [60, 90, 300, 600, 1800] {
            let label = labels::measure_for(&en::measure::length(seconds));
            offers.push((label, Act::Task { who, task: Task::Measure(Some(seconds)) }, None));
        }
    } else {
        let go = labels::go_to(view.label(place));
        offers.push((go, Act::Task { who, task: Task::Move(place) }, Some(Mark::Place(place))));
    }
    for offer in holes(view, who) {
        if offer.2 == Some(Mark::Place(place)) {
            offers.push(offer);
        }
    }
    for (i, hatch) in view.layout.hatches.iter().enumerate() {
        if !hatch.between.contains(&place) || hatch.kind == HatchKind::Open {
            continue;
        }
        let id = HatchId::at(i);
        let name = view.hatch_name(id);
        let open = view.console.hatches.get(i).is_some_and(|h| h.state == crate::sim::console::HatchState::Open);
        let mut add = |verb: &str, task| {
            offers.push((labels::at_hatch(verb, &name), Act::Task { who, task }, Some(Mark::Hatch(id))));
        };
        if open {
            add(labels::SHUT, Task::Close(id));
        } else {
            add(labels::OPEN, Task::Open(id));
            add(labels::EQUALISE, Task::Equalise(id));
        }
        if obstructed(view, id) {
            add(labels::CLEAR, Task::Clear(id));
        }
    }
    for offer in air(view, who) {
        if offer.2 == Some(Mark::Place(place)) {
            offers.push(offer);
        }
    }
    offers
}
