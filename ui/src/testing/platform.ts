import { vi } from "vitest";
import type { CommandName, Input, Reply } from "@/lib/api";
import * as platform from "@/lib/tauri";

type Answers = { [Name in CommandName]?: (input: Input<Name>) => Reply<Name> };

/** What every form does by the way: keeping what is typed. A test that is not about it hears nothing of it. */
const BY_THE_WAY: Record<string, unknown> = {
  get_draft: { draft: null },
  keep_draft: {},
  drop_draft: {},
};

/** Answers commands in place of the dispatcher. What has no answer fails the test by its name. */
export function answer(answers: Answers) {
  const asked = vi.fn(async (name: string, input: unknown): Promise<unknown> => {
    const give = answers[name as CommandName] as ((input: unknown) => unknown) | undefined;
    if (!give) throw new Error(`the test gave no answer to ${name}`);
    return give(input);
  });
  vi.spyOn(platform, "send").mockImplementation(async (name, input) =>
    name in BY_THE_WAY && !(name in answers) ? BY_THE_WAY[name] : asked(name, input),
  );
  return asked;
}

/** Rejects the way the dispatcher does. */
export function refuse(code: string, message = "No.", fields: Record<string, string> = {}): never {
  throw { code, message, fields, reference: null };
}
