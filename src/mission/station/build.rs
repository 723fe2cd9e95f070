//! The merged tables of a station become a [`Layout`]. Where something is wrong, the problem is kept and a stand-in
//! takes its place, so that all names are known to what follows; a layout with problems never leaves the room.

use super::air;
use super::hatch::hatch;
use super::merge::Plan;
use crate::mission::field::Thing;
use crate::mission::lookup::Desk;
use crate::mission::problem::{Kind, Problem};
use crate::mission::row::{Cell, Row};
use crate::mission::unit::Dimension;
use crate::sim::gas::Masses;
use crate::sim::ids::{CompartmentId, HatchId, SegmentId, VehicleId};
use crate::sim::item::Item;
use crate::sim::layout::*;
use crate::units::{CubicMetres, CubicMetresPerSecond, Kelvin, Kilograms, KilogramsPerSecond, Pascals, SquareMetres};

/// Builds the station on the desk.
pub(super) fn build(plan: &Plan, name: Option<String>, desk: &mut Desk) {
    let head = &plan.head;
    let text = |field: &str| head.text(field).unwrap_or_default().to_owned();
    desk.layout.id = head.text("id").map(str::to_owned).or(name).unwrap_or_else(|| "custom".to_owned());
    desk.layout.title = text("title");
    desk.layout.about = text("about");
    desk.layout.sources = head.list("sources").iter().filter_map(|c| Some(c.text()?.to_owned())).collect();
    for row in plan.rows("segment") {
        let ground = if row.text("ground") == Some("Moscow") { Ground::Moscow } else { Ground::Houston };
        desk.layout.segments.push(Segment { id: id(row), name: words(row, "name"), ground });
    }
    for row in plan.rows("compartment") {
        let compartment = compartment(head, row, desk);
        desk.layout.compartments.push(compartment);
    }
    for row in plan.rows("equipment") {
        let machine = machine(row, desk);
        desk.layout.equipment.push(machine);
    }
    for row in plan.rows("hatch") {
        let hatch = hatch(row, desk);
        let at = HatchId::at(desk.layout.hatches.len());
        desk.also.extend(row.list("also").iter().filter_map(|c| Some((c.text()?.to_owned(), at))));
        desk.layout.hatches.push(hatch);
    }
    for row in plan.rows("vehicle") {
        let vehicle = vehicle(row, desk);
        let at = VehicleId::at(desk.layout.vehicles.len());
        for c in &vehicle.compartments {
            desk.layout.compartments[c.ix()].vehicle = Some(at);
        }
        desk.layout.vehicles.push(vehicle);
    }
    for row in plan.rows("tank") {
        let tank = tank(row, desk);
        desk.layout.tanks.push(tank);
    }
    for row in plan.rows("sensor") {
        let sensor = sensor(row, desk);
        desk.layout.sensors.push(sensor);
    }
    for row in plan.rows("stock") {
        let compartment = here(row, desk);
        let count = row.count("count").unwrap_or(1) as u8;
        if let Some(item) = row.text("item").and_then(item)
            && count > 0
        {
            desk.layout.stock.push(Stock { item, compartment, count });
        }
    }
    for row in plan.rows("crew") {
        let member = member(row, desk);
        desk.layout.crew.push(member);
    }
}

fn id(row: &Row) -> String {
    words(row, "id")
}

fn words(row: &Row, field: &str) -> String {
    row.text(field).unwrap_or_default().to_owned()
}

/// The compartment that `in` names.
fn here(row: &Row, desk: &mut Desk) -> CompartmentId {
    desk.compartment(row, "in").unwrap_or(CompartmentId(0))
}

/// The item with this short name.
pub(in crate::mission) fn item(name: &str) -> Option<Item> {
    Item::ALL.into_iter().find(|i| i.id() == name)
}

fn compartment(head: &Row, row: &Row, desk: &mut Desk) -> Compartment {
    let volume = row.number("volume").unwrap_or(1.0);
    let air = |field: &str| row.number(field).or_else(|| head.row("air").and_then(|a| a.number(field)));
    let celsius = air("temperature").unwrap_or(22.0);
    let temperature = Kelvin::from_celsius(celsius);
    let (pressure, oxygen) = (air("pressure").unwrap_or(745.0), air("oxygen").unwrap_or(0.0));
    let (dioxide, water) = (air("carbon_dioxide").unwrap_or(0.0), air("water").unwrap_or(0.0));
    let nitrogen = pressure - oxygen - dioxide - water;
    if nitrogen < 0.0 {
        let own = ["oxygen", "pressure", "carbon_dioxide", "water"].into_iter().find(|f| row.wrote(f));
        let place = match (own, head.row("air")) {
            (Some(field), _) => row.place_of(field),
            (None, Some(air)) => air.place_of("oxygen"),
            _ => &row.place,
        };
        desk.report(
            Problem::new(Kind::ImpossibleAir, place, "the partial pressures are more than the whole pressure")
                .expected(format!("together no more than {pressure} mmHg")),
        );
    }
    let segment = match row.cell("segment") {
        Some(cell) => match cell.text().and_then(|s| desk.layout.find_segment(s)) {
            Some(segment) => segment,
            None => desk.unknown(cell, Thing::Segment).unwrap_or(SegmentId(0)),
        },
        None => SegmentId(0),
    };
    let at: Vec<i32> = row.list("at").iter().filter_map(Cell::number).map(|x| x as i32).collect();
    let partials = [oxygen, nitrogen, dioxide, water];
    Compartment {
        id: id(row),
        name: words(row, "name"),
        label: words(row, "label"),
        segment,
        owner: match row.text("owner") {
            Some("Roscosmos") => Owner::Roscosmos,
            Some("JAXA") => Owner::Jaxa,
            Some("ESA") => Owner::Esa,
            _ => Owner::Nasa,
        },
        volume: CubicMetres(volume),
        air: Masses::from_partials(partials.map(|p| Pascals::from_mmhg(p).0), temperature, CubicMetres(volume)),
        temperature,
        walls_w_k: row.number("walls").unwrap_or(3.0 * volume),
        leak: air::structural(row.number("leak").unwrap_or(0.0)),
        transit_s: row.seconds("transit").unwrap_or(15) as u32,
        cell: (at.first().copied().unwrap_or(0), at.get(1).copied().unwrap_or(0)),
        hull: hull(row, volume, desk),
        vehicle: None,
    }
}

/// Surface of a ball of 1 m3, m2: (36 pi)^(1/3).
const BALL: f64 = 4.835_975_862_049_409;

fn hull(row: &Row, volume: f64, desk: &mut Desk) -> Hull {
    const NAMES: [&str; 6] = ["ram", "port", "starboard", "zenith", "aft", "nadir"];
    let area = match row.number("area") {
        Some(mm2) => SquareMetres::from_mm2(mm2),
        None => SquareMetres(BALL * libm::pow(volume, 2.0 / 3.0)),
    };
    let mut faces = [1.0 / 6.0; 6];
    if let Some(shares) = row.row("faces") {
        faces = NAMES.map(|face| shares.number(face).unwrap_or(0.0));
        let sum: f64 = faces.iter().sum();
        if !(0.995..=1.005).contains(&sum) {
            let written = (sum * 1000.0).round() / 1000.0;
            desk.report(
                Problem::new(Kind::FacesSum, &shares.place, format!("the faces of the hull sum to {written}"))
                    .expected("shares that sum to 1"),
            );
        } else {
            faces = faces.map(|f| f / sum);
        }
    }
    let shield = match row.text("shield") {
        Some("fgb") => Shield::Fgb,
        Some("zvezda") => Shield::Zvezda,
        Some("soyuz") => Shield::Soyuz,
        Some("beam") => Shield::Beam,
        _ => Shield::Usos,
    };
    Hull { area, faces, shield }
}

fn machine(row: &Row, desk: &mut Desk) -> Equipment {
    let compartment = here(row, desk);
    let rate = |field: &str| row.number(field).map(KilogramsPerSecond::per_day);
    let flow = || {
        let share = row.number("efficiency").unwrap_or(1.0);
        CubicMetresPerSecond(CubicMetresPerSecond::per_hour(row.number("flow").unwrap_or(0.0)).0 * share)
    };
    let kind = match row.text("kind") {
        Some("oxygen_generator") => {
            EquipmentKind::OxygenGenerator { rate: rate("rate").unwrap_or(KilogramsPerSecond::ZERO) }
        }
        Some("co2_removal") => EquipmentKind::Co2Removal { flow: flow(), cap: rate("cap") },
        Some("condenser") => EquipmentKind::Condenser { flow: flow(), cap: rate("cap") },
        Some("air_conditioner") => EquipmentKind::AirConditioner,
        Some("heat_load") => EquipmentKind::HeatLoad,
        _ => EquipmentKind::Fan,
    };
    let needs = match kind {
        EquipmentKind::OxygenGenerator { .. } => Some("rate"),
        EquipmentKind::Co2Removal { .. } | EquipmentKind::Condenser { .. } => Some("flow"),
        _ => None,
    };
    if let Some(field) = needs.filter(|f| !row.wrote(f)) {
        let kind = row.text("kind").unwrap_or_default();
        desk.report(
            Problem::new(
                Kind::MissingField,
                row.place_of("kind"),
                format!("a machine of kind `{kind}` has no `{field}`"),
            )
            .expected(format!("needs `{field}` beside it")),
        );
    }
    // What it does not read does no harm, but its author believes otherwise.
    for field in ["rate", "flow", "efficiency", "cap"] {
        let (fits, owners) = match field {
            "rate" => (matches!(kind, EquipmentKind::OxygenGenerator { .. }), "`oxygen_generator`"),
            _ => (
                matches!(kind, EquipmentKind::Co2Removal { .. } | EquipmentKind::Condenser { .. }),
                "`co2_removal` and `condenser`",
            ),
        };
        if let Some(kind) = row.text("kind").filter(|_| row.wrote(field) && !fits) {
            let message = format!("`{field}` says nothing of a machine of kind `{kind}`");
            desk.report(
                Problem::new(Kind::Lonely, row.place_of(field), message)
                    .expected(format!("goes with {owners}"))
                    .warning(),
            );
        }
    }
    Equipment {
        id: id(row),
        name: words(row, "name"),
        compartment,
        kind,
        on: row.flag("on").unwrap_or(true),
        air_loss: rate("air_loss").unwrap_or(KilogramsPerSecond::ZERO),
        heat_w: row.number("heat").unwrap_or(0.0),
        noise: row.number("noise").unwrap_or(0.0),
    }
}

fn vehicle(row: &Row, desk: &mut Desk) -> Vehicle {
    let compartments = desk.places_named(row, "compartments");
    let casts_off = desk.places_named(row, "casts_off");
    Vehicle {
        id: id(row),
        name: words(row, "name"),
        kind: match row.text("kind") {
            Some("progress") => VehicleKind::Progress,
            Some("cygnus") => VehicleKind::Cygnus,
            Some("dragon") => VehicleKind::Dragon,
            Some("shuttle") => VehicleKind::Shuttle,
            _ => VehicleKind::Soyuz,
        },
        docked_by: desk.one_hatch(row, "docked_by").unwrap_or(HatchId(0)),
        compartments,
        casts_off,
        seats: row.count("seats").unwrap_or(0) as u8,
        undocks_s: row.seconds("undocks_in").unwrap_or(180) as u32,
    }
}

impl Desk {
    /// The compartments that a list names one by one.
    fn places_named(&mut self, row: &Row, field: &str) -> Vec<CompartmentId> {
        let mut list = Vec::new();
        for cell in row.list(field) {
            match cell.text().and_then(|name| self.layout.find_compartment(name)) {
                Some(one) => list.push(one),
                None => list.extend(self.unknown::<CompartmentId>(cell, Thing::Compartment)),
            }
        }
        list
    }
}

fn tank(row: &Row, desk: &mut Desk) -> Tank {
    Tank {
        id: id(row),
        name: words(row, "name"),
        gas: match row.text("gas") {
            Some("nitrogen") => [0.0, 1.0, 0.0, 0.0],
            Some("air") => air::air_by_mass(),
            _ => [1.0, 0.0, 0.0, 0.0],
        },
        mass: Kilograms(row.number("mass").unwrap_or(0.0)),
        rate: KilogramsPerSecond::per_day(row.number("rate").unwrap_or(0.0)),
        compartment: here(row, desk),
        vehicle: desk.vehicle(row, "vehicle"),
    }
}

fn sensor(row: &Row, desk: &mut Desk) -> Sensor {
    let quantity = match row.text("quantity") {
        Some("oxygen") => Quantity::Oxygen,
        Some("carbon_dioxide") => Quantity::CarbonDioxide,
        Some("temperature") => Quantity::Temperature,
        _ => Quantity::Pressure,
    };
    let dimension = if quantity == Quantity::Temperature { Dimension::Warming } else { Dimension::Pressure };
    let resolution = row.cell("resolution").cloned();
    let resolution =
        resolution.and_then(|cell| desk.measured("resolution", &cell, dimension, (1e-4, 100.0), "\"0.1 mmHg\""));
    Sensor {
        id: id(row),
        compartment: here(row, desk),
        quantity,
        resolution: resolution.unwrap_or(0.1),
        lag_s: row.number("lag").unwrap_or(8.0),
    }
}

fn member(row: &Row, desk: &mut Desk) -> Member {
    Member {
        id: id(row),
        name: words(row, "name"),
        label: words(row, "label"),
        agency: words(row, "agency"),
        vehicle: desk.vehicle(row, "vehicle"),
        compartment: here(row, desk),
        asleep: row.flag("asleep").unwrap_or(false),
        carries: row.list("carries").iter().filter_map(|c| c.text().and_then(item)).collect(),
    }
}
