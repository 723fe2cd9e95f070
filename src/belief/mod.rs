//! What could be inferred from what was seen: a fold over console history, from a stated prior.
