import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { useChange } from "@/lib/api";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { JobDialog } from "./JobDialog";
import { ReleaseDialog } from "./ReleaseDialog";

const words = "This holds the details of 12 people; at most 10 may be printed or exported at once.";

/** A print of some noun’s, as any screen has it. */
function Print() {
  const print = useChange("print_capture_forms");
  const input = {
    contact_ids: [],
    blank: 0,
    all: false,
    reconsent: false,
    limit: null,
    job: null,
  };
  return (
    <>
      <button type="button" onClick={() => print.mutate(input)}>
        Print
      </button>
      <output>{print.data ? `${print.data.forms} forms` : print.error?.message}</output>
      <JobDialog title="Printing" job={print.isPending ? "j" : null} phase="Drawing" />
    </>
  );
}

/** A dispatcher that lets 12 people out only after a manager’s password. */
function desk(withDialog = true) {
  let released = false;
  const send = answer({
    print_capture_forms: () => {
      if (!released)
        refuse("release_needed", words, { report: "Data Capture", criteria: "12 contacts" });
      released = false;
      return {
        file: "forms.pdf",
        folder: null,
        opened: true,
        cancelled: false,
        forms: 12,
        first_form: null,
        last_form: null,
      };
    },
    release_hand_over: ({ login, password }) => {
      if (password !== "manager's words")
        refuse("wrong_password", "The password is wrong. Wait 30 seconds, then try again.");
      if (login !== "anna") refuse("denied", "No.", { login: "Bob does not hold it." });
      released = true;
      return {};
    },
    follow_job: () => ({ phase: "", done: 0, total: null }) as never,
  });
  show(
    <>
      <Print />
      {withDialog && <ReleaseDialog />}
    </>,
  );
  return { send, user: userEvent.setup({ delay: null }) };
}

const login = () => screen.getByLabelText("Manager’s login name");
const password = () => screen.getByLabelText("Manager’s password");

describe("A manager’s release", () => {
  it("asks at the desk, and what was refused goes on by itself", async () => {
    const { send, user } = desk();
    await user.click(screen.getByRole("button", { name: "Print" }));
    const dialog = await screen.findByRole("dialog", { name: "A manager has to release this" });
    expect(dialog).toHaveTextContent(words);
    expect(dialog).toHaveTextContent("Data Capture: 12 contacts");
    await waitFor(() => expect(login()).toHaveFocus());
    await user.keyboard("anna{Tab}manager's words{Enter}");
    expect(await screen.findByText("12 forms")).toBeInTheDocument();
    expect(send).toHaveBeenCalledWith("release_hand_over", {
      login: "anna",
      password: "manager's words",
    });
    expect(screen.queryByRole("dialog", { name: /release/ })).not.toBeInTheDocument();
  });

  it("keeps the name when the password was wrong, and says why somebody may not", async () => {
    const { user } = desk();
    await user.click(screen.getByRole("button", { name: "Print" }));
    await user.type(await screen.findByLabelText("Manager’s login name"), "bob");
    await user.type(password(), "guess{Enter}");
    expect(await screen.findByText(/Wait 30 seconds/)).toBeInTheDocument();
    expect(login()).toHaveValue("bob");
    await waitFor(() => expect(password()).toHaveFocus());
    expect(password()).toHaveValue("");
    await user.type(password(), "manager's words{Enter}");
    expect(await screen.findByText("Bob does not hold it.")).toBeInTheDocument();
    await waitFor(() => expect(login()).toHaveFocus());
  });

  it("gives up by Esc, and then the screen says why nothing was printed", async () => {
    const { user } = desk();
    await user.click(screen.getByRole("button", { name: "Print" }));
    await screen.findByLabelText("Manager’s login name");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByLabelText("Manager’s login name")).toBeNull());
    expect(screen.getByText(words)).toBeInTheDocument();
  });

  it("is not in the way of the progress, nor the progress in its way", async () => {
    const { user } = desk();
    await user.click(screen.getByRole("button", { name: "Print" }));
    await screen.findByLabelText("Manager’s login name");
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(screen.queryByRole("dialog", { name: "Printing" })).not.toBeInTheDocument();
  });

  it("waits for nobody where nothing can ask", async () => {
    const { user } = desk(false);
    await user.click(screen.getByRole("button", { name: "Print" }));
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});
