//! Settings: values that the file declares for each level of difficulty and uses as `$name`.

use super::advice::words;
use super::level::Level;
use super::problem::{Kind, Place, Problem, Source};
use super::row::Row;
use super::suggest;
use super::table::LEVELS;
use super::walk::{Choices, Node};
use toml::de::{DeTable, DeValue};

/// The settings of a file at one level.
pub(super) struct Settings<'d, 'i> {
    /// The level in force, and what else there is.
    pub level: Level,
    /// What each setting stands for at that level.
    pub choices: Choices<'d, 'i>,
}

impl<'d, 'i> Settings<'d, 'i> {
    /// Those of a parsed file. It is read before the walk, since any value may be a setting.
    pub fn of(file: &'d DeTable<'i>, asked: Option<&str>) -> Self {
        let own = file.get("level").and_then(|v| v.get_ref().as_str());
        let level = asked.or(own).unwrap_or("normal").to_owned();
        let mut choices = Choices::new();
        if let Some(DeValue::Table(all)) = file.get("settings").map(|v| v.get_ref()) {
            for (name, node) in all {
                let choice = match node.get_ref() {
                    DeValue::Table(table) => table.get(level.as_str()).or_else(|| table.get("normal")),
                    _ => None,
                };
                choices.push((name.get_ref().to_string(), choice));
            }
        }
        let level = Level { asked: asked.map(str::to_owned), in_force: level, offered: offered(file) };
        Self { level, choices }
    }

    /// Titles and values in force, for the brief.
    pub fn in_force(&self, row: &Row) -> Vec<(String, String)> {
        let mut list = Vec::new();
        for (name, cell) in row.named("settings") {
            let (Some(name), Some(table)) = (name.text(), cell.row()) else { continue };
            let choice = self.choices.iter().find(|(n, _)| n == name).and_then(|(_, node)| *node);
            let value = match choice.map(|node| node.get_ref()) {
                Some(DeValue::String(text)) => text.to_string(),
                Some(DeValue::Integer(n)) => n.to_string(),
                Some(DeValue::Float(x)) => x.to_string(),
                Some(DeValue::Boolean(b)) => b.to_string(),
                _ => continue,
            };
            list.push((table.text("title").unwrap_or(name).to_owned(), value));
        }
        list
    }
}

/// The levels for which some setting has a choice; every setting has one for `normal`.
pub(super) fn offered(file: &DeTable<'_>) -> Vec<String> {
    let all = file.get("settings").and_then(|settings| settings.get_ref().as_table());
    let chooses = |level: &str| {
        let has = |setting: &Node<'_>| setting.get_ref().as_table().is_some_and(|choices| choices.contains_key(level));
        level == "normal" || all.is_some_and(|all| all.values().any(has))
    };
    words(LEVELS).filter(|level| chooses(level)).map(str::to_owned).collect()
}

/// Settings that nothing uses, names that cannot be used, levels that some settings lack.
pub(super) fn audit(settings: &Settings<'_, '_>, row: &Row, used: &[String], problems: &mut Vec<Problem>) {
    // One that the file itself asks for is the walk's to judge.
    let level = &settings.level;
    if let Some(asked) = level.asked.as_deref().filter(|asked| !level.offered.iter().any(|l| l == asked)) {
        let problem = if words(LEVELS).any(|l| l == asked) {
            let message = format!("this mission has no level `{asked}`");
            let offered = suggest::list(level.offered.iter().map(String::as_str)).replace(" or ", " and ");
            Problem::new(Kind::UnknownLevel, &Place::TOP, message).expected(format!("it offers {offered}"))
        } else {
            let message = format!("no level of difficulty is named `{}`", super::value::brief(asked));
            Problem::new(Kind::UnknownLevel, &Place::TOP, message).one_of(asked, words(LEVELS))
        };
        problems.push(problem);
    }
    let offered = |level: &str| row.named("settings").iter().filter_map(|(_, c)| c.row()).any(|t| t.wrote(level));
    for (name, cell) in row.named("settings") {
        let (Some(id), Some(table)) = (name.text(), cell.row()) else { continue };
        if !super::value::is_id(id) {
            problems.push(
                Problem::new(Kind::BadName, &name.place, format!("`{}` is no short name", super::value::brief(id)))
                    .expected("small letters, digits, `-` and `_`, beginning with a letter or digit"),
            );
        }
        if !used.iter().any(|u| u == id) {
            problems.push(
                Problem::new(Kind::UnusedSetting, &name.place, format!("nothing uses the setting `{id}`"))
                    .expected(format!("use it where it belongs: \"${id}\""))
                    .warning(),
            );
        }
        for level in ["easy", "hard"] {
            if offered(level) && !table.wrote(level) {
                problems.push(
                    Problem::new(
                        Kind::MissingChoice,
                        &Place { source: Source::Mission, span: name.place.span.clone() },
                        format!("setting `{id}` has no choice for the level `{level}`"),
                    )
                    .expected("another setting offers that level, so all must"),
                );
            }
        }
    }
}
