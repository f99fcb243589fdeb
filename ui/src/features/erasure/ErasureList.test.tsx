import { act, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ErasureEntry, ErasureId } from "@/bindings/commands";
import { answer } from "@/testing/platform";
import { show } from "@/testing/render";
import { ErasureList } from "./ErasureList";

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 1 }));
afterEach(() => vi.useRealTimers());

const line: ErasureEntry = {
  id: "1" as ErasureId,
  account_name: "Tom Reed",
  reference: "C0000007",
  local: "21/11/2026 10:00",
  at: "2026-11-21T10:00:00.000Z",
  user: "Anna Kowalska",
  workstation: "SVC-02",
  mode: "full",
  reason: "Letter of 18 November",
  went: "The record itself",
  rows_removed: [],
  last_copies: "Going within a minute",
  swept: false,
};

it("looks again while last copies are left, less and less, and no more once they are gone", async () => {
  const page = (swept: boolean) => ({
    rows: [swept ? { ...line, last_copies: "Gone on 21/11/2026 10:00", swept } : line],
    next: null,
    total: 1,
    workstations: ["SVC-02"],
  });
  const list = vi.fn(() => page(false));
  answer({ list_erasures: list });
  show(
    <MemoryRouter>
      <ErasureList asked={{ workstation: null }} onAsk={() => undefined} />
    </MemoryRouter>,
    { rights: ["gdpr_rights_requests"] },
  );
  // The column of the last copies is for wide windows; what is asked shows all the same.
  expect(await screen.findByText("Tom Reed")).toBeInTheDocument();
  expect(list).toHaveBeenCalledTimes(1);
  await act(() => vi.advanceTimersByTimeAsync(3_100));
  expect(list).toHaveBeenCalledTimes(2);
  list.mockImplementation(() => page(true));
  await act(() => vi.advanceTimersByTimeAsync(3_100));
  expect(list).toHaveBeenCalledTimes(2);
  await act(() => vi.advanceTimersByTimeAsync(3_100));
  expect(list).toHaveBeenCalledTimes(3);
  await act(() => vi.advanceTimersByTimeAsync(20_000));
  expect(list).toHaveBeenCalledTimes(3);
});
