// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

/** Sets everything a profile says, in one step; each change has a line of its own in the history. */
export type ApplyProfile = { profile: Profile,
/** Why; needed where a period becomes *never*. */
reason: string, };

/** Shows what a profile would change, before it does. */
export type PreviewProfile = { profile: Profile, };

/** Whose rules apply.  A preset covers the settings there are. Rows of SPEC 2.6 that wait for their module: the exclude-all button, the status set by *Exclude*, the email status threshold, the scope of an opt-out, the portal's sections and confirmation, and the erasure offered. *Franchised dealer*, the named third parties and the days of *about to expire* are facts about the dealership and stay as they are; carrying old flags over is a job of its own. */
export type Profile = "dragon" | "navigator" | "vtiger" | "forecourt";

/** What a profile changes. */
export type ProfileChanges = { profile: Profile,
/** Its name. */
label: string,
/** Every setting that differs; none when everything stands so already. */
steps: Array<ProfileStep>,
/** A period becomes *never*: a reason has to be given (D-12). */
reason_needed: boolean, };

/** A setting that a profile changes, in words. */
export type ProfileStep = { setting: string,
/** Its name on the page. */
label: string,
/** How it stands. */
old: string,
/** What it becomes. */
new: string, };
