import { vi } from "vitest";
import type { CommandName, Input, Reply } from "@/lib/api";
import * as platform from "@/lib/tauri";

type Answers = { [Name in CommandName]?: (input: Input<Name>) => Reply<Name> };

/** Answers commands in place of the dispatcher. What has no answer fails the test by its name. */
export function answer(answers: Answers) {
  return vi.spyOn(platform, "send").mockImplementation(async (name, input) => {
    const give = answers[name as CommandName] as ((input: unknown) => unknown) | undefined;
    if (!give) throw new Error(`the test gave no answer to ${name}`);
    return give(input);
  });
}

/** Rejects the way the dispatcher does. */
export function refuse(code: string, message = "No.", fields: Record<string, string> = {}): never {
  throw { code, message, fields, reference: null };
}
