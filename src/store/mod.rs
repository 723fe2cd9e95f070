//! Folders, configuration, the index of past drills.
