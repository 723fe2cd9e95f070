//! What must be true of every second of every drill, however mad.

use leakdrill::drill::{Drill, Entry, Log, TrueAir, Truth};
use leakdrill::sim::console::{Condition, Console, HatchState, Viewpoint};
use leakdrill::sim::gas::species::{GAS_CONSTANT, MOLAR_MASS};
use leakdrill::sim::item::Item;
use leakdrill::sim::layout::Layout;

/// The station as it was a second ago.
pub struct Watch {
    before: Console,
    /// All air, and all that left, less all that came, at the start, kg.
    balance_kg: f64,
}

impl Watch {
    pub fn new(drill: &Drill) -> Self {
        Self { before: drill.console(Viewpoint::Crew), balance_kg: drill.truth().balance_kg }
    }

    /// Looks at a second that has just passed.
    pub fn second(&mut self, drill: &Drill) {
        let now = drill.console(Viewpoint::Crew);
        let layout = &drill.mission().layout;
        people(&self.before, &now, layout);
        things(&self.before, &now);
        self.before = now;
    }

    /// Skips the seconds between; the next [`Watch::second`] compares with this one.
    pub fn skip(&mut self, drill: &Drill) {
        self.before = drill.console(Viewpoint::Crew);
    }

    /// Looks at the air.
    pub fn air(&self, drill: &Drill) {
        let truth = drill.truth();
        finite(&truth);
        for (air, room) in truth.air.iter().zip(&drill.mission().layout.compartments) {
            breathable(air, room.volume.0);
        }
        // Against all that is in the ledger: a small station fed from a large tank counts what went through it.
        let off = (truth.balance_kg - self.balance_kg).abs() / (self.balance_kg + truth.leaked_kg + truth.mass_kg);
        assert!(off < 1e-12, "at {} the ledger of the air is off by {off:e}: {truth:?}", drill.now());
    }
}

fn finite(truth: &Truth) {
    for air in &truth.air {
        // What is left of a gas that has gone to the last molecule is the rounding of what it was, of either sign: the
        // last digit of a kilogram is 2e-16 of it, and in half a cubic metre 1e-11 Pa. A nanopascal covers them all.
        let numbers = [air.pressure_pa, air.temperature_k, air.mass_kg].into_iter().chain(air.partial_pa);
        assert!(numbers.clone().all(|x| x.is_finite() && x >= -1e-9), "not air: {air:?}");
    }
    assert!(truth.leaked_kg.is_finite() && truth.leaked_kg >= 0.0);
    assert!(truth.reserve_s.is_none_or(|s| s.is_finite()));
    assert!(truth.holes.iter().all(|h| h.open_mm2.is_finite() && h.open_mm2 >= 0.0), "{:?}", truth.holes);
    assert!(truth.crew_air_mmhg.iter().all(|p| p.is_finite()));
}

/// A gas within the model's temperatures whose pressure, parts, warmth and mass tell of the same number of molecules.
fn breathable(air: &TrueAir, volume_m3: f64) {
    assert!((3.0..=3000.0).contains(&air.temperature_k), "no gas is like that: {air:?}");
    let parts = air.partial_pa.iter().sum::<f64>();
    assert!((parts - air.pressure_pa).abs() <= 1e-9 * parts + 1e-9, "the parts are not the whole: {air:?}");
    let per_kg = GAS_CONSTANT * air.temperature_k / volume_m3;
    let mass_kg = air.partial_pa.iter().zip(MOLAR_MASS).map(|(pa, molar)| pa * molar / per_kg).sum::<f64>();
    assert!((mass_kg - air.mass_kg).abs() <= 1e-9 * mass_kg + 1e-12, "{mass_kg} kg weigh otherwise: {air:?}");
}

/// Everybody is in one place, goes through one door a second and no shut one, and does not come back to life.
fn people(before: &Console, now: &Console, layout: &Layout) {
    assert_eq!(now.crew.len(), layout.crew.len());
    for (ix, (was, is)) in before.crew.iter().zip(&now.crew).enumerate() {
        assert_eq!((was.who.ix(), is.who.ix()), (ix, ix), "somebody took another's seat");
        assert!((0.0..=1.0).contains(&is.exposure), "{} has exposure {}", ix, is.exposure);
        if was.condition == Condition::Dead || was.condition == Condition::Gone {
            assert_eq!(was.condition, is.condition, "somebody came back");
        }
        let strapped = is.seated.is_none_or(|v| layout.compartment(is.at).vehicle == Some(v));
        assert!(strapped, "person {ix} is strapped into a ship in which they are not");
        if was.at == is.at {
            continue;
        }
        let door = now.hatches.iter().zip(&before.hatches).any(|(after, earlier)| {
            // Within one second one may open it, a second go through and a third begin to shut it.
            let shut = after.state == HatchState::Shut && earlier.state == HatchState::Shut;
            !shut && !earlier.gone && layout.hatch(after.hatch).beyond(was.at) == Some(is.at)
        });
        assert!(
            door,
            "{}: person {ix} went from {:?} to {:?} through a shut door, {was:?}, {is:?}",
            now.tick, was.at, is.at
        );
        assert!(!matches!(was.condition, Condition::Dead | Condition::Gone | Condition::Unconscious));
    }
    for (ix, hole) in now.holes.iter().enumerate() {
        if let Some(who) = hole.finger {
            assert_eq!(now.crew[who.ix()].at, hole.at, "the finger on hole {ix} is longer than an arm");
            let one = now.holes.iter().filter(|h| h.finger == Some(who)).count();
            assert_eq!(one, 1, "one finger is on {one} holes");
        }
    }
}

/// Things are used up and handed on; they do not come from nothing. What left with a ship is gone.
fn things(before: &Console, now: &Console) {
    let count = |console: &Console, item: Item| -> u32 {
        let stowed = console.stock.iter().map(|pile| u32::from(pile.count(item))).sum::<u32>();
        let worn = console.crew.iter().filter(|p| item == Item::Mask && p.mask_s.is_some()).count() as u32;
        stowed + worn + console.crew.iter().map(|p| u32::from(p.carries.count(item))).sum::<u32>()
    };
    for item in Item::ALL {
        let (was, is) = (count(before, item), count(now, item));
        assert!(is <= was, "{} of {item:?} became {is}", was);
    }
    for (was, is) in before.tanks.iter().zip(&now.tanks) {
        assert!(
            is.left_kg.is_finite() && is.left_kg >= 0.0 && is.left_kg <= was.left_kg,
            "a tank filled itself: {is:?}"
        );
    }
    for (was, is) in before.vehicles.iter().zip(&now.vehicles) {
        assert!(was.docked || !is.docked, "a ship came back");
    }
}

/// What a whole run leaves behind: every order answered once, time that never goes back, numbers that are numbers.
pub fn log(log: &Log, orders: usize, pending: usize) {
    let answered = log.entries().iter().filter(|(_, e)| matches!(e, Entry::Order(_))).count();
    assert_eq!(answered + pending, orders, "an order was lost");
    assert!(log.entries().windows(2).all(|w| w[0].0 <= w[1].0), "the log goes back in time");
    // What is not a number has no JSON: it would come out as null, and a record could not be read again.
    for (tick, entry) in log.entries() {
        match entry {
            Entry::Sample(sample) => {
                let air = sample.air.iter().all(|a| [a.p, a.o2, a.co2, a.t].iter().all(|x| x.is_finite()));
                let people = sample.crew.iter().all(|p| p.exposure.is_finite() && p.needle.is_none_or(f64::is_finite));
                let sensors = sample.sensors.iter().flatten().all(|x| x.is_finite());
                let whole = sample.leaked_kg.is_finite() && sample.reserve_s.is_none_or(f64::is_finite);
                assert!(air && people && sensors && whole, "{tick:?}: a sample holds what is no number: {sample:?}");
            }
            Entry::Event(event) => {
                let text = format!("{event:?}");
                assert!(!text.contains("NaN") && !text.contains(": inf"), "{tick:?}: {text}");
            }
            Entry::Order(_) | Entry::Mark(_) => {}
        }
    }
}
