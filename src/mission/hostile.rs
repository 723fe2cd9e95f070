//! Characters that could do more to a terminal than be seen, and text without them.

use std::borrow::Cow;

/// Whether a character could do more to a terminal than be seen: controls, and the marks that turn text around.
pub fn is_hostile(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}'
        )
}

/// One line, with what is hostile in it made visible.
pub fn harmless(line: &str) -> String {
    line.chars().map(|c| if is_hostile(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// A page: its line breaks and tabs stay, what else is hostile in it is made visible.
pub fn printable(page: &str) -> Cow<'_, str> {
    let bad = |c: char| is_hostile(c) && c != '\n' && c != '\t';
    if page.contains(bad) {
        Cow::Owned(page.chars().map(|c| if bad(c) { char::REPLACEMENT_CHARACTER } else { c }).collect())
    } else {
        Cow::Borrowed(page)
    }
}
