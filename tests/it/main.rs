//! Tests in the language of those who use the program.
#![allow(missing_docs)]

mod gas;
