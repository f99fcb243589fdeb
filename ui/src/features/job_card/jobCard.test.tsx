import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { describe, expect, it } from "vitest";
import type {
  ContactId,
  JobCardId,
  JobCardView,
  JobLineId,
  JobLinesSum,
  JobStep,
  PartId,
  VehicleId,
} from "@/bindings/commands";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { ServiceRecord } from "./ServiceRecord";
import { useJobCard } from "./useJobCard";

const step = (to: JobStep["to"], more: Partial<JobStep> = {}): JobStep => ({
  to,
  back: false,
  why_not: null,
  ...more,
});

const brakes: JobCardView = {
  id: "12" as JobCardId,
  version: 4,
  number: "JC-000012",
  status: "in_work",
  open: true,
  contact: { id: "5" as ContactId, reference: "C0000005", name: "Tom Reed" },
  reach: [],
  vehicle: {
    id: "7" as VehicleId,
    registration: "EU56 JEC",
    make: "Ford",
    model: "Focus",
    vin: "",
    last_mileage: 42000,
    last_mileage_on: "2026-05-21",
  },
  registration: "EU56 JEC",
  booking_id: null,
  technician: null,
  mileage: null,
  work: "Brakes squeal",
  notes: "",
  opened_on: "2026-11-21",
  due_on: null,
  ready_local: null,
  collected_local: null,
  changed_local: "21/11/2026 10:42",
  changed_by: "Maria Keane",
  lines: [
    {
      id: "31" as JobLineId,
      kind: "labour",
      part_id: null,
      part_number: null,
      description: "Front brakes",
      quantity: 150,
      quantity_text: "1.5",
      unit_price: 8500,
      price_text: "85.00",
      vat_rate: "standard",
    },
  ],
  sums: {
    lines: [12750],
    net: 12750,
    net_text: "£127.50",
    vat: [],
    total: 15300,
    total_text: "£153.00",
  },
  invoice: null,
  invoice_why_not: "Say that the job is ready first.",
  steps: [step("ready"), step("arrived", { back: true }), step("cancelled")],
  closed: null,
  lines_closed: null,
  labour_rate: 8500,
  labour_rate_text: "85.00",
};

/** Adds up nothing, and reads what is written with two places or none. */
function summed(lines: { quantity: string; unit_price: string }[]): JobLinesSum {
  const read = (typed: string) =>
    /^\d+(\.\d+)?$/.test(typed) ? Math.round(Number(typed) * 100) : null;
  return {
    lines: lines.map(({ quantity, unit_price }) => ({
      quantity: read(quantity),
      unit_price: read(unit_price),
      quantity_problem: read(quantity) === null ? "Give a number such as 1.5." : null,
      price_problem: read(unit_price) === null ? "Give an amount such as 85.00." : null,
      net_text: "£1.00",
    })),
    sums: null,
    problem: null,
  };
}

function Shown({ card, waits }: { card: JobCardView; waits: boolean }) {
  return <ServiceRecord form={useJobCard(card)} waits={waits} />;
}

function open(card: JobCardView = brakes, more: Parameters<typeof answer>[0] = {}, waits = false) {
  const send = answer({
    list_resources: () => [],
    find_parts: () => [],
    sum_job_lines: ({ lines }) => summed(lines),
    update_job_card: ({ card: saved }) => ({ ...card, version: 5, work: saved.work }),
    set_job_status: ({ to }) => ({ ...card, version: 6, status: to }),
    ...more,
  } as Parameters<typeof answer>[0]);
  show(
    <MemoryRouter>
      <Shown card={card} waits={waits} />
    </MemoryRouter>,
  );
  return { send, user: userEvent.setup({ delay: null }) };
}

// By its label: asking for roles looks at every choice of every line.
const field = (name: string) => screen.getByLabelText(name, { selector: "input, textarea" });

describe("t03: the lines of a job card", () => {
  it("go on in an empty one below the last, which begins with an hour at the rate", async () => {
    const { user } = open();
    await user.type(field("Quantity, line 1"), "{Enter}");
    expect(field("Description, line 2")).toHaveFocus();
    await user.keyboard("Road test");
    expect(field("Quantity, line 2")).toHaveValue("1");
    expect(field("Price for one without VAT, line 2")).toHaveValue("85.00");
    await user.keyboard("{Enter}");
    expect(field("Description, line 3")).toHaveFocus();
  });

  it("are removed by a key, which asks where something was typed", async () => {
    const { user } = open();
    await user.click(field("Description, line 1"));
    await user.keyboard("{Control>}{Delete}{/Control}");
    const dialog = await screen.findByRole("dialog", { name: "Remove line 1?" });
    expect(dialog).toHaveTextContent("Front brakes");
    await user.click(within(dialog).getByRole("button", { name: "Remove" }));
    await waitFor(() => expect(field("Description, line 1")).toHaveValue(""));
  });

  it("are saved as they are read, with the number of the line that stays", async () => {
    const { send, user } = open();
    await user.clear(field("Quantity, line 1"));
    await user.type(field("Quantity, line 1"), "2");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith("update_job_card", {
        id: "12",
        version: 4,
        card: expect.objectContaining({
          vehicle_id: "7",
          work: "Brakes squeal",
          lines: [
            {
              id: "31",
              kind: "labour",
              description: "Front brakes",
              quantity: 200,
              unit_price: 8500,
              vat_rate: "standard",
            },
          ],
        }),
      }),
    );
  });

  it("say what is wrong at the field, and nothing is saved", async () => {
    const { send, user } = open();
    await user.clear(field("Price for one without VAT, line 1"));
    await user.type(field("Price for one without VAT, line 1"), "much");
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText("Give an amount such as 85.00.")).toBeInTheDocument();
    await waitFor(() => expect(field("Price for one without VAT, line 1")).toHaveFocus());
    expect(send).not.toHaveBeenCalledWith("update_job_card", expect.anything());
  });

  it("take a part of the shelf by its number", async () => {
    const pads = {
      id: "9" as PartId,
      number: "0 986 494 404",
      description: "Brake pads, front",
      location: "B-14",
      unit_price: 6450,
      unit_price_text: "£64.50",
      vat_rate: "standard",
      vat_label: "Standard 20%",
      in_stock: 400,
      in_stock_text: "4",
      exact: true,
    };
    const { send, user } = open(brakes, { find_parts: () => [pads] as never });
    await user.selectOptions(screen.getByLabelText("Kind, line 2"), "part");
    await user.click(screen.getByLabelText("Description, line 2", { selector: "input" }));
    await user.paste("0986494404");
    await user.click(await screen.findByText("Brake pads, front"));
    expect(await screen.findByText("Part 0 986 494 404")).toBeInTheDocument();
    expect(field("Price for one without VAT, line 2")).toHaveValue("64.50");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => {
      const [, input] = send.mock.calls.find(([name]) => name === "update_job_card") ?? [];
      expect(input).toMatchObject({ card: { lines: [{}, { part_id: "9", unit_price: 6450 }] } });
    });
  }, 60_000);
});

describe("t03: moving a job card on", () => {
  it("saves what is typed first", async () => {
    const { send, user } = open();
    await user.type(field("Work asked for"), " loudly");
    await user.click(screen.getByRole("button", { name: "Job is ready" }));
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith("set_job_status", { id: "12", version: 5, to: "ready" }),
    );
    const names = send.mock.calls.map(([name]) => name);
    expect(names.indexOf("update_job_card")).toBeLessThan(names.indexOf("set_job_status"));
  });

  it("asks for the mileage when the vehicle arrives, and says that fewer miles are odd", async () => {
    const booked = { ...brakes, status: "booked" as const, steps: [step("arrived")] };
    const { send, user } = open(booked);
    await user.click(screen.getByRole("button", { name: "Vehicle has arrived" }));
    const dialog = await screen.findByRole("dialog", { name: "EU56 JEC has arrived" });
    const mileage = within(dialog).getByRole("textbox", { name: "Mileage" });
    expect(dialog).toHaveTextContent("Last read: 42,000 on 21/05/2026");
    await user.type(mileage, "41,000");
    expect(dialog).toHaveTextContent("That is less than on 21/05/2026");
    await user.click(within(dialog).getByRole("button", { name: "Arrived" }));
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith("set_job_status", {
        id: "12",
        version: 4,
        to: "arrived",
        mileage: 41000,
      }),
    );
  });

  it("is barred with the reason, by the card and by a review that waits", () => {
    const early = step("ready", { why_not: "There is no line on the job card yet." });
    open({ ...brakes, steps: [early] });
    const ready = screen.getByRole("button", { name: "Job is ready" });
    expect(ready).toBeDisabled();
    expect(ready).toHaveAccessibleDescription("There is no line on the job card yet.");
    expect(screen.getByRole("button", { name: "Invoice" })).toHaveAccessibleDescription(
      "Say that the job is ready first.",
    );
  });

  it("and everything else waits for the review, while all of it can be read (N-14)", () => {
    open(brakes, {}, true);
    expect(screen.getByRole("button", { name: "Job is ready" })).toBeDisabled();
    expect(screen.queryByRole("textbox", { name: "Description, line 1" })).not.toBeInTheDocument();
    expect(screen.getByText("Front brakes")).toBeInTheDocument();
    expect(screen.getByRole("textbox", { name: "Work asked for" })).toBeDisabled();
  });
});

describe("a job card", () => {
  it("that is invoiced is only read", () => {
    const words = "The invoice of this job card is posted.";
    open({ ...brakes, status: "invoiced", closed: words, lines_closed: words, steps: [] });
    expect(screen.getByText(words)).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Save" })).not.toBeInTheDocument();
    expect(screen.getByText("Front brakes")).toBeInTheDocument();
  });

  it("that somebody else saved meanwhile keeps what was typed over theirs", async () => {
    const theirs = { ...brakes, version: 9, notes: "Key in the box" };
    const { user } = open(brakes, {
      update_job_card: () =>
        refuse("conflict", "", { changed_by: "Ray Holt", changed_at: "21/11/2026 11:05" }),
      get_job_card: () => theirs,
    });
    await user.type(field("Work asked for"), " loudly");
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText(/Ray Holt saved this job card on/)).toBeInTheDocument();
    expect(field("Work asked for")).toHaveValue("Brakes squeal loudly");
    expect(field("Notes for the workshop")).toHaveValue("Key in the box");
  });
});
