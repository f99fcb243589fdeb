import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { answer } from "@/testing/platform";
import { show } from "@/testing/render";
import { PrintDueFormsButton } from "./PrintDueFormsButton";

const button = () => screen.getByRole("button", { name: "Print forms for all" });

describe("Print forms for everybody to be asked again", () => {
  it("prints the list, not everybody", async () => {
    const send = answer({
      print_capture_forms: () => ({
        file: "Data capture forms.pdf",
        folder: null,
        opened: true,
        cancelled: false,
        forms: 3,
        first_form: "20261121-0001",
        last_form: "20261121-0003",
      }),
    });
    show(<PrintDueFormsButton total={3} />, { rights: ["export_reports"] });
    await userEvent.setup({ delay: null }).click(button());
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith(
        "print_capture_forms",
        expect.objectContaining({ reconsent: true, all: false, blank: 0, contact_ids: [] }),
      ),
    );
  });

  it("asks before more than fifty are begun, and says how many", async () => {
    const send = answer({
      print_capture_forms: () => ({
        file: "Data capture forms.pdf",
        folder: null,
        opened: true,
        cancelled: false,
        forms: 6541,
        first_form: "20261121-0001",
        last_form: "20261121-6541",
      }),
    });
    show(<PrintDueFormsButton total={6541} />, { rights: ["export_reports"] });
    const user = userEvent.setup({ delay: null });
    await user.click(button());
    expect(await screen.findByRole("dialog", { name: "Print 6,541 forms?" })).toBeInTheDocument();
    expect(send).not.toHaveBeenCalledWith("print_capture_forms", expect.anything());
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(send).not.toHaveBeenCalledWith("print_capture_forms", expect.anything());
    await user.click(button());
    await user.click(await screen.findByRole("button", { name: "Print 6,541 forms" }));
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith(
        "print_capture_forms",
        expect.objectContaining({ reconsent: true }),
      ),
    );
  });

  it("needs the right to export, and somebody on the list", () => {
    show(<PrintDueFormsButton total={3} />);
    expect(button()).toHaveAccessibleDescription("Needs the right “Can Export Reports”");
  });

  it("says that nobody is on the list", () => {
    show(<PrintDueFormsButton total={0} />, { rights: ["export_reports"] });
    expect(button()).toBeDisabled();
    expect(button()).toHaveAccessibleDescription("Nobody is on the list.");
  });
});
