//! Pages in a real browser: Chromium without a window opens each, a probe inside looks at it. The gate runs these; they
//! need `chromium`, `chromium-browser` or `google-chrome` on the path, or LEAKDRILL_CHROMIUM.

use crate::debrief::flown;
use leakdrill::debrief::compare::Comparison;
use leakdrill::debrief::{Debrief, html};
use leakdrill::pilot::PilotKind;
use std::path::{Path, PathBuf};
use std::process::Command;

const PROBE: &str = include_str!("browser/probe.js");
/// The page's policy, and the same with a place for the probe.
const POLICY: &str = "default-src 'none'; style-src";
const PROBED: &str = "default-src 'none'; script-src 'nonce-probe'; style-src";
/// Hears what goes wrong before anything else can.
const EARS: &str = "<script nonce=\"probe\">window.errors=[];window.stopped=[];\
    addEventListener('error',(e)=>window.errors.push(e.message));\
    addEventListener('securitypolicyviolation',(e)=>window.stopped.push(e.violatedDirective+' '+e.blockedURI));</script>";

fn chromium() -> PathBuf {
    if let Some(named) = std::env::var_os("LEAKDRILL_CHROMIUM") {
        return named.into();
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let found =
        std::env::split_paths(&path).flat_map(|folder| names.map(|name| folder.join(name))).find(|p| p.is_file());
    found.expect("these tests need a Chromium on the path, or LEAKDRILL_CHROMIUM")
}

fn scratch(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("browser").join(std::process::id().to_string());
    std::fs::create_dir_all(&folder).unwrap();
    folder.join(name)
}

/// Runs the browser on a page, without any network, and gives back what it prints.
fn run(page: &Path, args: &[&str]) -> String {
    let profile = scratch(&format!("profile-{}", page.file_stem().unwrap().to_str().unwrap()));
    let output = Command::new(chromium())
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-extensions",
        ])
        .args([
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
        ])
        .args(["--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=2000"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .args(args)
        .arg(format!("file://{}", page.display()))
        .output()
        .expect("the browser starts");
    let _ = std::fs::remove_dir_all(profile);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Opens a page, lets the probe look, and gives its findings back.
fn probe(name: &str, page: &str, args: &[&str]) -> serde_json::Value {
    let probed = page.replacen(POLICY, PROBED, 1).replacen("<head>", &format!("<head>{EARS}"), 1).replacen(
        "</body>",
        &format!("<script nonce=\"probe\">{PROBE}</script></body>"),
        1,
    );
    let path = scratch(&format!("{name}.html"));
    std::fs::write(&path, probed).unwrap();
    let dom = run(&path, &[args, &["--dump-dom"]].concat());
    let found = dom.split("<pre id=\"findings\">").nth(1).and_then(|rest| rest.split("</pre>").next());
    let found = found.unwrap_or_else(|| panic!("{name}: the probe did not come to its end:\n{dom:.2000}"));
    let found = found.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let found: serde_json::Value = serde_json::from_str(&found).unwrap();
    assert_eq!(found["wrong"], serde_json::json!([]), "{name}");
    found
}

#[test]
#[ignore = "a real browser; the gate runs it"]
fn a_debrief_is_whole_named_and_readable_in_a_browser_and_on_paper() {
    let drills = [
        ("lost", "first-drill", PilotKind::Novice),
        ("won", "first-drill", PilotKind::Expert),
        ("long", "strike", PilotKind::Novice),
    ];
    for (name, mission, pilot) in drills {
        let record = flown(mission, pilot, None);
        let debrief = Debrief::of(&record).unwrap();
        let page = html::page(&debrief, &record.mission.layout);
        assert!(page.contains(POLICY), "the page forbids what it does not need");
        let found = probe(name, &page, &["--window-size=1280,900"]);
        assert!(found["svgs"].as_u64() >= Some(6) && found["tables"].as_u64() >= Some(3), "{found}");
        assert_eq!(found["decisions"].as_u64(), Some(debrief.decisions.len() as u64));
        assert_eq!(found["dark"], false);
        let dark = ["--window-size=600,900", "--blink-settings=preferredColorScheme=0"];
        assert_eq!(probe(&format!("{name}-dark"), &page, &dark)["dark"], true);
        on_paper(name, &page);
    }
}

#[test]
#[ignore = "a real browser; the gate runs it"]
fn two_drills_side_by_side_are_too() {
    let of = |pilot| Debrief::of(&flown("first-drill", pilot, None)).unwrap();
    let page = Comparison::of(of(PilotKind::Expert), of(PilotKind::Novice)).page();
    let found = probe("two", &page, &["--window-size=1280,900"]);
    assert_eq!((found["svgs"].as_u64(), found["tables"].as_u64()), (Some(3), Some(3)));
    on_paper("two", &page);
}

#[test]
#[ignore = "a real browser; the gate runs it"]
fn the_probe_sees_what_is_wrong() {
    let record = flown("first-drill", PilotKind::Idle, None);
    let page = html::page(&Debrief::of(&record).unwrap(), &record.mission.layout);
    probe("whole", &page, &["--window-size=1280,900"]);
    for (change, to) in [
        ("</main>", "<img src=\"https://leakdrill.example/x.png\"></main>"),
        ("<caption>", "<p hidden>"),
        ("role=\"img\"", "role=\"none\""),
        ("<h2", "<h4"),
        ("</h1>", "</h1><p style=\"color:#aaa\">faint</p>"),
        ("</h1>", "</h1><p style=\"width:2000px\">wide</p>"),
    ] {
        let broken = page.replacen(change, to, 1);
        let seen = std::panic::catch_unwind(|| probe("broken", &broken, &["--window-size=1280,900"]));
        assert!(seen.is_err(), "{to}");
    }
}

/// Prints a page and looks at the sheets.
fn on_paper(name: &str, page: &str) {
    let (path, pdf) = (scratch(&format!("{name}-paper.html")), scratch(&format!("{name}.pdf")));
    std::fs::write(&path, page).unwrap();
    run(&path, &["--no-pdf-header-footer", &format!("--print-to-pdf={}", pdf.display())]);
    let bytes = std::fs::read(&pdf).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.starts_with("%PDF-"), "{name} prints");
    let sheets = text.matches("/MediaBox").count();
    let a4 = text.matches("/MediaBox [0 0 594.95996 841.91998]").count()
        + text.matches("/MediaBox [0 0 595 842]").count()
        + text.matches("/MediaBox [0 0 594.95996 841.91992]").count();
    assert!(sheets > 0 && a4 == sheets, "{name}: {a4} of {sheets} sheets are A4");
}
