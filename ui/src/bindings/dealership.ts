// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

/** The dealership's details. */
export type DealershipDetails = { name: string,
/** Street and town, on one or more lines. */
address: string, postcode: string, phone: string, email: string, website: string,
/** An https address. */
privacy_policy_url: string,
/** As HMRC gave it; printed on invoices. Empty where nothing is charged VAT. */
vat_number: string,
/** As Companies House gave it; printed on invoices. Empty for a sole trader. */
company_number: string, };

/** Changes the dealership's details. */
export type UpdateDealership = { dealership: DealershipDetails, };
