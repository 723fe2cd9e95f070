//! What can be wrong with a folder of cases.

/// Why a folder could not be run.
#[derive(Debug, thiserror::Error)]
pub enum CasesError {
    /// A file or folder cannot be read.
    #[error("{file}: cannot be read: {error}")]
    Read {
        /// Which.
        file: String,
        /// Why.
        error: std::io::Error,
    },
    /// A file is not the JSON that it should be.
    #[error("{file}: {error}")]
    Json {
        /// Which.
        file: String,
        /// Where and why.
        error: serde_json::Error,
    },
    /// A field has a value that means nothing.
    #[error("{file}: {field}: {what}")]
    Field {
        /// In which file.
        file: String,
        /// Which field.
        field: String,
        /// What is wrong with it.
        what: String,
    },
    /// A case has no answer.
    #[error("{file}: nothing to compare with: neither {table} nor an entry in {index}")]
    NothingToCompare {
        /// The case.
        file: String,
        /// The table that was looked for.
        table: String,
        /// The index that was looked in.
        index: String,
    },
    /// A folder has no case.
    #[error("{folder}: no case (a .json file) in it")]
    NoCases {
        /// Which.
        folder: String,
    },
}
