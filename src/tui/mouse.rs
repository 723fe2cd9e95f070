//! The mouse, where it helps: places and hatches of the map, rows of menus and lists, a moment of the trend or of a
//! record.
//!
//! Whatever a click does, a key does too.

use super::action::Action;
use super::app::{App, Stage};
use super::menu::{Mark, Menu};
use super::offers::{self, Offered};
use super::over::Over;
use super::panel::{choices, trend};
use super::play::{Play, Wish};
use super::screen::{cabin, over, records, title};
use super::view::Note;
use crate::sim::ids::HatchId;
use crate::sim::layout::HatchKind;
use crate::words::en::window;

impl App {
    /// A click at a column and a row.
    pub(super) fn click(&mut self, x: u16, y: u16) {
        let size = (i32::from(self.size.0), i32::from(self.size.1));
        let (x, y) = (i32::from(x), i32::from(y));
        match &self.over {
            Over::None => self.click_stage(x, y, size),
            Over::Settings { .. } => match over::choice_at(size, x, y) {
                Some(cursor) => {
                    self.turn(cursor, 1);
                    self.over = Over::Settings { cursor };
                }
                None => self.over = Over::None,
            },
            Over::Palette(palette) => {
                let row = over::found_at(palette, size, x, y);
                self.click_palette(row);
            }
            Over::Help { .. } | Over::Notice { .. } => self.over = Over::None,
            Over::Ask { .. } | Over::Leave | Over::Quit | Over::TakeOver | Over::Edited(_) | Over::Waiting(_) => {}
        }
    }

    fn click_stage(&mut self, x: i32, y: i32, size: (i32, i32)) {
        match &mut self.stage {
            Stage::Cabin(play) => {
                let wish = play.click(x, y, size);
                self.wish(wish);
            }
            Stage::Watch(watch) => watch.click(x, y, size),
            Stage::Title(list) => {
                if let Some(ix) = title::at(list, size, x, y) {
                    let again = std::mem::replace(&mut list.cursor, ix) == ix;
                    if again {
                        self.choose();
                    }
                }
            }
            Stage::Records => {
                if let Some(ix) = records::at(&self.lobby, size.1, y) {
                    let again = std::mem::replace(&mut self.lobby.cursor, ix) == ix;
                    if again {
                        self.choose();
                    }
                }
            }
            _ => {}
        }
    }
}

impl Play {
    /// A click in the cabin: a row of the menu, a place, a hatch, a moment of the trend.
    fn click(&mut self, x: i32, y: i32, (w, h): (i32, i32)) -> Wish {
        if self.hand.menu.is_some() {
            return self.click_menu(x, y, (w, h));
        }
        let view = self.view();
        if let Some((left, top, width, rows)) = cabin::trend_area(&view, self.sheet, w, h)
            && (left..left + width).contains(&x)
            && (top..top + rows).contains(&y)
        {
            let text = trend::moment(&view, width, x - left);
            self.hand.note = text.map(|text| Note { text, refused: false });
            return Wish::None;
        }
        let (plan, left, top) = cabin::plan(&view, w, h);
        let (x, y) = (x - left, y - top);
        let near = |p: &(i32, i32)| (p.0 - x).abs() <= 1 && p.1 == y;
        let hatch = plan.joints.iter().position(|j| near(&j.glyph));
        if let Some(place) = plan.at(x, y) {
            let again = self.hand.place == place;
            self.hand.place = place;
            if again {
                return self.act(Action::Act, (w as u16, h as u16));
            }
        } else if let Some(hatch) = hatch {
            let mark = Mark::Hatch(HatchId::at(hatch));
            let joint = &self.session.mission().layout.hatches[hatch];
            let (between, door) = (joint.between, joint.kind != HatchKind::Open);
            self.hand.place = between[0];
            if !door {
                self.refuse(window::NO_DOOR.to_owned());
                return Wish::None;
            }
            if let Offered::Menu(mut menu) = offers::of(Action::Act, &self.session, &self.view()) {
                menu.rows.retain(|r| r.mark == Some(mark));
                self.hand.menu = Some(Menu { cursor: 0, ..menu });
            }
        }
        Wish::None
    }

    /// A row is taken; a click beside the menu closes it.
    fn click_menu(&mut self, x: i32, y: i32, (w, h): (i32, i32)) -> Wish {
        let view = self.view();
        let Some(menu) = &self.hand.menu else { return Wish::None };
        let (left, top, width, rows) = cabin::menu_area(&view, menu, w, h);
        let row = choices::row_at(menu, (width, rows), (x - left, y - top));
        match (row, &mut self.hand.menu) {
            (Some(row), Some(menu)) => {
                menu.cursor = row;
                self.take_cursor()
            }
            _ => {
                self.hand.menu = None;
                Wish::None
            }
        }
    }
}
