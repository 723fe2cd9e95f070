//! The last lines: the answer to the last key, the hint in force, and the keys that matter now.

use super::card;
use crate::tui::action::{self, Action};
use crate::tui::keys::Keymap;
use crate::tui::labels;
use crate::tui::pen::{Pen, columns, cut, wrap};
use crate::tui::theme::Role;
use crate::tui::view::View;

/// Something said, with what stands before it.
struct Said {
    lead: String,
    roles: (Role, Role),
    rows: Vec<String>,
}

impl Said {
    fn new(lead: &str, text: &str, roles: (Role, Role), w: i32) -> Self {
        let rows = wrap(text, (w - columns(lead) - 2).max(10));
        Self { lead: lead.to_owned(), roles, rows }
    }

    /// At most so many rows; gives how many.
    fn trim(&mut self, most: usize) -> usize {
        if self.rows.len() > most && most > 0 {
            // The last row holds all that is left, so that a cut shows.
            let rest = self.rows.split_off(most - 1).join(" ");
            self.rows.push(rest);
        }
        self.rows.truncate(most);
        self.rows.len()
    }
}

/// What there is to say, in at most so many rows: the answer, or what the open menu's row says, and the hint of the
/// mission under it, which neither may hide; else the step of the card. A reason cut off teaches nothing: it has the
/// room that it needs before the hint.
fn said(view: &View<'_>, w: i32, most: i32) -> Vec<Said> {
    let most = most.max(1) as usize;
    let hint = card::hint(view).map(|text| Said::new("★ ", &text, (Role::Key, Role::Accent), w));
    let Some(mut first) = answer(view, w) else {
        let step = || card::current(view).and_then(|i| view.mission.card.get(i));
        let step = || step().map(|step| Said::new("▸ ", &step.text, (Role::Accent, Role::Dim), w));
        let mut only: Vec<Said> = hint.or_else(step).into_iter().collect();
        only.iter_mut().for_each(|said| _ = said.trim(most));
        return only;
    };
    let Some(mut hint) = hint.filter(|_| most > 1) else {
        first.trim(most);
        return vec![first];
    };
    let taken = first.trim(most - 1);
    hint.trim(most - taken);
    vec![first, hint]
}

fn answer(view: &View<'_>, w: i32) -> Option<Said> {
    if let Some(menu) = &view.hand.menu {
        let row = menu.rows.get(menu.cursor)?;
        let role = if row.possible { Role::Text } else { Role::Caution };
        let lead = format!("{}  ", cut(&row.label, w / 2));
        return Some(Said::new(&lead, &row.note, (Role::Accent, role), w));
    }
    let note = view.hand.note.as_ref()?;
    Some(if note.refused {
        Said::new("✗ ", &note.text, (Role::Caution, Role::Caution), w)
    } else {
        Said::new("✓ ", &note.text, (Role::Good, Role::Text), w)
    })
}

/// Draws it.
pub fn note(mut pen: Pen<'_>, view: &View<'_>) {
    let (w, h) = (pen.width(), pen.height());
    let mut y = 0;
    for said in said(view, w, h) {
        let indent = columns(&said.lead) + 1;
        pen.text(1, y, &said.lead, said.roles.0);
        for row in &said.rows {
            let whole = columns(row) <= w - indent;
            // What is cut can be read whole on the card.
            let key = format!(" {} {}", view.keys.shown(Action::Card), labels::READ_ON);
            let room = if whole || said.lead != "★ " { w - indent } else { w - indent - columns(&key) };
            let end = pen.fit(indent, y, row, room, said.roles.1);
            if room < w - indent {
                pen.text(end, y, &key, Role::Key);
            }
            y += 1;
        }
    }
}

/// Rows that the note needs at this width, at most so many. A menu keeps its place while the cursor moves in it.
pub fn height(view: &View<'_>, w: i32, most: i32) -> i32 {
    let rows: usize = said(view, w, most).iter().map(|said| said.rows.len()).sum();
    let hint = i32::from(card::hint(view).is_some());
    if view.hand.menu.is_some() { (2 + hint).min(most) } else { (rows as i32).clamp(1, most.max(1)) }
}

/// ```text
///  a acknowledge  Tab person  g go  c shut  m measure    Space pause  n next  : any order  ? help
/// ```
pub fn draw(mut pen: Pen<'_>, view: &View<'_>, keys: &Keymap) {
    if view.hand.menu.is_some() {
        pen.run(
            1,
            0,
            &[
                (labels::A_LETTER, Role::Key),
                (&format!(" {}  ", labels::CHOOSE), Role::Dim),
                ("↑↓ Enter", Role::Key),
                (&format!(" {}  ", labels::CHOOSE), Role::Dim),
                ("Esc", Role::Key),
                (&format!(" {}", labels::BACK), Role::Dim),
            ],
        );
        return;
    }
    // What always helps keeps its place at the right; what matters now comes from the left.
    let always = [Action::Pause, Action::NextEvent, Action::Palette, Action::Help];
    let width: i32 = always.iter().map(|action| width_of(keys, *action)).sum();
    let w = pen.width();
    let stop = w - width + 1;
    self::keys(&mut pen.part(stop, 0, width, 1), keys, &always);
    let matter: Vec<Action> = action::matter(view).into_iter().filter(|a| !always.contains(a)).collect();
    self::keys(&mut pen.part(1, 0, stop - 3, 1), keys, &matter);
}

/// Columns that a key with its word takes, and the gap behind it.
fn width_of(keys: &Keymap, action: Action) -> i32 {
    let word = action::find(action).map_or("", |entry| entry.short());
    columns(&keys.shown(action)) + columns(word) + 3
}

/// Some keys with what they do, as many as fit.
pub fn keys(pen: &mut Pen<'_>, keys: &Keymap, actions: &[Action]) {
    let named = actions.iter().filter_map(|action| action::find(*action)).map(|entry| (entry.action, entry.short()));
    self::named(pen, keys, named);
}

/// The same in other words.
pub fn named<'a>(pen: &mut Pen<'_>, keys: &Keymap, actions: impl Iterator<Item = (Action, &'a str)>) {
    let mut x = 0;
    for (action, word) in actions {
        let key = keys.shown(action);
        if key.is_empty() || x + columns(&key) + columns(word) + 1 > pen.width() {
            continue;
        }
        x = pen.text(x, 0, &key, Role::Key) + 1;
        x = pen.text(x, 0, word, Role::Dim) + 2;
    }
}
