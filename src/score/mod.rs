//! Rubric and log in, scorecard out. Nothing runs here.
