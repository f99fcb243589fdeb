import { describe, expect, it } from "vitest";
import { Refusal } from "@/lib/api";
import { contactErrors } from "./formErrors";

const refused = (fields: Record<string, string>) =>
  new Refusal({ code: "invalid", message: "Check the marked fields.", fields, reference: null });

describe("messages of a refused contact", () => {
  it.each([
    ["last_name", "last_name"],
    ["contact.notes", "notes"],
    ["emails", "emails.0.address"],
    ["emails.1", "emails.1.address"],
    ["emails[1].address", "emails.1.address"],
    ["contact.addresses.0.postcode", "addresses.0.postcode"],
  ])("%s stands at %s", (field, place) => {
    expect(contactErrors(refused({ [field]: "No." }))).toEqual({ [place]: "No." });
  });

  it("counts past the rows that were left empty", () => {
    expect(contactErrors(refused({ "phones.0.typed": "No." }), { phones: [2] })).toEqual({
      "phones.2.typed": "No.",
    });
  });
});
