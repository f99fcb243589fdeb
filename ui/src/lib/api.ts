import {
  type QueryKey,
  type UseMutationOptions,
  type UseQueryOptions,
  useMutation,
  useQuery,
} from "@tanstack/react-query";
import { useRef } from "react";
import { CHANGES, type Commands } from "@/bindings/commands";
import { dropTags, queryClient } from "./query";
import { Refusal } from "./refusal";
import { askRelease } from "./release";
import { send } from "./tauri";

export { Refusal } from "./refusal";

export type CommandName = keyof Commands;
export type Input<Name extends CommandName> = Commands[Name]["input"];
export type Reply<Name extends CommandName> = Commands[Name]["reply"];

type SessionLost = (refusal: Refusal) => void;
let sessionLost: SessionLost | null = null;

/** Registers the one listener told when the dispatcher answers that nobody is signed in. Returns the way to stop. */
export function onSessionLost(listener: SessionLost): () => void {
  sessionLost = listener;
  return () => {
    if (sessionLost === listener) sessionLost = null;
  };
}

/** Sends one command. Rejects with a `Refusal`, never with anything else. */
export async function call<Name extends CommandName>(
  name: Name,
  input: Input<Name>,
): Promise<Reply<Name>> {
  try {
    return (await send(name, input)) as Reply<Name>;
  } catch (cause) {
    const refusal = Refusal.from(cause);
    if (
      refusal.code === "locked" ||
      refusal.code === "signed_out" ||
      refusal.code === "password_due" ||
      refusal.code === "not_ready"
    ) {
      sessionLost?.(refusal);
    }
    // The session's banner says so above every screen from now on.
    if (isAboutWriting(refusal)) void dropTags(["session"]);
    if (refusal.code === "release_needed" && (await askRelease(refusal))) {
      return (await send(name, input).catch((again) => {
        throw Refusal.from(again);
      })) as Reply<Name>;
    }
    throw refusal;
  }
}

/** Refused because nothing can be saved for now, whatever was asked? */
function isAboutWriting({ code }: Refusal): boolean {
  return code === "disk_full" || code === "read_only" || code === "damaged";
}

/** The key under which the answer to a command is kept. */
export function keyOf<Name extends CommandName>(name: Name, input: Input<Name>): QueryKey {
  return [name, input];
}

type CallOptions<Name extends CommandName> = Omit<
  UseQueryOptions<Reply<Name>, Refusal>,
  "queryKey" | "queryFn"
>;

/** The answer to a reading command, kept until a change with one of its tags happens. */
export function useCall<Name extends CommandName>(
  name: Name,
  input: Input<Name>,
  options: CallOptions<Name> = {},
) {
  return useQuery<Reply<Name>, Refusal>({
    ...options,
    queryKey: keyOf(name, input),
    queryFn: () => call(name, input),
  });
}

function bannersShown() {
  return queryClient.getQueryData<Reply<"show_session">>(keyOf("show_session", {}))?.banners ?? [];
}

type ChangeOptions<Name extends CommandName> = Omit<
  UseMutationOptions<Reply<Name>, Refusal, Input<Name>>,
  "mutationFn"
>;

/**
 * A command that changes something. When it is done the answers it made stale are dropped, by the
 * tags the command declares; `mutateAsync` resolves after what is on screen was asked for again. While it
 * runs it is not sent once more: whoever asks again gets the same answer.
 */
export function useChange<Name extends CommandName>(name: Name, options: ChangeOptions<Name> = {}) {
  const running = useRef<Promise<Reply<Name>> | null>(null);
  const change = useMutation<Reply<Name>, Refusal, Input<Name>>({
    ...options,
    mutationFn: async (input) => {
      const reply = await call(name, input);
      // The banner goes with the first thing that could be saved again.
      const wasFull = bannersShown().some(
        ({ kind }) => kind === "disk_full" || kind === "read_only",
      );
      await dropTags(wasFull ? ["session", ...(CHANGES[name] ?? [])] : (CHANGES[name] ?? []));
      return reply;
    },
  });
  // The library's own flag goes up a turn later: two clicks of one hand fit in between.
  const mutateAsync: typeof change.mutateAsync = (...asked) => {
    running.current ??= change.mutateAsync(...asked).finally(() => {
      running.current = null;
    });
    return running.current;
  };
  const mutate: typeof change.mutate = (...asked) => {
    if (running.current) return;
    // The refusal is in `error`, and told to `onError`.
    mutateAsync(...asked).catch(() => undefined);
  };
  return { ...change, mutate, mutateAsync };
}
