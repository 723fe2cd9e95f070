//! Records in other formats: csv, jsonl, xAPI, asciicast.
