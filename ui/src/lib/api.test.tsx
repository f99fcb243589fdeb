import { QueryClientProvider } from "@tanstack/react-query";
import { renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ContactId, ContactLine, HandedOver, Page } from "@/bindings/commands";
import { answer, refuse } from "@/testing/platform";
import { sessionWith } from "@/testing/render";
import { call, onSessionLost, Refusal, useCall, useChange } from "./api";
import { queryClient } from "./query";

const list = { sort: "name", descending: false, after: null, limit: 50 } as const;
const page: Page<ContactLine> = { rows: [], next: null, total: 7 };

function wrapper({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}

beforeEach(() => queryClient.clear());

describe("call", () => {
  it("sends the name and the input and gives the reply", async () => {
    const send = answer({ list_contacts: () => page });
    await expect(call("list_contacts", list)).resolves.toEqual(page);
    expect(send).toHaveBeenCalledWith("list_contacts", list);
  });

  it("rejects with a refusal that keeps code, words, fields and reference", async () => {
    answer({ touch: () => refuse("wrong_password", "Wrong.", { wait_seconds: "8" }) });
    const refusal = await call("touch", {}).catch((cause: unknown) => cause);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ code: "wrong_password", message: "Wrong." });
    expect((refusal as Refusal).number("wait_seconds")).toBe(8);
    expect((refusal as Refusal).number("nothing")).toBe(0);
  });

  it("turns what is no refusal into an unexpected one without its text", async () => {
    answer({
      touch: () => {
        throw new Error("SELECT secret FROM contact");
      },
    });
    const refusal = (await call("touch", {}).catch((cause: unknown) => cause)) as Refusal;
    expect(refusal.code).toBe("unexpected");
    expect(refusal.message).not.toContain("SELECT");
  });

  it.each(["locked", "signed_out", "not_ready"])("tells the frame of %s", async (code) => {
    const heard = vi.fn();
    const stop = onSessionLost(heard);
    answer({ touch: () => refuse(code) });
    await call("touch", {}).catch(() => undefined);
    expect(heard).toHaveBeenCalledOnce();
    stop();
    await call("touch", {}).catch(() => undefined);
    expect(heard).toHaveBeenCalledOnce();
  });

  it("does not disturb the frame with other refusals", async () => {
    const heard = vi.fn();
    const stop = onSessionLost(heard);
    answer({ touch: () => refuse("denied") });
    await call("touch", {}).catch(() => undefined);
    expect(heard).not.toHaveBeenCalled();
    stop();
  });
});

describe("useChange", () => {
  const handed: HandedOver = { file: "a.pdf", folder: null, opened: true, cancelled: false };

  it("asks again for what the command made stale, and for nothing else", async () => {
    const send = answer({
      list_contacts: () => page,
      get_settings: () => {
        throw new Error("not needed");
      },
      show_session: () => {
        throw new Error("not needed");
      },
      list_report_audit: () => ({ rows: [], next: null, total: null }),
      print_history: () => handed,
    });
    const audit = { employee_id: null, method: null, after: null, limit: 10 };
    const { result } = renderHook(
      () => ({
        contacts: useCall("list_contacts", list),
        audit: useCall("list_report_audit", audit),
        print: useChange("print_history"),
      }),
      { wrapper },
    );
    await waitFor(() => expect(result.current.audit.data).toBeDefined());
    await waitFor(() => expect(result.current.contacts.data).toBeDefined());
    await result.current.print.mutateAsync({ contact_id: "1" as ContactId, kinds: [] });
    const times = (name: string) => send.mock.calls.filter(([asked]) => asked === name).length;
    expect(times("list_report_audit")).toBe(2);
    expect(times("list_contacts")).toBe(1);
  });

  it("keeps what is cached when the command is refused", async () => {
    const send = answer({
      list_report_audit: () => ({ rows: [], next: null, total: null }),
      print_history: () => refuse("denied"),
    });
    const audit = { employee_id: null, method: null, after: null, limit: 10 };
    const { result } = renderHook(
      () => ({ audit: useCall("list_report_audit", audit), print: useChange("print_history") }),
      { wrapper },
    );
    await waitFor(() => expect(result.current.audit.data).toBeDefined());
    await expect(
      result.current.print.mutateAsync({ contact_id: "1" as ContactId, kinds: [] }),
    ).rejects.toMatchObject({ code: "denied" });
    expect(send.mock.calls.filter(([asked]) => asked === "list_report_audit")).toHaveLength(1);
  });

  it("shows the banner of a full disk from the first refusal to the first save", async () => {
    let full = false;
    const banner = { kind: "disk_full", text: "The disk is full.", action: null };
    answer({
      show_session: () => ({ ...sessionWith(), banners: full ? [banner] : [] }),
      print_history: () => (full ? refuse("disk_full") : handed),
    });
    const { result } = renderHook(
      () => ({ session: useCall("show_session", {}), print: useChange("print_history") }),
      { wrapper },
    );
    const kinds = () => result.current.session.data?.banners.map(({ kind }) => kind);
    await waitFor(() => expect(kinds()).toEqual([]));
    const print = () =>
      result.current.print.mutateAsync({ contact_id: "1" as ContactId, kinds: [] });
    full = true;
    await expect(print()).rejects.toMatchObject({ code: "disk_full" });
    await waitFor(() => expect(kinds()).toEqual(["disk_full"]));
    full = false;
    await print();
    await waitFor(() => expect(kinds()).toEqual([]));
  });

  it("is sent once, however often it is asked for while it runs", async () => {
    let answered = () => undefined as undefined;
    const waiting = new Promise<void>((resolve) => {
      answered = () => void resolve() as undefined;
    });
    const send = answer({ touch: () => waiting.then(() => ({})) as never });
    const { result } = renderHook(() => useChange("touch"), { wrapper });
    result.current.mutate({});
    result.current.mutate({});
    const again = result.current.mutateAsync({});
    answered();
    await again;
    expect(send).toHaveBeenCalledOnce();
    await result.current.mutateAsync({});
    expect(send).toHaveBeenCalledTimes(2);
  });
});
