import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { ContactPhone, ContactView } from "@/bindings/commands";
import { show } from "@/testing/render";
import { AddressCard } from "./AddressCard";

const phone = (national: string): ContactPhone => ({
  kind: "mobile",
  typed: national,
  national,
  e164: null,
  extension: null,
  warning: null,
});

const contact = {
  addresses: [],
  emails: [{ kind: "home", address: "tom@example.com" }],
  vehicles: [],
  phones: Array.from({ length: 15 }, (_, at) => phone(`07700 9001${String(at).padStart(2, "0")}`)),
} as unknown as ContactView;

it("folds more than three numbers, so that what is allowed stays in sight", async () => {
  const user = userEvent.setup();
  show(<AddressCard contact={contact} />);
  expect(screen.getAllByText(/^07700/)).toHaveLength(3);
  await user.click(screen.getByRole("button", { name: "12 more numbers" }));
  expect(screen.getAllByText(/^07700/)).toHaveLength(15);
});

it("copies a number and an address by one click", async () => {
  const user = userEvent.setup();
  show(<AddressCard contact={contact} />);
  await user.click(screen.getByRole("button", { name: "Copy tom@example.com" }));
  expect(await navigator.clipboard.readText()).toBe("tom@example.com");
  await user.click(screen.getByRole("button", { name: "Copy 07700 900100" }));
  expect(await navigator.clipboard.readText()).toBe("07700 900100");
});
