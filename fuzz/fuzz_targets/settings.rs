//! Whatever stands in config.toml or a theme, a window opens, and what cannot be used is told.
#![no_main]

use leakdrill::store::Config;
use leakdrill::tui::own::Own;
use leakdrill::tui::settings::Settings;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let (config, _) = Config::of_kindly(text);
    let (own, _) = Own::parse("own", text);
    let _ = Settings::default().with(&config, vec![std::sync::Arc::new(own)]).theme();
});
