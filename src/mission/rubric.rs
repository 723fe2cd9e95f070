//! What counts: from `[[score]]` to [`Rubric`].

use super::action::outcome;
use super::lookup::Desk;
use super::model::{Band, Measure, Rubric, ScoreItem, Test};
use super::problem::{Kind, Problem};
use super::row::Row;
use super::unit::Dimension;

/// How a measure is written: its dimension (none for a plain number), by how much its log number is larger, and
/// whether more of it is better.
struct Scale {
    measure: Measure,
    dimension: Option<Dimension>,
    factor: f64,
    more_is_better: bool,
    example: &'static str,
}

/// The measure that a word means.
fn scale(word: &str) -> Option<Scale> {
    use Dimension::*;
    let (measure, dimension, factor, more_is_better, example) = match word {
        "air_lost" => (Measure::AirLost, Some(Mass), 1.0, false, "\"20 kg\""),
        "lowest_pressure" => (Measure::LowestPressure, Some(Pressure), 1.0, true, "\"700 mmHg\""),
        "highest_oxygen" => (Measure::HighestOxygenPercent, Some(Share), 1.0, false, "\"23 %\""),
        "reserve_error" => (Measure::ReserveError, Some(Share), 1.0, false, "\"5 %\""),
        "last_reserve_error" => (Measure::LastReserveError, Some(Share), 1.0, false, "\"5 %\""),
        "cut_off" => (Measure::CutOffSeconds, Some(Time), 1.0, false, "\"1 min\""),
        "worst_exposure" => (Measure::WorstExposure, Some(Share), 0.01, false, "\"10 %\""),
        "compartments_lost" => (Measure::CompartmentsLost, None, 1.0, false, "1"),
        "reopen_difference" => (Measure::ReopenDifference, Some(Pressure), 1.0, false, "\"3 mmHg\""),
        "closure_information" => (Measure::ClosureInformation, Some(Share), 0.01, true, "\"80 %\""),
        "false_alarms" => (Measure::FalseAlarms, None, 1.0, false, "0"),
        "patch_faults" => (Measure::PatchFaults, None, 1.0, false, "0"),
        "response_time" => (Measure::ResponseSeconds, Some(Time), 1.0, false, "\"2 min\""),
        "calls_missing" => (Measure::CallsMissing, None, 1.0, false, "0"),
        _ => return None,
    };
    Some(Scale { measure, dimension, factor, more_is_better, example })
}

impl Desk {
    /// The rubric of a mission.
    pub fn rubric(&mut self, mission: &Row) -> Rubric {
        let rows: Vec<&Row> = mission.rows("score").collect();
        for (i, row) in rows.iter().enumerate() {
            let name = row.text("name");
            let twin = rows[..i].iter().find(|r| name.is_some() && r.text("name") == name);
            if let (Some(name), Some(twin)) = (name, twin) {
                self.report(
                    Problem::new(Kind::Duplicate, row.place_of("name"), format!("two score items are named `{name}`"))
                        .expected("a name of its own")
                        .first(twin.place_of("name")),
                );
            }
        }
        let items = rows.into_iter().filter_map(|row| self.score_item(row)).collect();
        Rubric { items, pass_mark: mission.number("pass_mark").unwrap_or(0.7) }
    }

    fn score_item(&mut self, row: &Row) -> Option<ScoreItem> {
        Some(ScoreItem {
            name: row.text("name").unwrap_or_default().to_owned(),
            skill: row.text("skill").unwrap_or("general").to_owned(),
            points: row.number("points").unwrap_or(0.0),
            critical: row.flag("critical").unwrap_or(false),
            why: row.text("why").unwrap_or_default().to_owned(),
            applies: self.condition_of(row, "applies"),
            test: self.test(row)?,
        })
    }

    fn test(&mut self, row: &Row) -> Option<Test> {
        if row.wrote("when") {
            let condition = self.condition_of(row, "when");
            let bands = self.bands(row);
            return condition.map(|condition| Test::When { condition, bands });
        }
        if row.wrote("never") {
            return self.condition_of(row, "never").map(|condition| Test::Never { condition });
        }
        if let Some(word) = row.text("measure") {
            return self.measure(row, word);
        }
        let any_of: Vec<_> = row.list("outcome").iter().filter_map(|c| outcome(c.text()?)).collect();
        (!any_of.is_empty()).then_some(Test::Outcome { any_of })
    }

    fn bands(&mut self, row: &Row) -> Vec<Band> {
        let after = row.text("after").map(str::to_owned).and_then(|name| self.event(&name, row.place_of("after")));
        if let Some(within_s) = row.seconds("within") {
            return vec![Band { within_s, after_event: after, share: 1.0 }];
        }
        let mut bands: Vec<Band> = Vec::new();
        for band in row.rows("bands") {
            let own = band.text("after").map(str::to_owned).and_then(|name| self.event(&name, band.place_of("after")));
            let Some(within_s) = band.seconds("within") else { continue };
            let next = Band { within_s, after_event: own.or(after), share: band.number("share").unwrap_or(1.0) };
            if let Some(last) = bands.last()
                && last.after_event == next.after_event
                && (last.within_s >= next.within_s || last.share <= next.share)
            {
                self.report(
                    Problem::new(Kind::Reversed, &band.place, "this band gives nothing that the one before does not")
                        .expected("a longer time and a smaller share"),
                );
            }
            bands.push(next);
        }
        bands
    }

    fn measure(&mut self, row: &Row, word: &str) -> Option<Test> {
        let scale = scale(word)?;
        let mut end = |field: &str| -> Option<f64> {
            let Some(cell) = row.cell(field).cloned() else {
                if !row.wrote(field) {
                    self.report(
                        Problem::new(
                            Kind::MissingField,
                            row.place_of("measure"),
                            format!("measure `{word}` has no `{field}`"),
                        )
                        .expected("needs both `full` and `none` beside it")
                        .help(format!("for example: {field} = {}", scale.example)),
                    );
                }
                return None;
            };
            match scale.dimension {
                Some(dimension) => self.measured(field, &cell, dimension, (0.0, 1e7), scale.example),
                None => match cell.number().filter(|_| cell.text().is_none()) {
                    Some(x) if (0.0..=1e6).contains(&x) => Some(x),
                    Some(_) => {
                        self.report(
                            Problem::new(Kind::OutOfRange, &cell.place, format!("`{field}` is out of range"))
                                .expected("a number from 0 to 1000000"),
                        );
                        None
                    }
                    None => {
                        self.report(
                            Problem::new(Kind::WrongType, &cell.place, format!("`{word}` counts, it has no unit"))
                                .expected("a number without a unit"),
                        );
                        None
                    }
                },
            }
        };
        let (full, none) = (end("full"), end("none"));
        let (full, none) = (full?, none?);
        let right_way = if scale.more_is_better { full > none } else { full < none };
        if !right_way {
            let (best, worst) = if scale.more_is_better { ("more", "above") } else { ("less", "below") };
            self.report(
                Problem::new(Kind::Reversed, row.place_of("full"), format!("of `{word}`, {best} is better"))
                    .expected(format!("`full` {worst} `none`")),
            );
        }
        Some(Test::Measure { measure: scale.measure, full: full * scale.factor, none: none * scale.factor })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_measure_of_the_table_has_a_scale() {
        for word in super::super::table::MEASURES {
            assert!(scale(word.0).is_some(), "{}", word.0);
        }
    }
}
