import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { Refusal } from "@/lib/refusal";
import { answer } from "@/testing/platform";
import { show } from "@/testing/render";
import { ConfirmDialog } from "./ConfirmDialog";
import { ProgressDialog } from "./ProgressDialog";
import { WithReason } from "./WithReason";

describe("ConfirmDialog", () => {
  const shared = {
    opened: true,
    title: "Erase personal data",
    confirmLabel: "Erase",
    onClose: () => undefined,
  };

  it("wants the name typed before anything can be destroyed", async () => {
    const user = userEvent.setup();
    const confirm = vi.fn();
    answer({ check_typed_name: ({ name, typed }) => ({ fits: name === typed }) });
    show(
      <ConfirmDialog {...shared} typed="Tom Reed" onConfirm={confirm}>
        gone for good
      </ConfirmDialog>,
    );
    expect(screen.getByRole("button", { name: "Erase" })).toBeDisabled();
    await user.type(screen.getByLabelText("Type Tom Reed to confirm"), "Tom Ree{Enter}");
    expect(confirm).not.toHaveBeenCalled();
    await user.type(screen.getByLabelText("Type Tom Reed to confirm"), "d");
    await waitFor(() => expect(screen.getByRole("button", { name: "Erase" })).toBeEnabled());
    await user.keyboard("{Enter}");
    expect(confirm).toHaveBeenCalledExactlyOnceWith("Tom Reed");
  });

  it("shows the refusal with its reference", () => {
    const refusal = new Refusal({
      code: "unexpected",
      message: "It did not work.",
      fields: {},
      reference: "F-7K2Q",
    });
    show(
      <ConfirmDialog {...shared} refusal={refusal} onConfirm={() => undefined}>
        gone
      </ConfirmDialog>,
    );
    expect(screen.getByRole("alert")).toHaveTextContent("It did not work. Reference F-7K2Q.");
  });
});

describe("ProgressDialog", () => {
  it("says how far it is and can be cancelled", async () => {
    const user = userEvent.setup();
    const cancel = vi.fn();
    show(
      <ProgressDialog
        opened
        title="Importing"
        phase="Reading"
        done={12_000}
        total={48_000}
        onCancel={cancel}
      />,
    );
    expect(screen.getByRole("progressbar", { name: "Importing" })).toHaveAttribute(
      "aria-valuenow",
      "25",
    );
    expect(screen.getByText("12,000 of 48,000")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(cancel).toHaveBeenCalledOnce();
  });
});

describe("WithReason", () => {
  it("disables the control and says why, to the keyboard too", async () => {
    const user = userEvent.setup();
    const press = vi.fn();
    show(
      <WithReason reason="Needs the right “Can Export Reports”">
        <button type="button" onClick={press}>
          Export
        </button>
      </WithReason>,
    );
    const button = screen.getByRole("button", { name: "Export" });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription("Needs the right “Can Export Reports”");
    await user.tab();
    expect(await screen.findByRole("tooltip")).toHaveTextContent("Can Export Reports");
  });

  it("leaves a control alone that may be used", () => {
    show(
      <WithReason reason={null}>
        <button type="button">Export</button>
      </WithReason>,
    );
    expect(screen.getByRole("button", { name: "Export" })).toBeEnabled();
  });
});
