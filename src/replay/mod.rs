//! The record: written, read, played and verified.
