//! Which compartments are one volume now, and by what their flows are bound.

use super::network::Passages;
use super::sparse::{Slots, Sparse};

/// No parent: the root of a zone.
pub(super) const ROOT: u32 = u32::MAX;

/// One compartment in its place in a zone's tree.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Leaf {
    /// The compartment.
    pub room: u32,
    /// The compartment next to it on the way to the root, or [`ROOT`].
    pub parent: u32,
    /// The passage between the two.
    pub passage: u32,
    /// +1 where the passage's own direction a -> b leads from here to the parent, else -1.
    pub sign: f64,
}

/// A stretch of [`Zones::leaves`]: parents stand before their children.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Zone {
    /// First leaf.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// Some compartment in it keeps its own energy.
    pub energy: bool,
    /// An opening to another zone touches it: its pressure is solved together with the others'.
    pub coupled: bool,
}

/// An opening between two zones, which follows the orifice formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ajar {
    pub passage: u32,
    pub room_a: u32,
    pub room_b: u32,
    pub zone_a: u32,
    pub zone_b: u32,
    pub slots: Slots,
}

/// An opening inside a zone that is not on its tree: it closes a ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chord {
    pub passage: u32,
    /// Its stretch of [`Zones::ring`].
    pub start: u32,
    pub end: u32,
}

/// A passage that moves something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Live {
    pub passage: u32,
    pub a: u32,
    pub b: u32,
}

/// The station cut into zones.
#[derive(Clone, Debug, Default)]
pub(super) struct Zones {
    pub zone_of: Vec<u32>,
    pub zones: Vec<Zone>,
    pub leaves: Vec<Leaf>,
    pub ajar: Vec<Ajar>,
    pub chords: Vec<Chord>,
    /// Tree passages that lead from a chord's b back to its a, with +1 where the passage's a -> b goes that way.
    pub ring: Vec<(u32, f64)>,
    /// Passages that move anything: open to flow, or with a fan that blows through them.
    pub live: Vec<Live>,
    pub matrix: Sparse,
}

impl Zones {
    /// Cuts the station: compartments joined by a passage in `joined` are one zone. `energy[c]` marks compartments
    /// that keep their own energy.
    pub fn new(passages: &Passages, joined: &[bool], energy: &[bool]) -> Self {
        let rooms = energy.len();
        let tree = widest_tree(rooms, passages, joined);
        let mut zones = Self { zone_of: vec![ROOT; rooms], ..Self::default() };
        zones.grow(&tree, passages, energy);
        zones.sort_passages(&tree, passages);
        zones
    }

    /// Leaves in order, zone by zone, from the lowest-numbered compartment of each.
    fn grow(&mut self, tree: &[bool], passages: &Passages, energy: &[bool]) {
        let mut beside: Vec<Vec<u32>> = vec![Vec::new(); energy.len()];
        for (index, ends) in passages.ends.iter().enumerate() {
            if tree[index] {
                beside[ends.0 as usize].push(index as u32);
                beside[ends.1 as usize].push(index as u32);
            }
        }
        for root in 0..energy.len() {
            if self.zone_of[root] != ROOT {
                continue;
            }
            let zone = self.zones.len() as u32;
            let start = self.leaves.len();
            self.zone_of[root] = zone;
            self.leaves.push(Leaf { room: root as u32, parent: ROOT, passage: ROOT, sign: 0.0 });
            let mut next = start;
            while next < self.leaves.len() {
                let here = self.leaves[next].room;
                for &passage in &beside[here as usize] {
                    let (a, b) = passages.ends[passage as usize];
                    let (there, sign) = if a == here { (b, -1.0) } else { (a, 1.0) };
                    if self.zone_of[there as usize] == ROOT {
                        self.zone_of[there as usize] = zone;
                        self.leaves.push(Leaf { room: there, parent: here, passage, sign });
                    }
                }
                next += 1;
            }
            let energy = self.leaves[start..].iter().any(|leaf| energy[leaf.room as usize]);
            self.zones.push(Zone { start: start as u32, end: self.leaves.len() as u32, energy, coupled: false });
        }
    }

    /// Tells ajar openings from chords and lays out the matrix.
    fn sort_passages(&mut self, tree: &[bool], passages: &Passages) {
        let mut edges = Vec::new();
        for (index, &(a, b)) in passages.ends.iter().enumerate() {
            let open = passages.cd_area[index] > 0.0;
            if a == b {
                continue;
            }
            if open || passages.exchange[index] > 0.0 {
                self.live.push(Live { passage: index as u32, a, b });
            }
            if !open || tree[index] {
                continue;
            }
            let (zone_a, zone_b) = (self.zone_of[a as usize], self.zone_of[b as usize]);
            let passage = index as u32;
            if zone_a == zone_b {
                let start = self.ring.len() as u32;
                self.ring_back(a, b);
                self.chords.push(Chord { passage, start, end: self.ring.len() as u32 });
            } else {
                edges.push((zone_a, zone_b));
                let slots = Slots { ab: 0, ba: 0 };
                self.ajar.push(Ajar { passage, room_a: a, room_b: b, zone_a, zone_b, slots });
                self.zones[zone_a as usize].coupled = true;
                self.zones[zone_b as usize].coupled = true;
            }
        }
        let (matrix, slots) = Sparse::new(self.zones.len(), &edges);
        self.matrix = matrix;
        for (ajar, slots) in self.ajar.iter_mut().zip(slots) {
            ajar.slots = slots;
        }
    }

    /// Appends the way from `b` to `a` along the tree: both climb to the root and what they share cancels.
    fn ring_back(&mut self, a: u32, b: u32) {
        let climb = |from: u32| {
            let mut way = Vec::new();
            let mut here = from;
            while let Some(leaf) = self.leaves.iter().find(|leaf| leaf.room == here && leaf.parent != ROOT) {
                way.push((leaf.passage, leaf.sign));
                here = leaf.parent;
            }
            way
        };
        let (mut up, mut down) = (climb(b), climb(a));
        while up.last().is_some() && up.last() == down.last() {
            up.pop();
            down.pop();
        }
        self.ring.extend(up);
        self.ring.extend(down.into_iter().rev().map(|(passage, sign)| (passage, -sign)));
    }
}

/// The spanning forest of the joined passages that prefers wide ones, so that the net flow follows the way that most
/// of it would take; equal widths go by number.
fn widest_tree(rooms: usize, passages: &Passages, joined: &[bool]) -> Vec<bool> {
    let mut wide: Vec<usize> = (0..passages.ends.len()).filter(|&index| joined[index]).collect();
    wide.sort_by(|&one, &other| passages.cd_area[other].total_cmp(&passages.cd_area[one]).then(one.cmp(&other)));
    let mut group: Vec<usize> = (0..rooms).collect();
    let mut tree = vec![false; passages.ends.len()];
    for index in wide {
        let (a, b) = passages.ends[index];
        let (one, other) = (find(&mut group, a as usize), find(&mut group, b as usize));
        if one != other {
            group[one.max(other)] = one.min(other);
            tree[index] = true;
        }
    }
    tree
}

/// The representative of a group, halving the way there.
fn find(group: &mut [usize], mut member: usize) -> usize {
    while group[member] != member {
        group[member] = group[group[member]];
        member = group[member];
    }
    member
}
