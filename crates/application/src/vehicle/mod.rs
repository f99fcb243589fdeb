//! Vehicles (T-01): the record, its keepers and plates, and whether its keeper may be reminded (M-15).

mod change_keeper;
mod change_plate;
mod create_vehicle;
mod draft;
mod export_vehicles;
mod get_vehicle;
mod ledger_line;
mod list;
mod list_contact_vehicles;
mod list_vehicles;
mod print_vehicles;
mod refusals;
mod reminders;
mod search_vehicles;
mod telling;
mod update_vehicle;
mod view;

pub use change_keeper::ChangeKeeper;
pub use change_plate::ChangePlate;
pub use create_vehicle::CreateVehicle;
pub use draft::{VEHICLE_FUELS, VehicleDraft, VehicleLookUp};
pub use export_vehicles::ExportVehicles;
pub use get_vehicle::GetVehicle;
pub use list::{VehicleFilter, VehicleRow, VehicleSort};
pub use list_contact_vehicles::{ContactVehicleRow, ListContactVehicles};
pub use list_vehicles::ListVehicles;
pub use print_vehicles::PrintVehicles;
pub use reminders::{ReminderChannel, ReminderState, VehicleReminder};
pub use search_vehicles::{FoundVehicle, FoundVehicleBy, SearchVehicles, VehicleMatches};
pub use update_vehicle::UpdateVehicle;
pub use view::{VehicleHolder, VehicleKeeper, VehiclePlate, VehicleReading, VehicleView};

use forecourt_dispatch::line::lines;
use forecourt_dispatch::list::Listed;
use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new(
    "vehicle",
    &[
        entry::<ListVehicles>,
        entry::<GetVehicle>,
        entry::<CreateVehicle>,
        entry::<UpdateVehicle>,
        entry::<ChangePlate>,
        entry::<ChangeKeeper>,
        entry::<SearchVehicles>,
        entry::<ListContactVehicles>,
        entry::<ExportVehicles>,
        entry::<PrintVehicles>,
    ],
)
.with_lists(&[Listed::of::<list::Vehicles>])
.with_lines(lines::<ledger_line::LedgerLine>());
