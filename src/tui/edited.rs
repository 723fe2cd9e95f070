//! A mission file that was edited while its drill is open: the new one is offered, or its mistakes are told.

use super::app::{App, Stage};
use super::labels;
use super::over::Over;
use crate::mission::Mission;
use std::sync::Arc;

/// Asks, each time that it is called, whether the file was edited: the mission as it now is, or what is wrong with it.
pub type Editor = Box<dyn FnMut() -> Option<Result<Arc<Mission>, String>>>;

/// Columns of a notice on the narrowest screen.
const COLUMNS: usize = 72;
/// Columns of a long line that stay to the left of its mistake.
const BEFORE: usize = 16;

/// The page in so many columns: a long line of the file, and the caret under it, are cut alike, so that the caret still
/// points at the mistake.
fn within(page: &str, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = page.lines().map(str::to_owned).collect();
    for i in 1..lines.len() {
        let Some(gutter) = lines[i].find("| ").map(|at| at + 2) else { continue };
        let Some(caret) = lines[i].find('^').filter(|_| lines[i][..gutter].trim() == "|") else { continue };
        let cut = caret.saturating_sub(gutter + BEFORE);
        if lines[i - 1..=i].iter().all(|line| line.chars().count() <= columns) {
            continue;
        }
        for (line, mark) in [(i - 1, '…'), (i, ' ')] {
            let mut kept: String = lines[line].chars().take(gutter).collect();
            kept.extend((cut > 0).then_some(mark));
            let room = columns.saturating_sub(kept.chars().count());
            kept.extend(lines[line].chars().skip(gutter + cut + usize::from(cut > 0)).take(room));
            lines[line] = kept;
        }
    }
    lines
}

impl App {
    /// What became of the file. A brief shows the new text at once; a drill goes on by the old one until its trainee
    /// says otherwise; an exam is not disturbed.
    pub(super) fn edited(&mut self, edited: Result<Arc<Mission>, String>) {
        match (&mut self.stage, edited) {
            (Stage::Brief { mission, exam: false, .. }, Ok(new)) => *mission = new,
            (Stage::Cabin(play), Ok(new)) if !play.rate.exam => self.over = Over::Edited(new),
            (Stage::Cabin(play), Err(_)) if play.rate.exam => {}
            // Nobody is asked once it is over: to fly again is to fly the new text.
            (Stage::Result(_, report), Ok(new)) => report.newer = Some(new),
            (Stage::Brief { .. } | Stage::Cabin(_) | Stage::Result(..), Err(problems)) => {
                let lines = within(&problems, COLUMNS);
                self.over = Over::Notice { title: labels::EDITED, lines };
            }
            _ => {}
        }
    }

    /// Leaves the drill, and briefs for the same seed of the edited mission once the record is closed.
    pub(super) fn begin_edited(&mut self, mission: Arc<Mission>) {
        let Stage::Cabin(play) = &self.stage else { return };
        let seed = mission.seed.unwrap_or(play.session.drill().seed());
        self.finish();
        self.next = Some(Stage::Brief { mission, seed, exam: false });
    }

    /// Goes where a drill was left for.
    pub fn go_next(&mut self) {
        if let Some(stage) = self.next.take() {
            self.go(stage);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn a_caret_points_at_its_mistake_however_long_the_line_is() {
        let line = format!("12 | do = {{ say = {{ text = \"{}\", form = \"Houston\" }} }}", "word ".repeat(20));
        let caret = format!("   | {}^^^^ unknown field", " ".repeat(line.find("form").unwrap() - 5));
        let page = format!("error: [[event]] has no field `form`\n  --> a.toml:12:9\n   |\n{line}\n{caret}");
        let lines = within(&page, 60);
        assert_eq!(lines[..3], page.lines().map(str::to_owned).collect::<Vec<_>>()[..3], "short lines stand");
        let column = |line: &str, what: &str| line.find(what).map(|byte| line[..byte].chars().count());
        assert_eq!(column(&lines[3], "form"), column(&lines[4], "^"), "{}\n{}", lines[3], lines[4]);
        assert!(column(&lines[3], "form").is_some());
        assert!(lines.iter().all(|line| line.chars().count() <= 60), "{lines:?}");
    }
}
