// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

/** Asks a job to stop. A job that ended already is left as it is. */
export type CancelJob = {
/** The name it was started under. */
job: string, };

/** Asks how far a job is. */
export type FollowJob = {
/** The name it was started under. */
job: string, };
