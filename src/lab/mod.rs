//! The laboratory: validation against reference cases and published events, sweeps.
