/** What stands in the fields of a form, in one string: compared with itself later, nothing else. */
export function standsIn(form: HTMLElement): string {
  const fields = form.querySelectorAll<HTMLInputElement>("input, textarea, select");
  return JSON.stringify(
    [...fields]
      .filter((field) => field.type !== "hidden")
      .map((field) =>
        field.type === "checkbox" || field.type === "radio" ? field.checked : field.value,
      ),
  );
}

const FIELDS =
  'input:not([type="hidden"]):not(:disabled), textarea:not(:disabled), select:not(:disabled)';
const STOPS = `${FIELDS}, button:not(:disabled), a[href], [tabindex="0"]`;

const isReachable = (element: HTMLElement) =>
  element.tabIndex >= 0 && !element.closest("[hidden], [aria-hidden='true'], [inert]");

/** Where a dialog begins: the first field to be filled, else the first thing to be pressed. */
export function firstStop(within: HTMLElement): HTMLElement | null {
  const first = (what: string) =>
    [...within.querySelectorAll<HTMLElement>(what)].find(isReachable) ?? null;
  return first(FIELDS) ?? first(STOPS);
}

/** The first field that is marked as wrong. */
export function firstWrong(within: HTMLElement): HTMLElement | null {
  return within.querySelector<HTMLElement>('[aria-invalid="true"]:not(:disabled)');
}
