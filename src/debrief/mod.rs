//! What was true, what could be known, what it cost.
