//! Did you mean: the name that is nearest to one that does not exist.

/// Two words this alike (Jaro-Winkler, 0 to 1) are offered for one another: `zevzda` for `zvezda`, not `unity`.
const ALIKE: f64 = 0.82;

/// Longer words are nobody's slip, and comparing them costs the product of their lengths.
const LONGEST: usize = 64;

/// The one of `names` that is most like `written`, if any is like it.
pub fn nearest<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if written.len() > LONGEST {
        return None;
    }
    let clean = |s: &str| s.to_lowercase().replace(['_', ' '], "-");
    let wanted = clean(written);
    let mut best: Option<(f64, &str)> = None;
    for name in names {
        let have = clean(name);
        let contains = wanted.len() >= 3 && have.len() >= 3 && (have.contains(&wanted) || wanted.contains(&have));
        let alike = strsim::jaro_winkler(&wanted, &have).max(if contains { 0.85 } else { 0.0 });
        let alike = if same_parts(&wanted, &have) { 0.99 } else { alike };
        let near = alike >= ALIKE || (wanted.len() > 2 && strsim::osa_distance(&wanted, &have) <= 1);
        if near && best.is_none_or(|(b, _)| alike > b) {
            best = Some((alike, name));
        }
    }
    best.map(|(_, name)| name)
}

/// `node-lab` for `lab-node`.
fn same_parts(a: &str, b: &str) -> bool {
    let parts = |s: &str| -> Vec<String> {
        let mut parts: Vec<String> = s.split('-').map(str::to_owned).collect();
        parts.sort_unstable();
        parts
    };
    a.len() == b.len() && a.contains('-') && parts(a) == parts(b)
}

/// `a, b or c`, each in backquotes; a long list is cut.
pub fn list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    const MOST: usize = 16;
    let quoted: Vec<String> = names.into_iter().map(|n| format!("`{n}`")).collect();
    match quoted.as_slice() {
        [] => String::from("nothing"),
        [one] => one.clone(),
        many if many.len() > MOST => format!("{} and {} more", many[..MOST].join(", "), many.len() - MOST),
        [head @ .., last] => format!("{} or {last}", head.join(", ")),
    }
}

/// The same, however many there are.
pub fn all<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = names.into_iter().map(|n| format!("`{n}`")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [head @ .., last] => format!("{} or {last}", head.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_finds_its_word() {
        let names = ["zvezda", "unity", "harmony", "fgb-mrm1"];
        assert_eq!(nearest("zevzda", names), Some("zvezda"));
        assert_eq!(nearest("Zvezda", names), Some("zvezda"));
        assert_eq!(nearest("fgb_mrm1", names), Some("fgb-mrm1"));
        assert_eq!(nearest("columbus", names), None);
    }
}
