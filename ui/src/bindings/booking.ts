// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { BookingId, BookingStatus, ContactId, ResourceId, ResourceKind, VehicleId } from "./shared";

/** What is typed into the form. */
export type BookingDraft = {
/** The vehicle, where it has a record. */
vehicle_id: VehicleId | null,
/** Else its plate, as far as it is known. One that a vehicle bears means that vehicle. */
registration?: string,
/** ISO date. */
day: string,
/** Minutes from midnight. */
starts: number,
/** Of work. */
minutes: number,
/** Who or what does it; absent while nobody was chosen. */
resource_id: ResourceId | null,
/** What is to be done. */
work: string, notes?: string, };

/** A booking as the diary and lists show it. */
export type BookingLine = { id: BookingId,
/** To be sent back with a move. */
version: number, contact_id: ContactId,
/** The customer as called. */
name: string,
/** Absent where the vehicle has no record yet. */
vehicle_id: VehicleId | null,
/** The plate. */
registration: string,
/** Make and model. */
make: string,
/** Absent while nobody was chosen. */
resource_id: ResourceId | null,
/** Who or what does it, by name; empty while nobody was chosen. */
resource: string,
/** ISO date. */
day: string,
/** `23/11/2026`. */
date: string,
/** Minutes from midnight. */
starts: number, minutes: number,
/** `09:30`. */
time: string,
/** `11:00`. */
until: string,
/** `1 h 30 min`. */
duration: string,
/** What is to be done. */
work: string, status: BookingStatus,
/** The same in words. */
status_label: string, };

/** A booking as its form shows it. */
export type BookingView = {
/** The customer's account reference. */
reference: string, notes: string,
/** Why it was cancelled. */
reason: string,
/** How many others of the same technician or ramp share its time. */
overlaps: number,
/** When it was made, at the dealership. */
created_local: string,
/** When it was last changed, at the dealership. */
changed_local: string,
/** Who changed it last. */
changed_by: string, id: BookingId,
/** To be sent back with a move. */
version: number, contact_id: ContactId,
/** The customer as called. */
name: string,
/** Absent where the vehicle has no record yet. */
vehicle_id: VehicleId | null,
/** The plate. */
registration: string,
/** Make and model. */
make: string,
/** Absent while nobody was chosen. */
resource_id: ResourceId | null,
/** Who or what does it, by name; empty while nobody was chosen. */
resource: string,
/** ISO date. */
day: string,
/** `23/11/2026`. */
date: string,
/** Minutes from midnight. */
starts: number, minutes: number,
/** `09:30`. */
time: string,
/** `11:00`. */
until: string,
/** `1 h 30 min`. */
duration: string,
/** What is to be done. */
work: string, status: BookingStatus,
/** The same in words. */
status_label: string, };

/** Calls a booking off. It stays in the customer's record, and its hours are free again. */
export type CancelBooking = { id: BookingId,
/** The version that was on the screen. */
version: number,
/** Why. */
reason: string, };

/** The bookings of a contact. */
export type ContactBookings = {
/** The latest first; what was cancelled and missed as well. */
rows: Array<BookingLine>,
/** Are there earlier ones? */
more: boolean, };

/** A day of the diary. */
export type DiaryDay = {
/** ISO date. */
date: string,
/** `23/11/2026`. */
local: string,
/** `Monday`. */
weekday: string,
/** Is it over? */
past: boolean, };

/** What a day holds, in minutes. */
export type DiaryHours = {
/** That there are. */
hours: number, booked: number,
/** That are left. */
free: number,
/** By how much it is booked over them. */
over: number, };

/** A technician or ramp with their days. */
export type DiaryResource = { id: ResourceId, kind: ResourceKind, name: string,
/** Out of use, it is shown while something is booked to it. */
active: boolean,
/** Day by day. */
days: Array<DiaryHours>, };

/** The diary of some days. */
export type DiaryView = { days: Array<DiaryDay>,
/** In the order of the diary. */
resources: Array<DiaryResource>,
/** Minutes booked to nobody in particular, day by day. */
not_assigned: Array<number>,
/** What is booked, in the order of time; without what was cancelled. */
bookings: Array<BookingLine>, };

/** Exports the bookings of some days. */
export type ExportBookings = {
/** From this day on, as ISO date. */
from?: string,
/** Up to this day, as ISO date. */
to?: string, };

/** Shows one booking. */
export type GetBooking = { id: BookingId, };

/** Shows the diary of some days. */
export type GetDiary = {
/** The first of them, as ISO date. */
from: string,
/** How many, from 1 to 14. */
days: number, };

/** Asks for a page. */
export type ListBookings = {
/** From this day on, as ISO date. */
from?: string,
/** Up to this day, as ISO date. */
to?: string,
/** The `next` of the page before. */
after: string | null,
/** Or the number of its first row, counted from 0, in a list that can be entered anywhere. */
at?: number,
/** How many rows, at most 500. */
limit: number, };

/** Shows the bookings of a contact, the latest first. */
export type ListContactBookings = { contact_id: ContactId, };

/** Gives a booking another time, or somebody else to do it. */
export type MoveBooking = { id: BookingId,
/** The version that was on the screen. */
version: number,
/** ISO date. */
day: string,
/** Minutes from midnight. */
starts: number,
/** Who or what does it; absent for nobody in particular. */
resource_id: ResourceId | null,
/** Whoever moves it was asked and goes over the free hours. */
over_hours?: boolean, };

/** Prints the bookings of some days. */
export type PrintBookings = {
/** From this day on, as ISO date. */
from?: string,
/** Up to this day, as ISO date. */
to?: string, };

/** Books, or changes a booking. Over the free hours only where whoever books says so. */
export type SaveBooking = {
/** Which; absent for a new one. */
id: BookingId | null,
/** The version that was edited; 0 for a new one. */
version?: number,
/** Whose it is. That never changes. */
contact_id: ContactId, booking: BookingDraft,
/** Whoever books was asked and books over the free hours. */
over_hours?: boolean,
/** A name the form gave itself when it was opened: sent again, it gets the booking that it made the first time. Empty where whoever calls has no form. */
request?: string, };

/** Says whether the customer came. Calling a booking off takes a reason: `cancel_booking`. */
export type SetBookingStatus = { id: BookingId,
/** The version that was on the screen. */
version: number, status: BookingStatus, };
