//! A person's window.
