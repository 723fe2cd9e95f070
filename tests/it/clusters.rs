//! Sweeps in parts as schedulers run them: the very scripts of docs/cluster, with real processes on this machine.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const PROGRAM: &str = env!("CARGO_BIN_EXE_leakdrill");
const SEEDS: &str = "1..60";

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/cluster")
}

fn mission() -> String {
    docs().join("short.toml").display().to_string()
}

/// A folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cluster-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn done(output: &Output) {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The whole sweep in one process.
fn whole(to: &Path) -> Vec<u8> {
    let sweep = Command::new(PROGRAM).args(["sweep", &mission(), "--seeds", SEEDS, "--output"]).arg(to).output();
    done(&sweep.unwrap());
    std::fs::read(to).unwrap()
}

fn merged(folder: &Path, parts: &str) -> Vec<u8> {
    done(&Command::new(docs().join("merge.sh")).arg(folder).arg(parts).output().unwrap());
    std::fs::read(folder.join("whole.csv")).unwrap()
}

#[test]
fn a_slurm_arrays_tasks_make_the_whole() {
    let folder = folder("slurm");
    let expected = whole(&folder.join("expected.csv"));
    let task = |id: &str| {
        let mut task = Command::new("sh");
        task.arg(docs().join("slurm.sh")).env("LEAKDRILL", PROGRAM).env("SCRIPTS", docs());
        task.env("MISSION", mission()).env("SEEDS", SEEDS).env("FOLDER", &folder);
        // As Slurm sets them.
        task.env("SLURM_ARRAY_TASK_ID", id).env("SLURM_ARRAY_TASK_COUNT", "4").env("SLURM_CPUS_PER_TASK", "2");
        done(&task.output().unwrap());
    };
    ["3", "1", "4"].into_iter().for_each(task);
    let early = Command::new(docs().join("merge.sh")).arg(&folder).arg("4").output().unwrap();
    assert!(!early.status.success() && String::from_utf8_lossy(&early.stderr).contains("of 4 parts 3 are here"));
    task("2");
    assert_eq!(merged(&folder, "4"), expected);
    // Queued again, a task that was done leaves its part as it is.
    std::fs::write(folder.join("part-00002.csv"), "kept").unwrap();
    task("2");
    assert_eq!(std::fs::read_to_string(folder.join("part-00002.csv")).unwrap(), "kept");
}

#[cfg(feature = "parquet")]
/// The literal block under `args`, and the variables under `env`.
fn pod(manifest: &str) -> (String, Vec<(String, String)>) {
    let block = manifest.split("args:\n            - |\n").nth(1).unwrap();
    let lines = block.lines().take_while(|line| line.starts_with("              "));
    let script = lines.map(|line| format!("{}\n", &line[14..])).collect();
    let env = manifest.lines().filter_map(|line| line.trim().strip_prefix("- { name: ")?.split_once(", value: "));
    let env = env.map(|(name, value)| (name.to_owned(), value.trim_matches(['"', ' ', '}']).to_owned())).collect();
    (script, env)
}

#[cfg(feature = "parquet")]
#[test]
fn an_indexed_jobs_pods_make_the_whole() {
    let folder = folder("kubernetes");
    let manifest = std::fs::read_to_string(docs().join("kubernetes.yaml")).unwrap();
    assert!(manifest.contains("command: [\"/bin/sh\", \"-euc\"]") && manifest.contains("completionMode: Indexed"));
    let (script, env) = pod(&manifest);
    let parts = env.iter().find(|(name, _)| name == "PARTS").unwrap().1.clone();
    assert!(manifest.contains(&format!("completions: {parts}\n")), "as many pods as parts");
    let path = format!("{}:{}", Path::new(PROGRAM).parent().unwrap().display(), std::env::var("PATH").unwrap());
    let mut rows = Vec::new();
    for index in 0..parts.parse::<u64>().unwrap() {
        let mut pod = Command::new("/bin/sh");
        pod.args(["-euc", &script]).envs(env.clone()).env("PATH", &path);
        pod.env("MISSION", mission()).env("SEEDS", SEEDS).env("FOLDER", &folder);
        // As the job's controller sets it.
        pod.env("JOB_COMPLETION_INDEX", index.to_string());
        done(&pod.output().unwrap());
        rows.push(seeds(&folder.join(format!("part-{:05}.parquet", index + 1))));
    }
    assert_eq!(rows.concat(), (1..=60).collect::<Vec<u64>>(), "in the order of the parts' names");
}

#[cfg(feature = "parquet")]
/// The seeds of a Parquet file, in its order.
fn seeds(path: &Path) -> Vec<u64> {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::RowAccessor;
    let reader = SerializedFileReader::new(std::fs::File::open(path).unwrap()).unwrap();
    reader.get_row_iter(None).unwrap().map(|row| row.unwrap().get_ulong(0).unwrap()).collect()
}

/// The gate runs it: GNU parallel is no part of a machine that only has Rust.
#[test]
#[ignore = "needs GNU parallel"]
fn gnu_parallels_jobs_make_the_whole() {
    let folder = folder("parallel");
    let expected = whole(&folder.join("expected.csv"));
    let mut parallel = Command::new(docs().join("parallel.sh"));
    parallel.args([&mission(), SEEDS, "7"]).arg(&folder).env("LEAKDRILL", PROGRAM);
    done(&parallel.output().unwrap());
    assert_eq!(std::fs::read(folder.join("whole.csv")).unwrap(), expected);
}
