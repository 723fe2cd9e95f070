//! Every sentence about events, refusals, alarms and scores; ready for a second language.
