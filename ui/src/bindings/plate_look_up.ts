// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

/** Says for which registers a key is kept. Needs no right: without one the controls are shown disabled (D-05). */
export type GetPlateLookUp = Record<symbol, never>;

/** Keeps the key in this computer's keychain, in place of one that is there. */
export type KeepDvlaKey = { key: string, };

/** Keeps the three in this computer's keychain, in place of those that are there. */
export type KeepDvsaKeys = { client_id: string, client_secret: string, api_key: string, };

/** Asks the registers about a plate. Changes nothing: what is taken over is saved with the vehicle. */
export type LookUpPlate = {
/** As it was typed. */
registration: string, };

/** What the registers say. */
export type LookedUpView = {
/** The plate as it is written. */
registration: string, facts: PlateFacts,
/** What came of asking each; empty where none was asked. */
registers: Array<RegisterView>,
/** Why there are no facts at all, in a sentence. */
not_looked_up: string | null, };

/** The mileage at the last MOT test. */
export type MileageFact = { miles: number,
/** The day of the test. */
on: string, };

/** What is known of a vehicle. What nobody said is absent. */
export type PlateFacts = { make: string | null, model: string | null, colour: string | null, fuel: string | null,
/** The year it was made. */
year: number | null,
/** A month, as `2011-11`: DVLA tells no day. */
first_registered: string | null, first_used: string | null,
/** As DVLA words it. */
tax_status: string | null, tax_due: string | null,
/** As DVLA words it. */
mot_status: string | null,
/** When the next test is due: the end of the last one that was passed, or the day of the first. */
mot_due: string | null,
/** The day of the first test, of a vehicle that had none. */
mot_test_due: string | null,
/** When the last V5C was issued. */
last_v5c: string | null, marked_for_export: boolean | null, mileage: MileageFact | null, recall: RecallFact | null, };

/** What is kept on this computer; never a key itself. */
export type PlateLookUpView = { dvla: boolean, dvsa: boolean,
/** Why the keychain does not say. */
problem: string | null, };

/** Is there a safety recall that was not seen to? */
export type RecallFact = "yes" | "no" | "unknown" | "unavailable";

/** A register of vehicles. */
export type Register = "dvla" | "dvsa";

/** Why a register said nothing. */
export type RegisterProblem = "no_key" | "no_connection" | "no_answer" | "not_found" | "key_refused" | "too_often" | "down" | "nonsense";

/** What came of asking one register. */
export type RegisterView = { register: Register,
/** Absent where it answered. */
problem: RegisterProblem | null,
/** The problem in words, without a full stop. */
words: string | null, };

/** Removes the keys of a register from this computer; it is asked no more. */
export type RemovePlateKey = { register: Register, };

/** Asks the registers about a plate that is nobody's. */
export type TestPlateLookUp = Record<symbol, never>;

/** What came of it. A register that knows no such plate has accepted the key. */
export type TestedView = { registers: Array<RegisterView>, };
