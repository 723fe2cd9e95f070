//! The list of certified seeds, written into a mission without touching anything else in it.

use toml_edit::{Array, DocumentMut, Item, Value};

/// Columns of a line of seeds.
const COLUMNS: usize = 118;

/// The text with these seeds certified; none where it is no TOML.
pub fn write(text: &str, seeds: &[u64]) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let mut list: Array = seeds.iter().filter_map(|seed| i64::try_from(*seed).ok()).collect();
    lay_out(&mut list);
    match document.get_mut("certified").and_then(Item::as_value_mut) {
        Some(old) => {
            let decor = old.decor().clone();
            keep_remark(old, &mut list);
            *old = Value::Array(list);
            *old.decor_mut() = decor;
        }
        None => {
            document.insert("certified", Item::Value(Value::Array(list)));
        }
    }
    Some(document.to_string())
}

/// What stands between the bracket and the first seed stays there, if it is a remark.
fn keep_remark(old: &Value, list: &mut Array) {
    let before = old.as_array().and_then(|old| old.get(0)).and_then(|seed| seed.decor().prefix()?.as_str());
    let Some(remark) = before.filter(|before| before.contains('#')) else { return };
    if let Some(first) = list.get_mut(0) {
        first.decor_mut().set_prefix(remark);
    }
    list.set_trailing_comma(true);
    list.set_trailing("\n");
}

/// Breaks a long list into lines.
fn lay_out(list: &mut Array) {
    let mut column = 0;
    let mut lines = 0;
    let all: usize = list.iter().map(|seed| seed.to_string().trim().len() + 2).sum();
    if all + "certified = []".len() <= COLUMNS {
        return;
    }
    for seed in list.iter_mut() {
        let width = seed.to_string().trim().len() + 1;
        let new_line = lines == 0 || column + 1 + width > COLUMNS;
        seed.decor_mut().set_prefix(if new_line { "\n    " } else { " " });
        column = if new_line { 4 + width } else { column + 1 + width };
        lines += usize::from(new_line);
    }
    list.set_trailing_comma(true);
    list.set_trailing("\n");
}

#[cfg(test)]
mod tests {
    use super::write;

    #[test]
    fn seeds_replace_the_old_ones_and_nothing_else_moves() {
        let text = "title = \"A\"   # a title\ncertified = [1, 2] # by the expert\n\n[station] # there\n";
        let new = write(text, &[1, 4]).expect("it is TOML");
        assert_eq!(new, "title = \"A\"   # a title\ncertified = [1, 4] # by the expert\n\n[station] # there\n");
    }

    #[test]
    fn a_remark_inside_the_brackets_stays() {
        let new = write("certified = [   # by the expert\n    1, 2,\n]\n", &[3, 4]).expect("it is TOML");
        assert_eq!(new, "certified = [   # by the expert\n    3, 4,\n]\n");
    }

    #[test]
    fn a_file_without_any_gets_them_in_its_head() {
        let new = write("title = \"A\"\n\n# What is there.\n[station]\npreset = \"x\"\n", &[7]).expect("it is TOML");
        assert_eq!(new, "title = \"A\"\ncertified = [7]\n\n# What is there.\n[station]\npreset = \"x\"\n");
    }

    #[test]
    fn a_long_list_is_broken_into_lines() {
        let new = write("title = \"A\"\n", &(1..=60).collect::<Vec<u64>>()).expect("it is TOML");
        assert!(new.contains("certified = [\n    1, 2, 3,"), "{new}");
        assert!(new.lines().all(|line| line.len() <= 118) && new.ends_with(" 60,\n]\n"), "{new}");
    }
}
