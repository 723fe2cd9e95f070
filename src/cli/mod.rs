//! Arguments and exit codes: assembles the others.
