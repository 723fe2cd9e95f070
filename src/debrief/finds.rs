//! Which of the true holes each found one is.
//!
//! The crew numbers holes as they find them, the truth as they open, and no event says both numbers: that would tell a
//! crew which of two holes in a place goes through. Afterwards it can be told. A hole that went through when somebody
//! looked closely is no blind one, one that was heard has air in it, and where two holes of a place are still alike the
//! drill is flown again and the station asked.

use crate::drill::Log;
use crate::replay::Record;
use crate::replay::rerun::Rerun;
use crate::sim::event::Event;
use crate::sim::ids::{CompartmentId, FoundId};

/// A true hole, as it was made.
struct Made {
    at: CompartmentId,
    through: bool,
    taken: bool,
}

/// A found hole, with what the crew's own acts say of it.
struct Find {
    found: FoundId,
    at: CompartmentId,
    /// Holes that there were when it was found.
    made: usize,
    /// What a close look said.
    through: Option<bool>,
    /// It was heard, or something was put on it: if there is a choice, it is one that goes through.
    likely: bool,
}

/// Found holes with the number of the true hole that each of them is, in the order in which they were found.
pub fn of(record: &Record) -> Vec<(FoundId, usize)> {
    let (made, finds) = read(record);
    if record.same_rules() && alike(&made, &finds) { flown(record) } else { by_signs(made, &finds) }
}

/// The same from the record's own lines alone, as a record of other rules must be read.
pub fn told(record: &Record) -> Vec<(FoundId, usize)> {
    let (made, finds) = read(record);
    by_signs(made, &finds)
}

fn read(record: &Record) -> (Vec<Made>, Vec<Find>) {
    let (mut made, mut finds) = (Vec::new(), Vec::<Find>::new());
    for (_, event) in record.log.events() {
        match *event {
            Event::HoleOpened { at, cd_area_mm2, .. } => {
                made.push(Made { at, through: cd_area_mm2 > 0.0, taken: false });
            }
            Event::HoleFound { at, found, by_ear, .. } => {
                finds.push(Find { found, at, made: made.len(), through: None, likely: by_ear });
            }
            Event::HoleInspected { found, through, .. } => {
                of_number(&mut finds, found).for_each(|find| find.through = Some(through));
            }
            Event::FingerOn { found, on: true, .. }
            | Event::Taped { found, .. }
            | Event::Coated { found, .. }
            | Event::Patched { found, .. } => of_number(&mut finds, found).for_each(|find| find.likely = true),
            _ => {}
        }
    }
    (made, finds)
}

fn of_number(finds: &mut [Find], number: FoundId) -> impl Iterator<Item = &mut Find> {
    finds.iter_mut().filter(move |find| find.found == number)
}

/// Whether somebody found a hole in a place that had two which nothing in the record tells apart.
fn alike(made: &[Made], finds: &[Find]) -> bool {
    finds.iter().any(|find| {
        let like = |m: &&Made| m.at == find.at && find.through.is_none_or(|through| through == m.through);
        made.iter().take(find.made).filter(like).count() > 1
    })
}

/// Those that were looked at closely first: they are known best. Then those that are likely to go through.
fn by_signs(mut made: Vec<Made>, finds: &[Find]) -> Vec<(FoundId, usize)> {
    let mut order: Vec<usize> = (0..finds.len()).collect();
    order.sort_by_key(|ix| (finds[*ix].through.is_none(), !finds[*ix].likely));
    let mut known: Vec<(usize, usize)> = Vec::new();
    for ix in order {
        let find = &finds[ix];
        let free = |m: &Made| m.at == find.at && !m.taken;
        let wanted = find.through.or(find.likely.then_some(true));
        let there = &made[..find.made];
        let fits = there.iter().position(|m| free(m) && wanted.is_none_or(|through| through == m.through));
        if let Some(hole) = fits.or_else(|| there.iter().position(free)) {
            made[hole].taken = true;
            known.push((ix, hole));
        }
    }
    known.sort_unstable();
    known.into_iter().map(|(ix, hole)| (finds[ix].found, hole)).collect()
}

/// As the station knows at the drill's end, flown again.
fn flown(record: &Record) -> Vec<(FoundId, usize)> {
    let mut rerun = Rerun::new(record);
    rerun.run_to(record.last, &mut Log::new());
    let truth = rerun.drill.truth();
    let mut known: Vec<(FoundId, usize)> =
        truth.holes.iter().enumerate().filter_map(|(hole, made)| Some((made.found?, hole))).collect();
    known.sort_unstable_by_key(|(found, _)| found.0);
    known
}
