import { describe, expect, it } from "vitest";
import { compare, isUndecided, merged, proposed } from "./conflict";
import { emptyDraft } from "./draft";

const opened = {
  ...emptyDraft(),
  first_name: "Siobhán",
  last_name: "O’Brien-Ng",
  notes: "Prefers texts.",
  phones: [{ kind: "mobile" as const, typed: "07700 900 214" }],
};

describe("two people edit the same contact", () => {
  it("proposes for each part whoever turned it, and asks where both did", () => {
    const mine = { ...opened, notes: "Prefers letters.", company: "Ng Ltd" };
    const theirs = {
      ...opened,
      notes: "Prefers calls.",
      phones: [{ kind: "mobile" as const, typed: "07700 900999" }],
    };
    const differences = compare(opened, mine, theirs);
    expect(differences.map(({ part, turned }) => [part, turned])).toEqual([
      ["company", "mine"],
      ["phones", "theirs"],
      ["notes", "both"],
    ]);
    const choices = proposed(differences);
    expect(isUndecided(differences, choices)).toBe(true);
    const result = merged(mine, theirs, { ...choices, notes: "mine" });
    expect(result.company).toBe("Ng Ltd");
    expect(result.phones[0]?.typed).toBe("07700 900999");
    expect(result.notes).toBe("Prefers letters.");
  });

  it("finds no difference where both typed the same, or only an empty row was added", () => {
    const mine = {
      ...opened,
      company: "Ng Ltd",
      vehicles: [{ registration: " ", make: "", model: "" }],
    };
    const theirs = { ...opened, company: "Ng Ltd" };
    expect(compare(opened, mine, theirs)).toEqual([]);
  });

  it("shows rows in words, one a line", () => {
    const mine = {
      ...opened,
      date_of_birth: "1984-03-09",
      vehicles: [
        { registration: "EU56 JEC", make: "Kestrel", model: "Merlin" },
        { registration: "LE02 EJK", make: "", model: "" },
      ],
    };
    const found = compare(opened, mine, opened);
    expect(found.map((one) => one.mine)).toEqual([
      "09/03/1984",
      "EU56 JEC, Kestrel Merlin\nLE02 EJK",
    ]);
  });
});
