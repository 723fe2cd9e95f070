//! Where sentences come from: `words`, shaped for the feed, the menus and the note line.

use super::feed::Voice;
use super::figures;
use crate::mission::Mission;
use crate::sim::Forecast;
use crate::sim::event::Event;
use crate::sim::order::{Act, Task};
use crate::sim::refusal::Refusal;
use crate::words::Words;

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
        Event::Began { .. }
        | Event::Arrived { .. }
        | Event::GaugeRead { .. }
        | Event::StopwatchPressed { .. }
        | Event::AlarmCleared { .. } => return None,
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
        Some(0) => "at once".to_owned(),
        Some(s) => figures::span(u64::from(s)),
        None if matches!(act, Act::Task { .. }) => "until stopped".to_owned(),
        None => "at once".to_owned(),
    };
    if forecast.starts_in_s > 0 {
        format!("in {}, takes {takes}", figures::span(u64::from(forecast.starts_in_s)))
    } else {
        takes
    }
}
