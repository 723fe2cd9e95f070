//! Missions: what an instructor writes, and what they are told about it.

mod bad;
mod handbook;
mod limits;
mod mutate;
mod read;
mod schema;

use std::path::{Path, PathBuf};

/// The project's folder.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The TOML files of a folder, in order: short name and path.
fn files(folder: &str) -> Vec<(String, PathBuf)> {
    let entries = std::fs::read_dir(root().join(folder)).expect("the folder");
    let mut files: Vec<(String, PathBuf)> = entries
        .map(|e| e.expect("an entry").path())
        .filter(|p| p.extension().is_some_and(|e| e == "toml"))
        .map(|p| (p.file_stem().expect("a name").to_string_lossy().into_owned(), p))
        .collect();
    files.sort();
    files
}

/// Whether expected texts are written anew (then read them) rather than compared.
fn writes() -> bool {
    std::env::var_os("LEAKDRILL_WRITE").is_some()
}
