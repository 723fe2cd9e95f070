//! A small sparse linear system, factored without pivoting.
//!
//! The pressures of zones joined by narrow openings obey one implicit equation each; its matrix has the graph of those
//! openings and is an M-matrix (positive diagonal that outweighs its column), so elimination needs no pivots. Stations
//! are trees, on which minimum-degree elimination makes no fill at all and costs a few operations a zone; a cycle
//! costs its fill. The pattern is worked out when the graph changes, the numbers every substep.

use std::collections::BTreeSet;

/// Entries of a pair of nodes: `lower` is row `later`, column `pivot`; `upper` the reverse.
#[derive(Clone, Copy, Debug)]
struct Pair {
    later: u32,
    upper: u32,
    lower: u32,
}

/// `values[target] -= values[lower] * values[upper] / pivot`.
#[derive(Clone, Copy, Debug)]
struct Update {
    target: u32,
    lower: u32,
    upper: u32,
}

/// One pivot with its share of the lists.
#[derive(Clone, Copy, Debug)]
struct Pivot {
    node: u32,
    pairs: (u32, u32),
    updates: (u32, u32),
}

/// Where the numbers of an edge a-b live: its two off-diagonal entries (diagonals live at the node's own index).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slots {
    /// Row a, column b.
    pub ab: u32,
    /// Row b, column a.
    pub ba: u32,
}

/// The pattern and the numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct Sparse {
    nodes: usize,
    pivots: Vec<Pivot>,
    pairs: Vec<Pair>,
    updates: Vec<Update>,
    /// Diagonals first, then off-diagonal entries.
    pub values: Vec<f64>,
    inverse: Vec<f64>,
}

impl Sparse {
    /// Finds the pattern for `nodes` nodes and these edges (parallel edges share entries); returns each edge's slots.
    pub fn new(nodes: usize, edges: &[(u32, u32)]) -> (Self, Vec<Slots>) {
        let mut neighbours: Vec<BTreeSet<u32>> = vec![BTreeSet::new(); nodes];
        for &(a, b) in edges {
            neighbours[a as usize].insert(b);
            neighbours[b as usize].insert(a);
        }
        // Entry (row, column), row != column, as a sorted list so that look-ups need no hashing.
        let mut entries: Vec<(u32, u32)> = Vec::new();
        let mut order: Vec<(u32, Vec<u32>)> = Vec::with_capacity(nodes);
        let mut queue: BTreeSet<(usize, u32)> = (0..nodes as u32).map(|n| (neighbours[n as usize].len(), n)).collect();
        while let Some((_, node)) = queue.pop_first() {
            let later: Vec<u32> = std::mem::take(&mut neighbours[node as usize]).into_iter().collect();
            for &one in &later {
                entries.push((node, one));
                entries.push((one, node));
                queue.remove(&(neighbours[one as usize].len(), one));
                neighbours[one as usize].remove(&node);
                neighbours[one as usize].extend(later.iter().copied().filter(|&other| other != one));
                queue.insert((neighbours[one as usize].len(), one));
            }
            order.push((node, later));
        }
        entries.sort_unstable();
        entries.dedup();
        let place = |row: u32, column: u32| -> u32 {
            let index = entries.binary_search(&(row, column)).expect("elimination lists every entry it will touch");
            (nodes + index) as u32
        };
        let mut sparse =
            Self { nodes, values: vec![0.0; nodes + entries.len()], inverse: vec![0.0; nodes], ..Self::default() };
        for (node, later) in &order {
            let (pairs, updates) = (sparse.pairs.len() as u32, sparse.updates.len() as u32);
            for &row in later {
                let lower = place(row, *node);
                sparse.pairs.push(Pair { later: row, upper: place(*node, row), lower });
                for &column in later {
                    let target = if row == column { row } else { place(row, column) };
                    sparse.updates.push(Update { target, lower, upper: place(*node, column) });
                }
            }
            let ends = (sparse.pairs.len() as u32, sparse.updates.len() as u32);
            sparse.pivots.push(Pivot { node: *node, pairs: (pairs, ends.0), updates: (updates, ends.1) });
        }
        let slots = edges.iter().map(|&(a, b)| Slots { ab: place(a, b), ba: place(b, a) }).collect();
        (sparse, slots)
    }

    /// Sets every number to nothing, before the caller adds its own.
    pub fn clear(&mut self) {
        self.values.fill(0.0);
    }

    /// Factors in place.
    pub fn factor(&mut self) {
        let values = &mut self.values[..];
        for pivot in &self.pivots {
            let inverse = 1.0 / values[pivot.node as usize];
            self.inverse[pivot.node as usize] = inverse;
            for update in &self.updates[pivot.updates.0 as usize..pivot.updates.1 as usize] {
                let product = values[update.lower as usize] * values[update.upper as usize];
                values[update.target as usize] -= product * inverse;
            }
        }
    }

    /// Replaces a right-hand side by the solution.
    pub fn solve(&self, x: &mut [f64]) {
        debug_assert_eq!(x.len(), self.nodes);
        for pivot in &self.pivots {
            let known = x[pivot.node as usize] * self.inverse[pivot.node as usize];
            for pair in &self.pairs[pivot.pairs.0 as usize..pivot.pairs.1 as usize] {
                x[pair.later as usize] -= self.values[pair.lower as usize] * known;
            }
        }
        for pivot in self.pivots.iter().rev() {
            let mut value = x[pivot.node as usize];
            for pair in &self.pairs[pivot.pairs.0 as usize..pivot.pairs.1 as usize] {
                value -= self.values[pair.upper as usize] * x[pair.later as usize];
            }
            x[pivot.node as usize] = value * self.inverse[pivot.node as usize];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_with_a_chord_solves() {
        let edges = [(0, 1), (1, 2), (2, 3), (3, 0), (0, 2), (3, 4), (1, 0)];
        let (mut sparse, slots) = Sparse::new(6, &edges);
        let mut dense = [[0.0_f64; 6]; 6];
        for (node, row) in dense.iter_mut().enumerate() {
            row[node] += 2.0 + node as f64;
        }
        for (index, &(a, b)) in edges.iter().enumerate() {
            let (up, down) = (0.3 + index as f64, 0.7 * index as f64);
            let (a, b) = (a as usize, b as usize);
            dense[a][a] += up;
            dense[b][b] += down;
            dense[a][b] -= down;
            dense[b][a] -= up;
        }
        sparse.clear();
        for (node, row) in dense.iter().enumerate() {
            sparse.values[node] = row[node];
        }
        for (index, _) in edges.iter().enumerate() {
            sparse.values[slots[index].ab as usize] -= 0.7 * index as f64;
            sparse.values[slots[index].ba as usize] -= 0.3 + index as f64;
        }
        let wanted = [1.0, -2.0, 3.0, 0.5, 7.0, -1.0];
        let mut x: Vec<f64> = dense.iter().map(|row| row.iter().zip(wanted).map(|(a, x)| a * x).sum()).collect();
        sparse.factor();
        sparse.solve(&mut x);
        for (got, wanted) in x.iter().zip(wanted) {
            assert!((got - wanted).abs() < 1e-12, "{got} for {wanted}");
        }
    }
}
