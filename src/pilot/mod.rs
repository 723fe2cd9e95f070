//! Scripted crews: expert, novice, idle. They see the console alone.
