//! What can be ordered now, as menus: every thing with the time it takes, or why it cannot be.

use super::action::Action;
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
    let who = view.hand.person;
    let name = view.who(who);
    let task = |task| Act::Task { who, task };
    let menu = |title: String, offers| Offered::Menu(Menu::new(title, rows(session, offers)));
    match action {
        Action::Go => menu(format!("{name}: go where?"), places(view, |c| task(Task::Move(c)))),
        Action::Close => menu(format!("{name}: shut which hatch?"), hatches(view, |h| task(Task::Close(h)))),
        Action::Open => menu(format!("{name}: open which hatch?"), hatches(view, |h| task(Task::Open(h)))),
        Action::Equalise => {
            menu(format!("{name}: equalise across which hatch?"), hatches(view, |h| task(Task::Equalise(h))))
        }
        Action::ClearWay => {
            let mut offers = hatches(view, |h| task(Task::Clear(h)));
            offers.retain(|o| matches!(o.2, Some(Mark::Hatch(h)) if obstructed(view, h)));
            menu(format!("{name}: clear which hatch?"), offers)
        }
        Action::Measure => Offered::Order(task(Task::Measure(None))),
        Action::Listen => Offered::Order(task(Task::Listen)),
        Action::Search => Offered::Order(task(Task::Search)),
        Action::Stopwatch => {
            let runs = view.person().is_some_and(|p| p.stopwatch.is_some());
            Offered::Order(Act::Stopwatch { who, start: !runs })
        }
        Action::Commit => Offered::Ask(Asked::Reserve),
        Action::LeakCheck => leak_check(session, view, who),
        Action::Hole => menu(format!("{name}: the hole"), holes(view, who)),
        Action::Take => menu(format!("{name}: take what?"), take(who)),
        Action::Give => menu(format!("{name}: give what to whom?"), give(view, who)),
        Action::Air => menu(format!("{name}: air and machines"), air(view, who)),
        Action::Boat => menu(format!("{name}: the boats"), boats(view, who)),
        Action::Report => menu(format!("{name}: report what?"), reports(who)),
        Action::Rest => menu("wake or sleep".into(), rest(view, who)),
        Action::HandOver => {
            let offers = others(view, who).map(|(to, label)| (label, Act::HandOver { who, to }, None)).collect();
            menu(format!("{name}: hand the task to whom?"), offers)
        }
        Action::StopWork => Offered::Order(Act::Stop { who }),
        Action::Acknowledge => Offered::Order(Act::Acknowledge),
        Action::RaiseAlarm => Offered::Order(Act::RaiseAlarm),
        Action::Muster => {
            let mut offers = vec![("at the lifeboats".to_owned(), Act::Muster { to: None }, None)];
            offers.extend(places(view, |c| Act::Muster { to: Some(c) }));
            menu("muster where?".into(), offers)
        }
        Action::Declare => menu(
            "declare the leak: this ends the drill".into(),
            vec![
                ("held".into(), Act::Declare(Claim::Held), None),
                ("isolated".into(), Act::Declare(Claim::Isolated), None),
            ],
        ),
        Action::Act => menu(format!("{name} at {}", view.label(view.hand.place)), at_place(view, who)),
        _ => Offered::Nothing,
    }
}

/// Asks the drill about each.
pub fn rows(session: &Session, offers: Vec<Offer>) -> Vec<Row> {
    let drill = session.ahead();
    let mut rows: Vec<(u32, Row)> = offers
        .into_iter()
        .map(|(label, act, mark)| {
            let (possible, note, order) = match drill.check(&Order::trainee(act)) {
                Ok(f) => (true, speech::forecast(&act, &f), f.takes_s.unwrap_or(0)),
                Err(why) => (false, speech::refusal(session.mission(), &why), 0),
            };
            (order, Row { letter: ' ', label, note, possible, pick: Pick::Order(act), mark })
        })
        .collect();
    // Letters are given in the order of the layout, so that they stay; the nearest is shown first.
    let mut menu = Menu::new("", rows.iter().map(|r| r.1.clone()).collect());
    menu.rows.sort_by_key(|r| {
        let near = rows.iter().find(|(_, x)| x.pick == r.pick).map_or(0, |(t, _)| *t);
        (!r.possible, near)
    });
    rows.clear();
    menu.rows
}

/// Asks again about the rows of an open menu, each in its place: time passes while somebody chooses.
pub fn refresh(session: &Session, menu: &mut Menu) {
    let drill = session.ahead();
    for row in &mut menu.rows {
        let Pick::Order(act) = row.pick else { continue };
        (row.possible, row.note) = match drill.check(&Order::trainee(act)) {
            Ok(f) => (true, speech::forecast(&act, &f)),
            Err(why) => (false, speech::refusal(session.mission(), &why)),
        };
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

/// Lengths of a leak check worth offering, and any other by typing.
fn leak_check(session: &Session, view: &View<'_>, who: PersonId) -> Offered {
    let lengths = [(60, "1 minute"), (300, "5 minutes"), (600, "10 minutes"), (1800, "30 minutes")];
    let long = [(3600, "1 hour"), (7200, "2 hours"), (14_400, "4 hours"), (28_800, "8 hours")];
    let offers = lengths
        .into_iter()
        .chain(long)
        .map(|(s, label)| (label.to_owned(), Act::Task { who, task: Task::LeakCheck(s) }, None))
        .collect();
    let mut rows = rows(session, offers);
    let mut other = Row::new("other", "type how long: 20m, 3h", Pick::Ask(Asked::LeakCheck));
    other.possible = rows.iter().any(|r| r.possible);
    rows.push(other);
    let mut menu = Menu::new(format!("{}: leak check for how long?", view.who(who)), Vec::new());
    for (row, letter) in rows.iter_mut().zip('a'..) {
        row.letter = letter;
    }
    menu.rows = rows;
    Offered::Menu(menu)
}

fn holes(view: &View<'_>, who: PersonId) -> Vec<Offer> {
    let mut offers = Vec::new();
    for hole in &view.console.holes {
        let id: FoundId = hole.found;
        let tasks = [
            ("finger on", Task::Finger(id)),
            ("tape", Task::Tape(id)),
            ("sealant", Task::Sealant(id)),
            ("patch", Task::Patch(id)),
            ("inspect", Task::Inspect(id)),
            ("photograph", Task::Photograph(id)),
        ];
        for (label, task) in tasks {
            let label = format!("{label} h{}", u32::from(id.0) + 1);
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
        let together = view.console.crew.iter().any(|p| p.who == to && p.at == person.at);
        for item in Item::ALL.into_iter().filter(|i| together && person.carries.has(*i)) {
            let text = format!("{} to {label}", thing(item));
            offers.push((text, Act::Task { who, task: Task::Give(item, to) }, None));
        }
    }
    offers
}

fn air(view: &View<'_>, who: PersonId) -> Vec<Offer> {
    let mut offers: Vec<Offer> = Vec::new();
    for (i, tank) in view.layout.tanks.iter().enumerate() {
        let open = view.console.tanks.get(i).is_some_and(|t| t.open);
        let label = format!("{} {}", if open { "shut" } else { "open" }, tank.name);
        let mark = Some(Mark::Place(tank.compartment));
        offers.push((label, Act::Task { who, task: Task::Valve(TankId::at(i), !open) }, mark));
    }
    let masked = view.person().is_some_and(|p| p.mask_s.is_some());
    let mask = if masked { "mask off" } else { "mask on" };
    offers.push((mask.into(), Act::Task { who, task: Task::Mask(!masked) }, None));
    offers.push(("light a candle".into(), Act::Task { who, task: Task::Candle }, None));
    for (i, machine) in view.layout.equipment.iter().enumerate() {
        let on = view.console.equipment.get(i).is_some_and(|e| e.on);
        let label = format!("{}: {}", machine.name, if on { "off" } else { "on" });
        let act = Act::Task { who, task: Task::Switch(EquipmentId::at(i), !on) };
        offers.push((label, act, Some(Mark::Place(machine.compartment))));
    }
    offers
}

fn boats(view: &View<'_>, who: PersonId) -> Vec<Offer> {
    let mut offers: Vec<Offer> = vec![("put the suit on".into(), Act::Task { who, task: Task::Suit }, None)];
    for (i, vehicle) in view.layout.vehicles.iter().enumerate() {
        let id = VehicleId::at(i);
        if vehicle.seats > 0 {
            offers.push((format!("strap into {}", vehicle.name), Act::Task { who, task: Task::Enter(id) }, None));
            offers.push((format!("liner to {}", vehicle.name), Act::Task { who, task: Task::Liner(id) }, None));
        }
        offers.push((format!("undock {}", vehicle.name), Act::Task { who, task: Task::Undock(id) }, None));
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
                offers.push((format!("wake {label}"), Act::Task { who, task: Task::Wake(to) }, None));
            }
            offers.push((format!("ground wakes {label}"), Act::GroundWake { who: to }, None));
        }
    }
    offers.push(("sleep".into(), Act::Task { who, task: Task::Sleep }, None));
    offers
}

/// What the chosen person can do at the chosen place: its hatches, tanks, holes, what is stowed there.
fn at_place(view: &View<'_>, who: PersonId) -> Vec<Offer> {
    let place = view.hand.place;
    let mut offers: Vec<Offer> = Vec::new();
    let here = view.person().is_some_and(|p| p.at == place);
    if here {
        for (label, task) in [("listen", Task::Listen), ("look", Task::Search), ("measure", Task::Measure(None))] {
            offers.push((label.into(), Act::Task { who, task }, None));
        }
    } else {
        let go = format!("go to {}", view.label(place));
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
            offers.push((format!("{verb} {name}"), Act::Task { who, task }, Some(Mark::Hatch(id))));
        };
        if open {
            add("shut", Task::Close(id));
        } else {
            add("open", Task::Open(id));
            add("equalise", Task::Equalise(id));
        }
        if obstructed(view, id) {
            add("clear", Task::Clear(id));
        }
    }
    for offer in air(view, who) {
        if offer.2 == Some(Mark::Place(place)) {
            offers.push(offer);
        }
    }
    offers
}
