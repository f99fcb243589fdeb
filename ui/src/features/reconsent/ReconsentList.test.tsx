import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { describe, expect, it, vi } from "vitest";
import type { ContactId, ReconsentPage, ReconsentRow, Right } from "@/bindings/commands";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { ReconsentActions } from "./ReconsentActions";
import { ReconsentList } from "./ReconsentList";
import { useReconsent } from "./useReconsent";

function row(name: string, more: Partial<ReconsentRow> = {}): ReconsentRow {
  return {
    id: name as ContactId,
    reference: `C-${name}`,
    name,
    filed_as: name,
    died: null,
    company: "",
    town: "Ely",
    postcode: "CB7 4AA",
    phone: "07700 900108",
    email: `${name}@example.org`,
    registration: "",
    marks: [],
    consent: "None",
    changed_local: "15/03/2025 10:00",
    last_obtained_text: "15/03/2025",
    never_recorded: false,
    ran_out: "Email and SMS",
    good_until: "15/03/2026",
    ...more,
  };
}

const page = (rows: ReconsentRow[], more: Partial<ReconsentPage> = {}): ReconsentPage => ({
  rows,
  next: null,
  total: null,
  months: 12,
  ...more,
});

/** The list as its page shows it; what can be done with ticked rows says only for whom. */
function Screen({ onOpen = () => undefined }: { onOpen?: (id: ContactId) => void }) {
  const list = useReconsent();
  return (
    <MemoryRouter>
      <button type="button" onClick={list.again}>
        Look again
      </button>
      <ReconsentList
        list={list}
        onOpen={onOpen}
        tickedActions={(ids) => <output aria-label="For">{ids.join(" ")}</output>}
      />
    </MemoryRouter>
  );
}

function open(reply: ReconsentPage, onOpen?: (id: ContactId) => void) {
  answer({ list_reconsent: () => reply });
  show(<Screen onOpen={onOpen} />);
  return userEvent.setup({ delay: null });
}

describe("Marketing Re-consent Needed", () => {
  it("says what ran out, until when it was good, and when consent was never recorded", async () => {
    open(
      page([
        row("Abel"),
        row("Byrne", {
          never_recorded: true,
          last_obtained_text: "Never recorded",
          ran_out: "Letter",
        }),
      ]),
    );
    const line = (await screen.findByText("Abel")).closest("[role=row]") as HTMLElement;
    for (const words of ["C-Abel", "15/03/2025", "Email and SMS", "15/03/2026"]) {
      expect(within(line).getByText(words)).toBeInTheDocument();
    }
    expect(screen.getByText("Never recorded")).toBeInTheDocument();
    expect(screen.getByText("2 contacts to ask again")).toBeInTheDocument();
  });

  it("counts a long list apart from its rows, which never wait for it", async () => {
    let isCounted = false;
    answer({
      list_reconsent: ({ at = 0 }) =>
        page(
          Array.from({ length: 200 }, (_, number) =>
            row(at + number === 0 ? "Abel" : `P${at + number}`),
          ),
        ),
      count_reconsent: () => (isCounted ? { total: 62_103 } : refuse("not_ready")),
    });
    const { unmount } = show(<Screen />);
    expect(await screen.findByText("Abel")).toBeInTheDocument();
    expect(screen.queryByText(/to ask again$/)).not.toBeInTheDocument();
    expect(screen.getByRole("grid")).toHaveAttribute("aria-rowcount", "201");
    unmount();
    isCounted = true;
    show(<Screen />);
    expect(await screen.findByText("62,103 contacts to ask again")).toBeInTheDocument();
    expect(screen.getByRole("grid")).toHaveAttribute("aria-rowcount", "62104");
  });

  it("names the period and leads to its setting", async () => {
    open(page([row("Abel")], { months: 6 }));
    const link = await screen.findByRole("link", { name: "6 months" });
    expect(link).toHaveAttribute("href", "/settings/system/gdpr");
  });

  it("opens a contact by Enter and by click", async () => {
    const onOpen = vi.fn();
    const user = open(page([row("Abel"), row("Byrne")]), onOpen);
    await user.click(await screen.findByText("Byrne"));
    screen.getByRole("grid").focus();
    await user.keyboard("{ArrowUp}{Enter}");
    expect(onOpen.mock.calls).toEqual([["Byrne"], ["Abel"]]);
  });

  it("ticks by keyboard, and all that is shown at once", async () => {
    const user = open(page([row("Abel"), row("Byrne"), row("Cole")]));
    (await screen.findByRole("grid")).focus();
    await user.keyboard("{ArrowDown} ");
    expect(screen.getByLabelText("For")).toHaveTextContent(/^Byrne$/);
    expect(screen.getByText("1 contact ticked")).toBeInTheDocument();
    await user.click(screen.getByRole("checkbox", { name: "Tick all shown" }));
    expect(screen.getByLabelText("For")).toHaveTextContent("Abel Byrne Cole");
    await user.click(screen.getByRole("button", { name: "Clear ticks" }));
    expect(screen.queryByLabelText("For")).not.toBeInTheDocument();
  });

  it("lets go of whoever has left the list", async () => {
    let rows = [row("Abel"), row("Byrne")];
    answer({ list_reconsent: () => page(rows) });
    show(<Screen />);
    const user = userEvent.setup({ delay: null });
    await user.click(await screen.findByRole("checkbox", { name: "Tick all shown" }));
    rows = [row("Byrne")];
    await user.click(screen.getByRole("button", { name: "Look again" }));
    await waitFor(() => expect(screen.getByLabelText("For")).toHaveTextContent(/^Byrne$/));
  });

  it("says that nobody is due, and why", async () => {
    open(page([]));
    expect(await screen.findByText("Nobody needs to be asked again")).toBeInTheDocument();
    expect(screen.getByText(/^No permission is older than 12 months\./)).toBeInTheDocument();
    expect(screen.queryByRole("grid")).not.toBeInTheDocument();
  });

  it("says that nobody is ever asked where the period is 0", async () => {
    open(page([], { months: 0 }));
    expect(await screen.findByText("Nobody is ever asked again")).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Open the setting" })).toHaveAttribute(
      "href",
      "/settings/system/gdpr",
    );
  });

  it("shows a refusal, and asks again on demand", async () => {
    let broken = true;
    answer({
      list_reconsent: () =>
        broken ? refuse("not_ready", "The database is busy.") : page([row("Abel")]),
    });
    show(<Screen />);
    const user = userEvent.setup({ delay: null });
    expect(await screen.findByRole("alert")).toHaveTextContent("The database is busy.");
    broken = false;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Abel")).toBeInTheDocument();
  });
});

describe("its print and export", () => {
  const actions = (rights: Right[]) => {
    const handed = { file: "list", folder: null, opened: false, cancelled: false };
    const send = answer({ print_reconsent: () => handed, export_reconsent: () => handed });
    show(<ReconsentActions />, { rights });
    return send;
  };

  it("sends the whole list", async () => {
    const send = actions(["export_reports"]);
    const user = userEvent.setup({ delay: null });
    await user.click(screen.getByRole("button", { name: "Print list" }));
    await user.click(screen.getByRole("button", { name: "Export" }));
    await waitFor(() =>
      expect(send.mock.calls).toEqual([
        ["print_reconsent", {}],
        ["export_reconsent", {}],
      ]),
    );
  });

  it("says which right is missing", () => {
    actions([]);
    for (const name of ["Print list", "Export"]) {
      const button = screen.getByRole("button", { name });
      expect(button).toBeDisabled();
      expect(button).toHaveAccessibleDescription("Needs the right “Can Export Reports”");
    }
  });
});
