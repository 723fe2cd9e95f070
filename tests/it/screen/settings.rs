//! Choices of the trainee: seen at once, kept in the file, told where they cannot be.

use super::hands::Window;
use leakdrill::store::Config;
use leakdrill::store::config::Value;
use leakdrill::tui::desk::{self, Wanted};
use leakdrill::tui::own::{Own, ROLES};
use leakdrill::tui::settings::{Choice, Settings};
use leakdrill::tui::theme::{Depth, Role};
use ratatui::style::Color;
use std::path::PathBuf;
use std::sync::Arc;

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("leakdrill-settings-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn settings_are_shown_at_three_sizes() {
    for (w, h) in [(80, 24), (120, 40), (160, 50)] {
        let mut window = Window::title(w, h);
        window.keys(", Down Down");
        insta::assert_snapshot!(format!("settings_{w}x{h}"), window.screen());
    }
}

#[test]
fn a_choice_is_seen_at_once_and_asked_to_be_kept() {
    let mut window = Window::play("first-drill", 80, 24);
    window.app.wants.clear();
    window.keys(", Down Enter");
    assert!(window.screen().is_ascii(), "{}", window.screen());
    assert!(matches!(window.app.wants[..], [Wanted::Keep("ascii", Value::Flag(true))]));
    window.keys("Left");
    assert!(!window.screen().is_ascii());
}

#[test]
fn a_kept_choice_leaves_the_rest_of_the_file_alone() {
    let folder = folder("keep");
    let path = folder.join("config.toml");
    let text = "# mine\ntrainee = \"Ada\"\nbell = true  # loud\n\n[keys]\nopen = \"ctrl-o\" # not o\n";
    std::fs::write(&path, text).unwrap();
    Config::change(&path, "bell", &Value::Flag(false)).unwrap();
    Config::change(&path, "theme", &Value::Name("light".into())).unwrap();
    Config::change(&path, "speed", &Value::Number(10)).unwrap();
    let now = std::fs::read_to_string(&path).unwrap();
    for kept in ["# mine\n", "bell = false  # loud\n", "open = \"ctrl-o\" # not o\n"] {
        assert!(now.contains(kept), "{now}");
    }
    let config = Config::read(&path).unwrap();
    assert_eq!((config.theme.as_str(), config.speed, config.bell), ("light", 10, false));
    assert_eq!(config.keys["open"], "ctrl-o");
    std::fs::write(&path, "theme = \n").unwrap();
    let home = leakdrill::store::Home::under(&folder);
    let told: Vec<_> = desk::answer(Wanted::Keep("bell", Value::Flag(true)), Some(home)).collect();
    assert_eq!(told.len(), 1, "a file with a mistake is told and not written over");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "theme = \n");
}

#[test]
fn every_choice_is_a_setting_of_the_file_and_reads_back_as_it_was() {
    let path = folder("all").join("config.toml");
    let mut settings = Settings { depth: Depth::True, ..Settings::default() };
    for choice in Choice::ALL {
        settings.turn(choice, 1);
        Config::change(&path, choice.id(), &settings.written(choice)).unwrap();
    }
    let base = Settings { depth: Depth::True, ..Settings::default() };
    assert_eq!(base.with(&Config::read(&path).unwrap(), Vec::new()), settings);
}

#[test]
fn what_cannot_be_used_is_told_when_the_window_opens_and_the_rest_holds() {
    let path = folder("wrong").join("config.toml");
    std::fs::write(&path, "theme = \"drak\"\nbel = false\nspeed = \"fast\"\nascii = true\n[keys]\nopen = \"c\"\n")
        .unwrap();
    let (config, mut problems) = Config::read_kindly(&path);
    let (own, wrong) = Own::parse("mine", "base = \"dusk\"\n[colours]\nwarning = \"#ff8\"\nsun = \"red\"\n");
    problems.extend(wrong);
    let mut settings = Settings { depth: Depth::Mono, problems, ..Settings::default() };
    settings = settings.with(&config, vec![Arc::new(own)]);
    assert!(settings.ascii);
    let window = Window::with_settings(settings);
    insta::assert_snapshot!("settings_problems_80x24", window.screen());
}

#[test]
fn a_theme_of_ones_own_is_put_over_another() {
    let (own, wrong) =
        Own::parse("mine", "base = \"light\"\n[colours]\nwarning = \"#ff8800\"\ntitle = \"light-cyan\"\n");
    assert!(wrong.is_empty(), "{wrong:?}");
    let config = Config { theme: "mine".into(), ..Config::default() };
    let settings = Settings { depth: Depth::True, ..Settings::default() }.with(&config, vec![Arc::new(own)]);
    let theme = settings.theme();
    assert_eq!(theme.style(Role::Warning).fg, Some(Color::Rgb(0xff, 0x88, 0)));
    assert_eq!(settings.value(Choice::Palette), "mine");
    let sixteen = Settings { depth: Depth::Ansi, ..settings }.theme();
    assert_eq!(sixteen.style(Role::Title).fg, Some(Color::LightCyan));
}

#[test]
fn the_readme_names_every_word_of_a_theme() {
    let readme = include_str!("../../../README.md");
    for (name, _) in ROLES {
        assert!(readme.contains(&format!("`{name}`")) || name.starts_with("trace-"), "{name}");
    }
}

#[test]
fn a_key_may_mean_one_thing_in_the_cabin_and_another_around_it() {
    use leakdrill::tui::action::Action;
    use leakdrill::tui::keys::{Keymap, plain};
    let set = |id: &str, key: &str| (id.to_owned(), key.to_owned());
    let (keys, problems) = Keymap::new(&[set("records", "g"), set("exam", "p")]);
    assert_eq!(problems.len(), 1, "only 'p' has two meanings in one place: {problems:?}");
    assert_eq!(
        problems[0].to_string(),
        "keys: 'p' does 'exam' now, and 'progress' has no key left; give 'progress' another one"
    );
    assert_eq!(keys.lobby(plain('p')), Some(Action::Exam));
    assert_eq!(keys.action(plain('g')), Some(Action::Go));
    assert_eq!(keys.lobby(plain('g')), Some(Action::Records));
}
