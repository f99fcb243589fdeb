// The one file that knows the platform. A host over HTTP would be a second file with the same two functions.
import { invoke } from "@tauri-apps/api/core";

/** Sends one command to the dispatcher. Rejects with the refusal as the dispatcher wrote it. */
export function send(name: string, input: unknown): Promise<unknown> {
  return invoke("call", { name, input });
}
