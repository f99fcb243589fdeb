import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { Refusal } from "@/lib/refusal";
import { answer } from "@/testing/platform";
import { show } from "@/testing/render";
import { FileChoice } from "./FileChoice";

const no = (words: string) =>
  new Refusal({ code: "file", message: "No.", fields: { file: words }, reference: null });

/** Draws the choice; what is typed is looked for in `places`, the dialog gives `offered`. */
function draw(
  places: Record<string, string>,
  offered: { file: string | null; name: string | null },
  inspect: (file: string, job: string) => Promise<void> = async () => {},
) {
  const looked: string[] = [];
  show(
    <FileChoice
      words="A table."
      choose={async (typed) => {
        if (typed === "") return offered;
        const file = places[typed];
        if (!file) throw no("There is no such file.");
        return { file, name: "list.csv" };
      }}
      inspect={(file, job) => {
        looked.push(file);
        return inspect(file, job);
      }}
    />,
  );
  return { looked, user: userEvent.setup({ delay: null }) };
}

describe("FileChoice", () => {
  it("looks into the file whose place was typed, once one is there", async () => {
    const { looked, user } = draw({ "/list.csv": "file-1" }, { file: null, name: null });
    const field = screen.getByRole("textbox", { name: "File" });
    await user.type(field, "  {Enter}");
    expect(field).toBeInvalid();
    await user.type(field, "/nowhere{Enter}");
    expect(await screen.findByText("There is no such file.")).toBeInTheDocument();
    await user.clear(field);
    expect(field).not.toBeInvalid();
    await user.type(field, " /list.csv ");
    await user.click(screen.getByRole("button", { name: "Open" }));
    expect(looked).toEqual(["file-1"]);
  });

  it("does nothing when nobody chose a file, and names the one that is none", async () => {
    const offered: { file: string | null; name: string | null } = { file: null, name: null };
    const { looked, user } = draw({}, offered, async () => {
      throw no("The file is empty.");
    });
    const button = screen.getByRole("button", { name: "Choose file…" });
    await user.click(button);
    await waitFor(() => expect(button).toBeEnabled());
    expect(looked).toEqual([]);
    Object.assign(offered, { file: "file-2", name: "list.csv" });
    await user.click(button);
    expect(await screen.findByText("list.csv: The file is empty.")).toBeInTheDocument();
    expect(looked).toEqual(["file-2"]);
  });

  it("shows how far it is in a long file, and can be cancelled", async () => {
    const cancelled: string[] = [];
    let stop: () => void = () => {};
    answer({
      follow_job: () => ({ done: 1, total: 2, phase: "Looking into the file", finished: false }),
      cancel_job: ({ job }) => {
        cancelled.push(job);
        stop();
        return {};
      },
    });
    let name = "";
    const { user } = draw({ "/list.csv": "file-1" }, { file: null, name: null }, (_, job) => {
      name = job;
      return new Promise((_, reject) => {
        stop = () =>
          reject(
            new Refusal({ code: "cancelled", message: "Cancelled.", fields: {}, reference: null }),
          );
      });
    });
    await user.type(screen.getByRole("textbox", { name: "File" }), "/list.csv{Enter}");
    const dialog = await screen.findByRole("dialog", { name: "Looking into the file" });
    await user.click(within(dialog).getByRole("button", { name: "Cancel" }));
    expect(
      await screen.findByText("Cancelled. Choose another file, or this one again."),
    ).toBeInTheDocument();
    expect(cancelled).toEqual([name]);
  });
});
