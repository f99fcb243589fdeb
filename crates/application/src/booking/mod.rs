//! The service diary and the Service Booking Form (T-03).

mod cancel_booking;
mod export_bookings;
mod get_booking;
mod get_diary;
mod ledger_line;
mod line;
mod list;
mod list_bookings;
mod list_contact_bookings;
mod move_booking;
mod print_bookings;
mod room;
mod rules;
mod save_booking;
mod set_booking_status;
mod view;

pub use cancel_booking::CancelBooking;
pub use export_bookings::ExportBookings;
pub use get_booking::GetBooking;
pub use get_diary::{DiaryDay, DiaryHours, DiaryResource, DiaryView, GetDiary};
pub use line::BookingLine;
pub use list::BookingFilter;
pub use list_bookings::ListBookings;
pub use list_contact_bookings::{ContactBookings, ListContactBookings};
pub use move_booking::MoveBooking;
pub use print_bookings::PrintBookings;
pub use save_booking::{BookingDraft, SaveBooking};
pub use set_booking_status::SetBookingStatus;
pub use view::BookingView;

use forecourt_dispatch::line::lines;
use forecourt_dispatch::list::Listed;
use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new(
    "booking",
    &[
        entry::<GetDiary>,
        entry::<GetBooking>,
        entry::<SaveBooking>,
        entry::<MoveBooking>,
        entry::<SetBookingStatus>,
        entry::<CancelBooking>,
        entry::<ListContactBookings>,
        entry::<ListBookings>,
        entry::<PrintBookings>,
        entry::<ExportBookings>,
    ],
)
.with_lists(&[Listed::of::<list::Bookings>])
.with_lines(lines::<ledger_line::LedgerLine>());
