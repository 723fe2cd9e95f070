//! Names of things inside a drill: small indices into the [`Layout`](super::layout::Layout), one type for each kind
//! of thing, so that a hatch is never looked up among the people.

macro_rules! index {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u16);

        impl $name {
            /// Where it stands in its list.
            pub const fn ix(self) -> usize {
                self.0 as usize
            }

            /// The one at place `ix` of its list. Lists are limited by the mission reader to far below 65,536.
            pub const fn at(ix: usize) -> Self {
                Self(ix as u16)
            }
        }
    };
}

index!(
    /// A segment: Russian, US.
    SegmentId
);
index!(
    /// A compartment: one well-mixed volume of air.
    CompartmentId
);
index!(
    /// A hatch between two compartments.
    HatchId
);
index!(
    /// A vehicle that is docked, or was.
    VehicleId
);
index!(
    /// A crew member.
    PersonId
);
index!(
    /// A piece of equipment: generator, scrubber, fan.
    EquipmentId
);
index!(
    /// A tank of gas with a valve.
    TankId
);
index!(
    /// A sensor whose value reaches the laptops and the ground.
    SensorId
);
index!(
    /// A hole or a crack in the hull, in the order in which they were made. The crew is never shown this number: see
    /// [`FoundId`].
    HoleId
);
index!(
    /// A hole that the crew has found, in the order in which they were found.
    FoundId
);
