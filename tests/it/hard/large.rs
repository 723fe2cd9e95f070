//! Files without end, lines without end, nesting without end: each reader has a limit, and says so. `docs/limits.md` is
//! the table.

use super::{answer, chain, folder, honest, program, take_apart};
use leakdrill::mission::limit as mission;
use leakdrill::replay::limit::{self, CONFIG_BYTES, LINE_BYTES, ORDER_BYTES, ORDERS_BYTES, RECORD_BYTES};
use leakdrill::replay::{Flaw, read};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A file of so many bytes that takes no room on the disk.
fn vast(path: &Path, bytes: u64) -> PathBuf {
    std::fs::File::create(path).unwrap().set_len(bytes).unwrap();
    path.to_owned()
}

/// The program with no more memory than this, in MiB; a reader that wants more is killed by its own allocator.
fn held(home: &Path, mib: u64, args: &[&str]) -> Command {
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("ulimit -v {}; exec \"$0\" \"$@\"", mib * 1024), env!("CARGO_BIN_EXE_leakdrill")]);
    shell.args(args).env("LEAKDRILL_HOME", home).env("NO_COLOR", "1");
    shell
}

#[test]
fn a_file_larger_than_any_is_refused_in_a_sentence_and_not_read() {
    let home = folder("vast");
    let record = vast(&home.join("vast.jsonl"), RECORD_BYTES + 1).display().to_string();
    let huge = vast(&home.join("huge.toml"), 1 << 40).display().to_string();
    let orders = vast(&home.join("orders"), ORDERS_BYTES + 1).display().to_string();
    for (args, says) in [
        (vec!["verify", &record], "it is larger than 1024 MiB"),
        (vec!["debrief", &record], "it is larger than 1024 MiB"),
        (vec!["watch", &record], "it is larger than 1024 MiB"),
        (vec!["play", "--plain", "first-drill", "--record", &record], "it is larger than 1024 MiB"),
        (vec!["run", "first-drill", "--orders", &orders], "it is larger than 16 MiB"),
        (vec!["run", "first-drill", "--orders", "/dev/zero"], "it is larger than 16 MiB"),
        (vec!["check", &huge], "at most 256 KiB"),
        (vec!["run", "/dev/zero"], "at most 256 KiB"),
    ] {
        let answer = answer(&mut held(&home, 400, &args), "");
        assert_ne!(answer.code, Some(0), "{args:?}");
        assert!(answer.code.is_some() && answer.all().contains(says), "{args:?}: {:?} {}", answer.code, answer.all());
        assert!(answer.all().len() < 8000, "{args:?} says {} bytes", answer.all().len());
    }
}

#[test]
fn a_vast_configuration_or_record_in_its_folder_hides_nothing_else() {
    let home = folder("vast-home");
    vast(&home.join("config.toml"), CONFIG_BYTES + 1);
    let answer = answer(&mut held(&home, 400, &["play", "--plain", "first-drill"]), "quit\n");
    assert!(answer.all().contains("it is larger than 256 KiB"), "{}", answer.all());

    let home = folder("vast-records");
    let records = home.join("records");
    std::fs::create_dir_all(&records).unwrap();
    std::fs::write(records.join("good.jsonl"), honest(60, |_| ())).unwrap();
    vast(&records.join("vast.jsonl"), RECORD_BYTES + 1);
    std::fs::create_dir(records.join("folder.jsonl")).unwrap();
    let found = leakdrill::store::drills::scan(&records).expect("the good one is listed");
    assert_eq!(found.len(), 3);
    assert_eq!(found.iter().filter(|drill| drill.damage.is_none()).count(), 1);
}

#[test]
fn lines_without_end_are_refused() {
    let home = folder("lines");
    // A stream of orders, and a person, who never end their line.
    let endless = "a".repeat(3 * ORDER_BYTES) + "\nlind fetch gauge\nquit\n";
    let streamed = answer(program(&home).args(["run", "first-drill", "--orders", "-", "--until", "10m"]), &endless);
    assert_eq!(streamed.code, Some(2), "a line that is no order was not obeyed");
    assert!(streamed.all().len() < 64 * 1024, "{} bytes are said of one line", streamed.all().len());
    let typed = answer(program(&home).args(["play", "--plain", "first-drill"]), &endless);
    assert_eq!(typed.code, Some(0), "{}", typed.err);
    assert!(typed.out.contains("fetch"), "the next line is heard");

    let head = take_apart(&honest(60, |_| ()));
    let mut long = head.clone();
    long.insert(1, (0, "note".into(), format!("{{\"remark\":\"{}\"}}", "x".repeat(LINE_BYTES))));
    assert_eq!(read(&chain(&long)).unwrap_err().flaw, Flaw::TooLong);
    let mut wide = head.clone();
    wide[0].2 = wide[0].2.replacen("\"trainee\":\"\"", &format!("\"trainee\":\"{}\"", "x".repeat(LINE_BYTES)), 1);
    assert_eq!(read(&chain(&wide)).unwrap_err().flaw, Flaw::TooLong);
}

/// Nesting, counts and repetition that would fill a stack or a memory.
#[test]
fn a_record_cannot_be_deep_or_many_times_larger_inside() {
    let head = take_apart(&honest(60, |_| ()))[0].clone();
    let with = |kind: &str, content: String| read(&chain(&vec![head.clone(), (1, kind.into(), content)]));
    let deep = |open: &str, close: &str| open.repeat(100_000) + &close.repeat(100_000);
    for kind in ["event", "note", "sample", "order", "mark", "beat", "end"] {
        for content in [deep("[", "]"), deep("{\"a\":", "}"), "1e999".into(), "NaN".into(), "1e9".into(), String::new()]
        {
            let says = with(kind, content).map(|_| ());
            assert!(
                matches!(says.as_ref().map_err(|damage| &damage.flaw), Err(Flaw::Content { .. })),
                "{kind}: {says:?}"
            );
        }
    }
    // A billion of anything is no more than its line; a sample must have just the rows of its station.
    let rows = "[0,0,0,0],".repeat(100_000) + "[0,0,0,0]";
    let sample = format!(r#"{{"air":[{rows}],"sensors":[],"crew":[],"leaked":0,"reserve":null}}"#);
    assert_eq!(with("sample", sample).unwrap_err().flaw, Flaw::Nowhere);
    // A header whose mission is too large, too deep, or not there.
    for text in [
        "x".repeat(mission::FILE_BYTES + 1),
        "a = ".to_owned() + &deep("[", "]"),
        "title = ".to_owned() + &"{ a = ".repeat(2000),
        String::new(),
    ] {
        let mut head: serde_json::Value = serde_json::from_str(&head.2).unwrap();
        head["text"] = text.into();
        let record = chain(&vec![(0, "header".into(), head.to_string())]);
        assert!(matches!(read(&record).unwrap_err().flaw, Flaw::Mission(_)));
    }
}

/// Files are nested as deep as their size allows: the readers answer without using up a thread's stack.
#[test]
fn a_mission_or_setting_cannot_be_too_deep() {
    let nests = ["[", "{a=", "[[", "a.", "[a.", "not = { ", "all = [{ ", "\"", "'''", "(", "-", "\\"];
    for nest in nests {
        let text = format!("title = {}", nest.repeat(60_000 / nest.len()));
        for text in
            [text.clone(), format!("[[event]]\nwhen = {}", nest.repeat(60_000 / nest.len())), nest.repeat(30_000)]
        {
            let problems = leakdrill::mission::check(&text);
            assert!(problems.has_errors(), "{nest}");
            assert!(
                problems.list().len() <= mission::PROBLEMS + 5,
                "{} problems of one mistake",
                problems.list().len()
            );
            let page = problems.render("deep.toml", false);
            assert!(page.len() < 4_000_000, "{nest}: {} bytes are said", page.len());
            let (_, told) = leakdrill::store::Config::of_kindly(&text);
            assert!(!told.is_empty(), "{nest}");
        }
    }
}

/// The table for people says what the program does.
#[test]
fn the_limits_are_those_that_are_told() {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/limits.md")).unwrap();
    for (what, limit) in [
        ("Mission or station", format!("{} KiB", mission::FILE_BYTES >> 10)),
        ("Record", format!("{} MiB", RECORD_BYTES >> 20)),
        ("Line of a record", format!("{} MiB", LINE_BYTES >> 20)),
        ("Orders", format!("{} MiB", ORDERS_BYTES >> 20)),
        ("Line of orders", format!("{} KiB", ORDER_BYTES >> 10)),
        ("Configuration, theme", format!("{} KiB", CONFIG_BYTES >> 10)),
    ] {
        let row = format!("| {what} | {limit} |");
        assert!(page.contains(&row), "docs/limits.md lacks: {row}");
    }
    let largest = ["missions", "missions/reference", "assets/stations"].map(|folder| {
        let files = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap().flatten();
        let tables = files.filter(|f| f.path().extension().is_some_and(|e| e == "toml"));
        tables.map(|f| f.metadata().unwrap().len()).max().unwrap_or(0)
    });
    let kib = largest.into_iter().max().unwrap_or(0).div_ceil(1 << 10);
    assert!(page.contains(&format!("the largest that ships has {kib} KiB")), "the largest has {kib} KiB");
    let error = limit::read_up_to(Path::new("/dev/zero"), 10).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::FileTooLarge);
}
