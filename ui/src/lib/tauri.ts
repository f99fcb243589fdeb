// The one file that knows the platform. A host over HTTP would be a second file with the same functions.
import { invoke, isTauri } from "@tauri-apps/api/core";

/** Sends one command to the dispatcher. Rejects with the refusal as the dispatcher wrote it. */
export function send(name: string, input: unknown): Promise<unknown> {
  return invoke("call", { name, input });
}

export type Painted = "sign_in_painted" | "contact_list_painted";

/** Leaves a mark for the measurement of start-up. The shell keeps it only when it was asked to measure. */
export function reportPainted(what: Painted): void {
  invoke("call", { name: "mark_painted", input: { what } }).catch(() => undefined);
}

/** Draws everything at this size, so that what is larger also breaks its lines anew. */
export function setZoom(percent: number): void {
  // Not in a browser, where the screens are only looked at.
  if (!isTauri()) return;
  // Read when somebody zooms: the first screen does without.
  import("@tauri-apps/api/webview")
    .then(({ getCurrentWebview }) => getCurrentWebview().setZoom(percent / 100))
    .catch(() => undefined);
}
