import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { flushDrafts } from "@/lib/drafts";
import { panelOf, previewOf } from "@/testing/consent";
import { answer } from "@/testing/platform";
import { show } from "@/testing/render";
import { EditConsentDialog } from "./EditConsentDialog";
import { ExclusionDialog } from "./ExclusionDialog";
import { ReviewDialog } from "./ReviewDialog";

const nothing = () => undefined;
const shared = { view: panelOf(), name: "Tom Reed", screen: "contact_record" as const };

/** What is typed into a dialog's notes, then the dialog gone, then opened once more. */
async function typedAndOpenedAgain(dialog: ReactNode) {
  const kept = new Map<string, string>();
  answer({
    preview_consent: () => previewOf(),
    get_draft: ({ form }) => {
      const typed = kept.get(form);
      return { draft: typed === undefined ? null : { typed, at_local: "21/11/2026 14:02" } };
    },
    keep_draft: ({ form, typed }) => {
      kept.set(form, typed);
      return {};
    },
    drop_draft: ({ form }) => {
      kept.delete(form);
      return {};
    },
  });
  const user = userEvent.setup({ delay: null });
  const first = show(dialog);
  await user.type(screen.getByRole("textbox", { name: /Notes/ }), "No more texts");
  await act(() => flushDrafts());
  first.unmount();
  show(dialog);
  await waitFor(() =>
    expect(screen.getByRole("textbox", { name: /Notes/ })).toHaveValue("No more texts"),
  );
  expect(screen.getByText("Brought back what you typed on 21/11/2026 14:02")).toBeInTheDocument();
  return { user, kept };
}

describe("what was typed before a reload or a crash", () => {
  it("is there again in Edit Marketing Consent, and gone when it is given up", async () => {
    const { user, kept } = await typedAndOpenedAgain(
      <EditConsentDialog {...shared} onClose={nothing} />,
    );
    expect([...kept.keys()]).toEqual(["consent:1"]);
    await user.keyboard("{Escape}");
    await screen.findByRole("dialog", { name: "Keep what you typed?" });
    const [, inQuestion] = screen.getAllByRole("button", { name: "Discard" });
    if (inQuestion) await user.click(inQuestion);
    await waitFor(() => expect(kept.size).toBe(0));
  });

  it("is there again in the review", async () => {
    await typedAndOpenedAgain(<ReviewDialog {...shared} onClose={nothing} onAnswered={nothing} />);
  });

  it("is there again in Exclude, and lets itself be given up in one stroke", async () => {
    const { user, kept } = await typedAndOpenedAgain(
      <ExclusionDialog {...shared} onClose={nothing} />,
    );
    expect([...kept.keys()]).toEqual(["exclusion:1"]);
    await user.click(screen.getByRole("button", { name: "Discard" }));
    expect(screen.getByRole("textbox", { name: /Notes/ })).toHaveValue("");
    expect(kept.size).toBe(0);
  });
});
