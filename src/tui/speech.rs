//! Where sentences come from: `words`, shaped for the feed, the menus and the note line.

use super::feed::Voice;
use super::figures;
use super::labels;
use super::session::Session;
use crate::mission::Mission;
use crate::sim::Forecast;
use crate::sim::console::Viewpoint;
use crate::sim::event::Event;
use crate::sim::order::{Act, Task};
use crate::sim::refusal::Refusal;
use crate::words::{Words, en};

/// What the feed says of a visible event: who speaks, their name, the words.
pub fn event(mission: &Mission, event: &Event) -> Option<(Voice, String, String)> {
    let voice = match event {
        Event::Said { message } => {
            let said = mission.messages.get(usize::from(*message))?;
            return Some((Voice::Ground, said.from.clone(), said.text.clone()));
        }
        Event::Alarm { .. } => Voice::Alarm,
        Event::Refused { .. } | Event::Failed { .. } => Voice::Refusal,
        // The crew table shows these while they last; told again they would bury the rest.
        Event::Began { .. } | Event::Arrived { .. } | Event::StopwatchPressed { .. } | Event::AlarmCleared { .. } => {
            return None;
        }
        Event::Finished { who, task: Task::Move(at) } => {
            let arrived = Event::Arrived { who: *who, at: *at };
            return Some((Voice::Crew, String::new(), Words::of(mission).event(&arrived)));
        }
        Event::Finished { task, .. } if !telling(task) => return None,
        _ => Voice::Crew,
    };
    Some((voice, String::new(), Words::of(mission).event(event)))
}

/// Why an order cannot be, and what would help.
pub fn refusal(mission: &Mission, why: &Refusal) -> String {
    Words::of(mission).refusal(why).line()
}

/// Whether the end of a task is news: most leave an event of their own that says more.
const fn telling(task: &Task) -> bool {
    matches!(task, Task::Equalise(_) | Task::Clear(_) | Task::Suit)
}

/// An order as it is said.
pub fn act(mission: &Mission, act: &Act) -> String {
    Words::of(mission).act(act)
}

/// How long it takes: `0:40`, `in 1:10, takes 0:40`, `until stopped`.
pub fn forecast(act: &Act, forecast: &Forecast) -> String {
    let takes = match forecast.takes_s {
        Some(0) => labels::AT_ONCE.to_owned(),
        Some(s) => figures::span(u64::from(s)),
        None if matches!(act, Act::Task { .. }) => labels::UNTIL_STOPPED.to_owned(),
        None => labels::AT_ONCE.to_owned(),
    };
    if forecast.starts_in_s > 0 {
        labels::in_and_takes(&figures::span(u64::from(forecast.starts_in_s)), &takes)
    } else {
        takes
    }
}

/// What a declaration would cut short: the drill ends with it, and what is still being said stays unsaid.
pub fn declaring(session: &Session) -> String {
    let words = Words::of(session.mission());
    let drill = session.ahead();
    let console = drill.console(Viewpoint::Crew);
    let mut undone = Vec::new();
    for person in &console.crew {
        let now = person.job.as_ref().map(|job| job.task);
        // A needle that is watched or a finger on a hole is not cut short: it has no end.
        for task in now.into_iter().chain(person.queue.iter().copied()).filter(|task| !task.is_open_ended()) {
            let left = person.job.as_ref().filter(|job| job.task == task).and_then(|job| job.left_s);
            undone.push((matches!(task, Task::Report(_)), words.person(person.who), words.task(&task), left));
        }
    }
    undone.sort_by_key(|(report, ..)| !report);
    match undone.first() {
        None => en::window::ENDS_THE_DRILL.to_owned(),
        Some((report, who, what, left)) => {
            let left = left.map(|s| figures::span(u64::from(s)));
            en::window::ends_too_soon(who, what, *report, left.as_deref(), undone.len() - 1)
        }
    }
}
