//! The reader of orders: whatever is written, it answers; what it takes, it writes again in the same words.

use crate::dice::Dice;
use leakdrill::drill::grammar;

const WORDS: &[&str] = &[
    "lind",
    "vega",
    "crew",
    "ground",
    "move",
    "close",
    "open",
    "equalise",
    "clear",
    "measure",
    "listen",
    "search",
    "commit",
    "leakcheck",
    "tape",
    "fetch",
    "give",
    "report",
    "declare",
    "wake",
    "stop",
    "stopwatch",
    "start",
    "handover",
    "muster",
    "alarm",
    "acknowledge",
    "undock",
    "enter",
    "liner",
    "switch",
    "valve",
    "on",
    "off",
    "held",
    "isolated",
    "lab",
    "node",
    "boat",
    "lab-node",
    "lifeboat",
    "gauge",
    "h1",
    "h0",
    "h65536",
    "h99999999999999999999",
    "5m",
    "90s",
    "1e9h",
    "-1s",
    "nan",
    "inf",
    "99999999999999999999d",
    "T+00:01:00",
    "T+99999999999:00:00",
    "T+-1",
    "T+",
    "+",
    ":",
    "#",
    "\u{1b}[2J",
    "\u{202e}",
    "\u{0}",
    "é",
    "💨",
    "",
    " ",
    "\t",
    "\"",
    "\\",
    "=",
    "0",
    "18446744073709551616",
    "8.4h",
    "1.7976931348623157e308h",
];

const LINES: &[&str] = &[
    "lind move lab",
    "vega close lab-node",
    "T+00:01:00 vega equalise lab-node",
    "lind measure 90s",
    "lind stopwatch start",
    "lind commit 8.4h",
    "vega leakcheck 15m",
    "vega patch h1",
    "lind fetch gauge",
    "lind give gauge vega",
    "lind switch fan off",
    "vega valve o2 on",
    "crew muster lab",
    "crew declare held",
    "ground wake vega",
    "lind report repair",
    "vega handover lind",
    "lind enter lifeboat",
];

#[test]
fn no_words_make_the_reader_of_orders_fall() {
    let text = std::fs::read_to_string("assets/stations/trainer.toml").unwrap();
    let layout = leakdrill::mission::load_station(&text).unwrap();
    let mut dice = Dice(0xfeed_5eed_1234_5679);
    let mut taken = 0;
    for _ in 0..30_000 {
        // Words in any order, or an order in which a word or two is another.
        let mut words: Vec<&str> = (0..1 + dice.roll(6)).map(|_| WORDS[dice.roll(WORDS.len())]).collect();
        if dice.roll(2) == 0 {
            words = LINES[dice.roll(LINES.len())].split(' ').collect();
            for _ in 0..dice.roll(3) {
                let at = dice.roll(words.len());
                words[at] = WORDS[dice.roll(WORDS.len())];
            }
        }
        let mut line = words.join(if dice.roll(9) == 0 { "" } else { " " });
        if dice.roll(5) == 0 {
            let at = line.floor_char_boundary(dice.roll(line.len() + 1));
            line.truncate(at);
        }
        let _ = grammar::lone_time(&line);
        match grammar::parse(&line, &layout) {
            Ok(Some(read)) => {
                taken += 1;
                let written = grammar::write(&read.act, &layout);
                let again = grammar::parse(&written, &layout);
                assert!(
                    matches!(&again, Ok(Some(again)) if again.act == read.act),
                    "{line:?} became {written:?}: {again:?}"
                );
            }
            Ok(None) => {}
            Err(error) => drop(leakdrill::words::en::grammar::grammar_error(&error).line()),
        }
    }
    assert!(taken > 200, "only {taken} of these lines were orders: the words are too wild");
}

/// Config and themes: whatever is written, a window opens, and what cannot be used is told.
#[test]
fn no_words_make_the_reader_of_settings_fall() {
    use leakdrill::store::Config;
    use leakdrill::tui::own::Own;
    let words = [
        "trainee",
        "theme",
        "ascii",
        "bell",
        "speed",
        "keys",
        "base",
        "colours",
        "warning",
        "title",
        "[",
        "]",
        "{",
        "}",
        "=",
        "\"",
        "'",
        "\n",
        "\n",
        ".",
        ",",
        "#",
        "true",
        "1",
        "-1",
        "99999999999999999999",
        "nan",
        "inf",
        "1e999",
        "\"#ff8800\"",
        "\"light-red\"",
        "\"ctrl-g\"",
        "\"\\u001b[2J\"",
        "\u{1b}",
        "\u{202e}",
        "go",
        "\"\"\"",
        "'''",
        "1979-05-27",
        "\u{0}",
        "é",
    ];
    let mut dice = Dice(0x00c0_ffee_0123_4567);
    let (mut told, mut silent) = (0, 0);
    for _ in 0..6_000 {
        let mut text: Vec<&str> = (0..dice.roll(12)).map(|_| words[dice.roll(words.len())]).collect();
        if dice.roll(2) == 0 {
            text =
                vec![words[dice.roll(10)], " = ", words[dice.roll(words.len())], "\n", words[dice.roll(10)], "=", "1"];
        }
        let text = text.concat();
        let (config, problems) = Config::of_kindly(&text);
        if problems.is_empty() {
            silent += 1
        } else {
            told += 1
        }
        let _ = leakdrill::tui::settings::Settings::default().with(&config, Vec::new());
        let (own, _) = Own::parse("own", &text);
        let _ = own.hue(leakdrill::tui::theme::Role::Warning);
    }
    assert!(told > 100 && silent > 100, "{told} told, {silent} silent");
}
