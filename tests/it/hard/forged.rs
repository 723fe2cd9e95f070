//! Records that somebody forged. The chain is no secret: whoever wants to can write a record that is whole and says
//! anything at all. Then it does not verify; but reading, scoring, debriefing, exporting and watching it must not fall.

use super::{Lines, chain, honest, take_apart};
use crate::dice::Dice;
use leakdrill::debrief::{Debrief, html, text};
use leakdrill::export::{cast, csv, jsonl, xapi};
use leakdrill::replay::{Flaw, Player, Record, Verdict, evidence, read, verify};
use leakdrill::sim::REVISION;
use leakdrill::tui::{film, settings::Settings};
use leakdrill::units::Tick;
use std::sync::Arc;

/// Asks of a record all that the program ever asks. Its debrief only where no expert need fly: that is tested elsewhere,
/// and costs seconds.
fn ask(bytes: &[u8]) -> Result<(), leakdrill::replay::Damage> {
    let record: Arc<Record> = Arc::new(read(bytes)?);
    let _ = leakdrill::score::mark(&record.mission, &record.log);
    for tick in [Tick(0), Tick(1), Tick(record.last.0 / 2), record.last, Tick(record.last.0 + 1)] {
        let _ = evidence::console(&record, tick);
        let _ = evidence::sample(&record, tick);
    }
    let _ = (csv::csv(&record), jsonl::jsonl(&record), xapi::xapi(&record, &xapi::Options::default()));
    let options = cast::Options::for_record(&record);
    if let Ok(frames) = film::frames(&record, &options, Settings::default()) {
        let _ = cast::cast(&record, &options, frames);
    }
    if !record.same_rules()
        && let Ok(debrief) = Debrief::of(&record)
    {
        let _ = (text::text(&debrief), html::page(&debrief, &record.mission.layout));
    }
    let _ = verify(&record);
    let mut player = Player::open(record.clone());
    player.prepare(400);
    player.seek(Tick(300));
    player.seek(player.now() - 100);
    let _ = (player.drill().console(leakdrill::sim::console::Viewpoint::Crew), player.seen().len());
    Ok(())
}

const NUMBERS: &[&str] = &[
    "0",
    "1",
    "2",
    "3",
    "7",
    "255",
    "256",
    "4095",
    "65535",
    "65536",
    "4294967296",
    "18446744073709551615",
    "-1",
    "-0.0",
    "1e308",
    "-1e308",
    "1e999",
    "5e-324",
    "null",
    "true",
    "\"x\"",
    "[]",
    "{}",
];

/// Another number where there is one.
fn renumber(dice: &mut Dice, content: &str) -> String {
    let digits: Vec<usize> = content
        .char_indices()
        .filter(|(i, c)| c.is_ascii_digit() && !content[..*i].ends_with(|c: char| c.is_ascii_digit() || c == '.'))
        .map(|(i, _)| i)
        .collect();
    if digits.is_empty() {
        return content.to_owned();
    }
    let from = digits[dice.roll(digits.len())];
    let rest = &content[from..];
    let to = from + rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    format!("{}{}{}", &content[..from], NUMBERS[dice.roll(NUMBERS.len())], &content[to..])
}

fn mutant(dice: &mut Dice, honest: &Lines) -> Lines {
    let mut lines = honest.clone();
    for _ in 0..=dice.roll(4) {
        let at = 1 + dice.roll(lines.len() - 1);
        match dice.roll(10) {
            0..=5 => lines[at].2 = renumber(dice, &lines[at].2),
            6 => {
                let other = 1 + dice.roll(lines.len() - 1);
                lines[at].2 = lines[other].2.clone();
                lines[at].1 = lines[other].1.clone();
            }
            7 => lines[at].0 = [0, 1, 60, 5400, 5401, u64::MAX][dice.roll(6)],
            8 => {
                let line = lines[at].clone();
                lines.insert(at, line);
            }
            _ => drop(lines.remove(at)),
        }
    }
    lines
}

#[test]
fn no_forged_record_makes_the_program_fall() {
    let ours = take_apart(&honest(5400, |_| ()));
    let others = take_apart(&honest(5400, |header| header.sim = REVISION + 7));
    assert!(ask(&chain(&ours)).is_ok() && ask(&chain(&others)).is_ok(), "an honest record is one");
    let mut dice = Dice(0x1234_5678_9abc_def1);
    let (mut good, mut bad) = (0, 0);
    for n in 0..300 {
        let lines = mutant(&mut dice, if n % 2 == 0 { &others } else { &ours });
        let bytes = chain(&lines);
        match std::panic::catch_unwind(|| ask(&bytes)) {
            Ok(Ok(())) => good += 1,
            Ok(Err(_)) => bad += 1,
            Err(_) => {
                let path = super::folder("forged").join(format!("{n}.jsonl"));
                std::fs::write(&path, &bytes).expect("the record is kept");
                panic!("a forged record makes the program fall; it is kept in {}", path.display());
            }
        }
    }
    assert!(good > 20 && bad > 20, "the forger is too rough or too kind: {good} read, {bad} refused");
}

/// What a line names must be there: whoever draws or scores looks it up by its number.
#[test]
fn a_line_that_names_what_is_not_on_board_is_refused() {
    let head = take_apart(&honest(60, |_| ()))[0].clone();
    let with = |tick: u64, kind: &str, content: &str| {
        read(&chain(&vec![head.clone(), (tick, kind.into(), content.into())])).map_err(|damage| damage.flaw)
    };
    // Two people, three rooms, two hatches, one ship; no more.
    for good in [
        r#"{"Arrived":{"who":1,"at":2}}"#,
        r#"{"HatchShut":{"hatch":1,"who":0,"cut_off":2}}"#,
        r#"{"Undocked":{"vehicle":0,"people":2}}"#,
        r#"{"Refused":{"act":{"Task":{"who":1,"task":{"Move":2}}},"why":{"Asleep":1}}}"#,
    ] {
        assert!(with(1, "event", good).is_ok(), "{good}: {:?}", with(1, "event", good));
    }
    for evil in [
        r#"{"Arrived":{"who":2,"at":2}}"#,
        r#"{"Arrived":{"who":1,"at":3}}"#,
        r#"{"Arrived":{"who":65535,"at":65535}}"#,
        r#"{"HatchShut":{"hatch":2,"who":0,"cut_off":2}}"#,
        r#"{"Undocked":{"vehicle":1,"people":2}}"#,
        r#"{"Switched":{"who":null,"equipment":400,"on":true}}"#,
        r#"{"SensorFault":{"sensor":400,"faulty":true}}"#,
        r#"{"TankEmpty":{"tank":40}}"#,
        r#"{"Said":{"message":400}}"#,
        r#"{"Script":{"event":400}}"#,
        r#"{"Refused":{"act":{"Task":{"who":1,"task":{"Move":3}}},"why":"DrillOver"}}"#,
        r#"{"Refused":{"act":"RaiseAlarm","why":{"HatchBusy":[1,2]}}}"#,
    ] {
        assert_eq!(with(1, "event", evil).unwrap_err(), Flaw::Nowhere, "{evil}");
    }
    assert_eq!(with(1, "note", r#"{"hint":400}"#).unwrap_err(), Flaw::Nowhere);
    assert_eq!(with(5401, "beat", "1").unwrap_err(), Flaw::Late, "the mission ends after ninety minutes");
    let sample = |air: &str| format!(r#"{{"air":{air},"sensors":[],"crew":[],"leaked":0,"reserve":null}}"#);
    assert_eq!(with(60, "sample", &sample("[]")).unwrap_err(), Flaw::Nowhere);
}

/// A forged record that could be read does not verify.
#[test]
fn a_forged_record_is_not_verified() {
    let lines = take_apart(&honest(5400, |_| ()));
    let at =
        lines.iter().position(|(_, kind, text)| kind == "event" && text.contains("Arrived")).expect("somebody moves");
    let mut forged = lines.clone();
    forged[at].2 = forged[at].2.replace("\"at\":1", "\"at\":2").replace("\"at\":0", "\"at\":1");
    assert_ne!(forged, lines);
    let record = read(&chain(&forged)).expect("it is whole");
    assert!(matches!(verify(&record), Verdict::Differs(_)));
}
