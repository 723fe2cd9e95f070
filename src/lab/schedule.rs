//! What changes over time in a case.

/// Points `[t, value]`, held between them (`step`) or joined by lines (`linear`).
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Schedule {
    points: Vec<(f64, f64)>,
    linear: bool,
    /// Value before the first point of a stepped schedule.
    before: f64,
}

impl Schedule {
    /// A schedule that starts at `before`; points must be in order of time.
    pub fn new(points: Vec<(f64, f64)>, linear: bool, before: f64) -> Option<Self> {
        points.is_sorted_by(|one, next| one.0 <= next.0).then_some(Self { points, linear, before })
    }

    /// The same with another value before its first point.
    pub fn starting_at(self, before: f64) -> Self {
        Self { before, ..self }
    }

    /// The value at a moment; a step has happened at its moment.
    pub fn at(&self, time: f64) -> f64 {
        let next = self.points.partition_point(|point| point.0 <= time);
        let Some(past) = next.checked_sub(1).map(|index| self.points[index]) else {
            return match self.points.first() {
                Some(first) if self.linear => first.1,
                _ => self.before,
            };
        };
        match self.points.get(next) {
            Some(&(t, value)) if self.linear => past.1 + (value - past.1) * (time - past.0) / (t - past.0),
            _ => past.1,
        }
    }

    /// The mean from one moment to a later one: what a network that is stepped in whole seconds is given, so that a
    /// change within a second has its share.
    pub fn mean(&self, from: f64, to: f64) -> f64 {
        let inside = self.points.iter().map(|point| point.0).filter(|&time| time > from && time < to);
        let mut sum = 0.0;
        let mut start = from;
        for end in inside.chain([to]) {
            // Between points a schedule is a line or a constant: its middle is its mean.
            sum += self.at(0.5 * (start + end)) * (end - start);
            start = end;
        }
        sum / (to - from)
    }

    /// Moments strictly between two at which a network that holds its inputs between them should be given new ones.
    pub fn cuts(&self, from: f64, to: f64) -> Vec<f64> {
        let mut cuts: Vec<f64> = self.points.iter().map(|point| point.0).filter(|&t| t > from && t < to).collect();
        if self.linear && self.at(from) != self.at(to) {
            cuts.extend((1..16).map(|part| from + (to - from) * f64::from(part) / 16.0));
        }
        cuts
    }

    /// Nothing changes after this moment.
    pub fn settled_after(&self) -> f64 {
        self.points.last().map_or(f64::NEG_INFINITY, |point| point.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_within_a_second_has_its_share() {
        let schedule = Schedule::new(vec![(10.25, 0.0)], false, 1.0).unwrap();
        assert_eq!(schedule.mean(9.0, 10.0), 1.0);
        assert_eq!(schedule.mean(10.0, 11.0), 0.25);
        assert_eq!(schedule.at(10.25), 0.0);
    }

    #[test]
    fn a_line_is_held_at_its_ends() {
        let schedule = Schedule::new(vec![(10.0, 1.0), (20.0, 0.0)], true, 1.0).unwrap();
        assert_eq!(schedule.at(0.0), 1.0);
        assert_eq!(schedule.mean(9.0, 11.0), 0.5 * (1.0 + 0.95));
        assert_eq!(schedule.at(30.0), 0.0);
    }
}
