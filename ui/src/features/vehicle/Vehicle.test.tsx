import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, type RouteObject, RouterProvider, useLocation } from "react-router";
import { describe, expect, it } from "vitest";
import type {
  ContactId,
  LookedUpView,
  VehicleDraft,
  VehicleId,
  VehicleRow,
  VehicleView,
} from "@/bindings/types";
import { expectAccessible } from "@/testing/axe";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { ContactVehicles } from "./ContactVehicles";
import { EditVehicle } from "./EditVehicle";
import { NewVehicle } from "./NewVehicle";
import { VehicleList } from "./VehicleList";
import { VehicleRecord } from "./VehicleRecord";
import { readShown } from "./vehicleFilter";

const id = "7" as VehicleId;
const zoe = "4" as ContactId;

const vehicle = (more: Partial<VehicleView> = {}): VehicleView => ({
  id,
  version: 3,
  called: "EU56 JEC Ford Focus",
  registration: "EU56 JEC",
  plate_since: "2024-05-10",
  vin: "WF0AXXWPMA7H12345",
  make: "Ford",
  model: "Focus",
  colour: "",
  fuel: "Petrol",
  first_registered: "2006-11-17",
  mot_due: "2026-11-01",
  service_due: null,
  last_v5c: "2026-09-02",
  recall: "yes",
  recall_text: "Outstanding recall",
  recall_on: "2026-11-20",
  no_service_contact: true,
  looked_up_local: null,
  warnings: [],
  keeper: { contact_id: zoe, name: "Zoë Brontë", reference: "C0000004", since: "2024-05-10" },
  keepers: [
    {
      contact_id: zoe,
      name: "Zoë Brontë",
      reference: "C0000004",
      since: "2024-05-10",
      until: null,
      confirmed_on: "2026-10-01",
    },
    {
      contact_id: "5" as ContactId,
      name: "Tom Reed",
      reference: "C0000005",
      since: null,
      until: "2024-05-10",
      confirmed_on: null,
    },
  ],
  plates: [{ registration: "LK57 ABC", since: null, until: "2024-05-10" }],
  mileages: [{ read_on: "2025-12-01", miles: 88_120, source: "mot" }],
  reminders: [
    {
      kind: "mot",
      label: "MOT",
      due: "2026-11-30",
      state: "question",
      why: "The keeper may have changed.",
      channels: [],
    },
  ],
  changed_by: "Maria Keane",
  changed_local: "21/11/2026 10:42",
  ...more,
});

const row = (more: Partial<VehicleRow> = {}): VehicleRow => ({
  id,
  registration: "EU56 JEC",
  vin: "",
  make: "Ford",
  model: "Focus",
  mot_due: "2026-11-01",
  service_due: "2026-12-04",
  recalled: true,
  no_service_contact: false,
  keeper_id: zoe,
  keeper: "Zoë Brontë",
  ...more,
});

const lookedUp: LookedUpView = {
  registration: "EU56 JEC",
  facts: {
    make: "Ford",
    model: "Focus Zetec",
    colour: "Blue",
    fuel: null,
    year: null,
    first_registered: null,
    first_used: null,
    tax_status: null,
    tax_due: null,
    mot_status: null,
    mot_due: "2027-11-30",
    mot_test_due: null,
    last_v5c: null,
    marked_for_export: null,
    mileage: null,
    recall: null,
  },
  registers: [],
  not_looked_up: null,
};

function Where() {
  const { pathname, search } = useLocation();
  return <output aria-label="where">{pathname + search}</output>;
}

function draw(element: RouteObject["element"], at: string, path = at) {
  const routes = [
    { path, element },
    { path: "*", element: <Where /> },
  ];
  const router = createMemoryRouter(routes, { initialEntries: [at] });
  const drawn = show(<RouterProvider router={router} />, { rights: ["access_settings"] });
  return { user: userEvent.setup({ delay: null }), router, ...drawn };
}

/** As if typed: a form of twelve fields takes its time for each letter. */
const fill = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
/** A button by its words; the way by roles looks through everything there is. */
const press = (words: string) => fireEvent.click(screen.getByText(words));

const where = () => screen.findByLabelText("where");

describe("a new vehicle", () => {
  it("begins with the plate; a look-up fills what is empty and asks about the rest", async () => {
    const send = answer({
      look_up_plate: () => lookedUp,
      create_vehicle: () => vehicle(),
    });
    draw(<NewVehicle />, "/customers/vehicles/new?plate=eu56jec", "/customers/vehicles/new");
    const make = screen.getByLabelText("Make");
    expect(screen.getByLabelText("Registration")).toHaveValue("eu56jec");
    fill("Make", "Vauxhall");
    press("Look up");
    expect(await screen.findByText("The registers say something else")).toBeInTheDocument();
    expect(make).toHaveValue("Vauxhall");
    expect(screen.getByLabelText("Model")).toHaveValue("Focus Zetec");
    expect(screen.getByLabelText("MOT due")).toHaveValue("30/11/2027");
    fireEvent.click(screen.getByLabelText("Take over Make"));
    press("Take over what is ticked");
    expect(make).toHaveValue("Ford");
    press("Create vehicle");
    expect(await where()).toHaveTextContent("/customers/vehicles/7");
    const [, input] = send.mock.calls.find(([name]) => name === "create_vehicle") ?? [];
    expect(input).toMatchObject({
      vehicle: { registration: "eu56jec", make: "Ford", colour: "Blue", mot_due: "2027-11-30" },
    });
  });

  it("goes on where nothing was looked up", async () => {
    const words = "Not looked up: no key for DVLA or DVSA is kept on this computer.";
    answer({ look_up_plate: () => ({ ...lookedUp, not_looked_up: words }) });
    draw(<NewVehicle />, "/customers/vehicles/new");
    expect(screen.getByText("Look up").closest("button")).toBeDisabled();
    fill("Registration", "EU56 JEC");
    press("Look up");
    expect(await screen.findByText(new RegExp(words))).toHaveTextContent("What is typed stays");
    expect(screen.getByLabelText("Make")).toHaveValue("");
  });

  it("leads to the vehicle that bears the plate", async () => {
    answer({
      create_vehicle: () =>
        refuse("invalid", "EU56 JEC is on another vehicle.", {
          registration: "EU56 JEC is on another vehicle.",
          vehicle_id: "9",
        }),
    });
    draw(<NewVehicle />, "/customers/vehicles/new");
    fill("Registration", "EU56 JEC");
    press("Create vehicle");
    const link = await screen.findByText("Open it");
    expect(link).toHaveAttribute("href", "/customers/vehicles/9");
    await waitFor(() => expect(screen.getByLabelText("Registration")).toHaveFocus());
  });

  it("is accessible", async () => {
    answer({});
    const { container } = draw(<NewVehicle />, "/customers/vehicles/new");
    await expectAccessible(container);
  });
});

describe("an edit", () => {
  it("keeps what is typed when somebody else saved first, and says so", async () => {
    const versions: number[] = [];
    const sent: VehicleDraft[] = [];
    answer({
      // The other said meanwhile that its keeper wants no service messages.
      get_vehicle: () =>
        vehicle({ version: 3 + versions.length, no_service_contact: versions.length > 0 }),
      update_vehicle: ({ version, vehicle: draft }) => {
        versions.push(version);
        sent.push(draft);
        return versions.length === 1
          ? refuse("conflict", "Dave Pratt changed this vehicle after you opened it.")
          : vehicle();
      },
    });
    const { user } = draw(
      <EditVehicle />,
      "/customers/vehicles/7/edit",
      "/customers/vehicles/:id/edit",
    );
    const colour = await screen.findByLabelText("Colour");
    await user.type(colour, "Blue{Enter}");
    expect(await screen.findByRole("alert")).toHaveTextContent("Dave Pratt");
    expect(colour).toHaveValue("Blue");
    await user.click(screen.getByRole("button", { name: "Save changes" }));
    await where();
    expect(versions).toEqual([3, 4]);
    expect(sent.map((draft) => [draft.colour, draft.no_service_contact])).toEqual([
      ["Blue", false],
      ["Blue", true],
    ]);
  });
});

describe("the record", () => {
  it("tells what is known, who keeps it and why nobody is reminded", async () => {
    answer({ get_vehicle: () => vehicle() });
    const { container } = draw(
      <VehicleRecord />,
      "/customers/vehicles/7",
      "/customers/vehicles/:id",
    );
    expect(await screen.findByRole("heading", { level: 1, name: "EU56 JEC" })).toBeInTheDocument();
    const card = (name: string) => within(screen.getByRole("region", { name }));
    expect(card("Vehicle").getByText("01/11/2026, overdue")).toBeInTheDocument();
    expect(card("Reminders").getByText("The keeper may have changed.")).toBeInTheDocument();
    expect(card("Reminders").getByText("Ask first")).toBeInTheDocument();
    expect(card("Keepers").getByRole("link", { name: "Tom Reed" })).toHaveAttribute(
      "href",
      "/customers/contacts/5?tab=vehicles",
    );
    expect(card("Former plates").getByText("LK57 ABC")).toBeInTheDocument();
    expect(card("Mileage").getByText("88,120 miles")).toBeInTheDocument();
    expect(screen.getAllByText("No service contact").length).toBeGreaterThan(0);
    await expectAccessible(container);
  });

  it("books a service for its keeper", async () => {
    answer({ get_vehicle: () => vehicle() });
    const { user } = draw(<VehicleRecord />, "/customers/vehicles/7", "/customers/vehicles/:id");
    await user.click(await screen.findByRole("button", { name: "Book a service" }));
    expect(await where()).toHaveTextContent("/service/bookings/new?vehicle=7&contact=4");
  });

  it("takes over what a look-up finds, the empty fields ticked already", async () => {
    const send = answer({
      get_vehicle: () => vehicle(),
      look_up_plate: () => lookedUp,
      update_vehicle: () => vehicle(),
    });
    const { user } = draw(<VehicleRecord />, "/customers/vehicles/7", "/customers/vehicles/:id");
    await user.click(await screen.findByRole("button", { name: "More" }));
    await user.click(await screen.findByRole("menuitem", { name: "Look up" }));
    const dialog = within(await screen.findByRole("dialog"));
    expect(await dialog.findByRole("checkbox", { name: "Take over Colour" })).toBeChecked();
    expect(dialog.getByRole("checkbox", { name: "Take over Model" })).not.toBeChecked();
    await user.click(dialog.getByRole("button", { name: "Take over what is ticked" }));
    await waitFor(() =>
      expect(send.mock.calls.some(([name]) => name === "update_vehicle")).toBe(true),
    );
    const [, input] = send.mock.calls.find(([name]) => name === "update_vehicle") ?? [];
    expect(input).toMatchObject({ version: 3, vehicle: { colour: "Blue", model: "Focus" } });
  });

  it("moves a plate from another vehicle only where that is said", async () => {
    const send = answer({
      get_vehicle: () => vehicle(),
      change_plate: ({ from_other }) =>
        from_other
          ? vehicle()
          : refuse("invalid", "Taken.", { registration: "It is on another.", vehicle_id: "9" }),
    });
    const { user } = draw(<VehicleRecord />, "/customers/vehicles/7", "/customers/vehicles/:id");
    await user.click(await screen.findByRole("button", { name: "More" }));
    await user.click(await screen.findByRole("menuitem", { name: "Change plate" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.type(dialog.getByLabelText("New registration"), "Z0E 1{Enter}");
    expect(await dialog.findByText("It is on another.")).toBeInTheDocument();
    await user.click(dialog.getByRole("checkbox", { name: /gives this plate up/ }));
    await user.click(dialog.getByRole("button", { name: "Save plate" }));
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith("change_plate", {
        id,
        version: 3,
        registration: "Z0E 1",
        on: "2026-11-21",
        from_other: true,
      }),
    );
  });
});

describe("the list", () => {
  it("shows what is due soon, in the order of the day", async () => {
    const send = answer({ list_vehicles: () => ({ rows: [row()], next: null, total: 1 }) });
    const shown = readShown(new URLSearchParams("due=mot_due"));
    const { user } = draw(
      <VehicleList shown={shown} onShow={() => undefined} />,
      "/customers/vehicles",
    );
    expect(await screen.findByText("EU56 JEC")).toBeInTheDocument();
    expect(screen.getByText("01/11/2026, overdue")).toBeInTheDocument();
    expect(send.mock.calls[0]?.[1]).toMatchObject({ sort: "mot_due", due_until: "2026-12-21" });
    await user.keyboard("{Enter}");
    expect(await where()).toHaveTextContent("/customers/vehicles/7");
  });
});

describe("the contact's tab", () => {
  const tab = <ContactVehicles contactId={zoe} name="Zoë Brontë" />;
  const rows = () => [
    { ...row(), since: "2024-05-10", until: null },
    {
      ...row({ id: "8" as VehicleId, registration: "LE02 EJK" }),
      since: null,
      until: "2024-05-10",
    },
  ];

  it("has theirs and their former ones, and a new one by its plate", async () => {
    answer({
      list_contact_vehicles: rows,
      search_vehicles: () => ({ rows: [], suggestions: [], more: false }),
    });
    const { user, container } = draw(tab, "/customers/contacts/4");
    expect(await screen.findByRole("link", { name: "LE02 EJK" })).toBeInTheDocument();
    expect(screen.getByRole("heading", { name: "Vehicles they kept" })).toBeInTheDocument();
    await expectAccessible(container);
    await user.type(screen.getByLabelText("Registration"), "AB12 CDE{Enter}");
    expect(await where()).toHaveTextContent("/customers/vehicles/new?contact=4&plate=AB12+CDE");
  });

  it("makes a vehicle theirs that is on file", async () => {
    const send = answer({
      list_contact_vehicles: rows,
      search_vehicles: () => ({
        rows: [
          {
            ...row({ registration: "AB12 CDE", keeper_id: null, keeper: "" }),
            by: "registration",
            former: null,
          },
        ],
        suggestions: [],
        more: false,
      }),
      get_vehicle: () => vehicle(),
      change_keeper: () => vehicle(),
    });
    const { user } = draw(tab, "/customers/contacts/4");
    await user.type(await screen.findByLabelText("Registration"), "ab12cde{Enter}");
    await user.click(await screen.findByRole("button", { name: "Make it theirs" }));
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith("change_keeper", {
        id,
        version: 3,
        contact_id: zoe,
        on: "2026-11-21",
      }),
    );
  });
});
