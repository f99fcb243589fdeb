import { act, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { flushDrafts } from "@/lib/drafts";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { BroughtBack } from "./BroughtBack";
import { useDraft } from "./useDraft";

function Notes({ onSaved = () => undefined }: { onSaved?: () => void }) {
  const [notes, setNotes] = useState("");
  const draft = useDraft("exclusion:12", notes, setNotes);
  return (
    <>
      <BroughtBack draft={draft} />
      <input aria-label="Notes" value={notes} onChange={(event) => setNotes(event.target.value)} />
      <button
        type="button"
        onClick={() => {
          draft.done();
          onSaved();
        }}
      >
        Save
      </button>
    </>
  );
}

/** A dispatcher that keeps one draft. */
function keeper(kept: string | null = null) {
  const book = { kept };
  const send = answer({
    get_draft: () => ({
      draft: book.kept === null ? null : { typed: book.kept, at_local: "21/11/2026 14:02" },
    }),
    keep_draft: ({ typed }) => {
      book.kept = typed;
      return {};
    },
    drop_draft: () => {
      book.kept = null;
      return {};
    },
  });
  return { book, send };
}

const type = async (words: string) => {
  const { fireEvent } = await import("@testing-library/react");
  fireEvent.change(screen.getByLabelText("Notes"), { target: { value: words } });
};
const pause = (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a draft", () => {
  it("is kept a pause after the last letter, and not where nothing was typed", async () => {
    const { book, send } = keeper();
    show(<Notes />);
    await pause(5_000);
    expect(send.mock.calls.map(([name]) => name)).toEqual(["get_draft"]);
    await type("No more");
    await pause(900);
    expect(book.kept).toBeNull();
    await type("No more texts");
    await pause(1_000);
    expect(book.kept).toBe('"No more texts"');
    // Taken out again, there is nothing to keep.
    await type("");
    await pause(1_000);
    expect(book.kept).toBeNull();
  });

  it("is kept at once when the screen is about to go, or the window loses the keyboard", async () => {
    const { book } = keeper();
    show(<Notes />);
    await pause(0);
    await type("No");
    await act(async () => flushDrafts());
    expect(book.kept).toBe('"No"');
    await type("No more");
    await act(async () => void window.dispatchEvent(new Event("blur")));
    expect(book.kept).toBe('"No more"');
  });

  it("comes back with the form, and is gone once it is saved", async () => {
    const { book } = keeper('"No more texts"');
    show(<Notes />);
    await pause(0);
    expect(screen.getByLabelText("Notes")).toHaveValue("No more texts");
    expect(screen.getByText("Brought back what you typed on 21/11/2026 14:02")).toBeInTheDocument();
    await act(async () => screen.getByRole("button", { name: "Save" }).click());
    await pause(5_000);
    expect(book.kept).toBeNull();
  });

  it("says when nothing can be kept", async () => {
    answer({
      get_draft: () => ({ draft: null }),
      keep_draft: () => refuse("read_only", "The folder can only be read."),
    });
    show(<Notes />);
    await pause(0);
    await type("No more");
    await pause(1_000);
    expect(screen.getByText(/cannot be kept before it is saved/)).toBeInTheDocument();
  });
});
