//! Whether a station has what a deed needs: tape to tape with, a tank to open, a door to shut.

use super::lookup::Desk;
use super::model::DeedKind;
use super::problem::{Kind, Problem};
use super::row::Row;
use crate::sim::ids::HatchId;
use crate::sim::item::Item;
use crate::sim::layout::HatchKind;

impl Desk {
    /// Says so if nobody on this station can ever do this.
    pub fn means_for(&mut self, what: DeedKind, row: &Row) {
        if self.blind {
            return;
        }
        let l = &self.layout;
        let has =
            |item: Item| l.stock.iter().any(|s| s.item == item) || l.crew.iter().any(|m| m.carries.contains(&item));
        let seats = l.vehicles.iter().any(|v| v.seats > 0);
        let lacks = match what {
            DeedKind::Measure if !has(Item::Gauge) => "there is no hand gauge on board",
            DeedKind::Tape if !has(Item::Tape) => "there is no tape on board",
            DeedKind::Coat if !has(Item::Sealant) => "there is no sealant on board",
            DeedKind::Patch if !has(Item::Patch) => "there is no patch on board",
            DeedKind::Photograph if !has(Item::Camera) => "there is no camera on board",
            DeedKind::Candle if !has(Item::Candle) => "there is no candle on board",
            DeedKind::Mask if !has(Item::Mask) => "there is no mask on board",
            DeedKind::Took { item: Some(item) } if !has(item) => "there is none on board",
            DeedKind::OpenTank | DeedKind::ShutTank if l.tanks.is_empty() => "the station has no tank",
            DeedKind::Switch { .. } if l.equipment.is_empty() => "the station has no machine",
            DeedKind::Clear if l.hatches.iter().all(|h| h.obstruction.is_none()) => "nothing lies through any hatch",
            DeedKind::Undock if l.vehicles.is_empty() => "no vehicle is docked",
            DeedKind::Liner | DeedKind::Seat | DeedKind::Suit if !seats => "no vehicle with seats is docked",
            _ => return,
        };
        let word = row.text("done").unwrap_or_default();
        self.report(
            Problem::new(Kind::Impossible, row.place_of("done"), format!("nobody can ever have done `{word}` here"))
                .expected(lacks),
        );
    }

    /// The hatches of a field, which must have doors.
    pub fn doors(&mut self, row: &Row, field: &str) -> Option<Vec<HatchId>> {
        let hatches = self.hatches(row, field)?;
        if hatches.len() <= row.list(field).len() {
            self.must_have_doors(&hatches, row, field);
        }
        Some(hatches)
    }

    /// The one hatch of a field, which must have a door.
    pub fn door(&mut self, row: &Row, field: &str) -> Option<HatchId> {
        let hatch = self.one_hatch(row, field)?;
        self.must_have_doors(&[hatch], row, field);
        Some(hatch)
    }

    fn must_have_doors(&mut self, hatches: &[HatchId], row: &Row, field: &str) {
        if let Some(passage) = hatches.iter().map(|h| self.layout.hatch(*h)).find(|h| h.kind == HatchKind::Open) {
            let name = passage.id.clone();
            self.report(
                Problem::new(Kind::Impossible, row.place_of(field), format!("`{name}` is a passage without a door"))
                    .expected("a hatch that can be shut"),
            );
        }
    }
}
