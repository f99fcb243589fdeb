const near = [
  "Europe/London",
  "Europe/Dublin",
  "Europe/Isle_of_Man",
  "Europe/Jersey",
  "Europe/Guernsey",
];

let known: string[] | null = null;

/** Every time zone the webview knows, those of the islands first. Gathered once: there are hundreds. */
export function timeZones(): string[] {
  known ??= [...near, ...Intl.supportedValuesOf("timeZone").filter((zone) => !near.includes(zone))];
  return known;
}

/** The time zone a new dealership most likely stands in: this computer's if it is one of ours, else London. */
export function homeTimeZone(): string {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return near.includes(here) ? here : "Europe/London";
}
