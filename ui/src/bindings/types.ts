// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

export type * from "./capture_form";
export type * from "./carry_over";
export type * from "./consent";
export type * from "./consent_receipt";
export type * from "./contact";
export type * from "./dealership";
export type * from "./draft";
export type * from "./employee";
export type * from "./erasure";
export type * from "./history";
export type * from "./import";
export type * from "./job";
export type * from "./plate_look_up";
export type * from "./portal_link";
export type * from "./profile";
export type * from "./reconsent";
export type * from "./report_audit";
export type * from "./rights_request";
export type * from "./search";
export type * from "./setting";
export type * from "./shared";
export type * from "./sign_in";
export type * from "./startup";
export type * from "./vehicle";
