import { describe, expect, it } from "vitest";
import { cleanDraft, draftFromTerm, emptyDraft, isTelling, sameDraft } from "./draft";

describe("the contact form", () => {
  it("leaves out rows nobody filled in and keeps the notes as typed", () => {
    const clean = cleanDraft({ ...emptyDraft(), last_name: " Reed ", notes: " line\n\n" });
    expect(clean.addresses).toEqual([]);
    expect(clean.phones).toEqual([]);
    expect(clean.emails).toEqual([]);
    expect(clean.last_name).toBe("Reed");
    expect(clean.notes).toBe(" line\n\n");
  });

  it("is unchanged by an empty row", () => {
    const draft = { ...emptyDraft(), last_name: "Reed" };
    expect(
      sameDraft(draft, { ...draft, phones: [...draft.phones, { kind: "work", typed: " " }] }),
    ).toBe(true);
    expect(sameDraft(draft, { ...draft, title: "Mr" })).toBe(false);
  });

  it.each([
    ["siobhan@example.org", "emails", "siobhan@example.org"],
    ["+44 (0) 7700 900 214", "phones", "+44 (0) 7700 900 214"],
    ["wr14 3aa", "addresses", "WR14 3AA"],
    ["eu56 jec", "vehicles", "EU56 JEC"],
  ] as const)("puts %s where it belongs on a new contact", (term, part, value) => {
    expect(JSON.stringify(draftFromTerm(term)[part])).toContain(value);
  });

  it("reads a name as first name and surname, one word as the surname", () => {
    expect(draftFromTerm("Siobhán O’Brien Ng")).toMatchObject({
      first_name: "Siobhán",
      last_name: "O’Brien Ng",
    });
    expect(draftFromTerm("王")).toMatchObject({ first_name: "", last_name: "王" });
  });

  it("asks for similar contacts only when there is something to go by", () => {
    expect(isTelling({ ...emptyDraft(), last_name: "Reed" })).toBe(false);
    expect(isTelling(draftFromTerm("tom@example.com"))).toBe(true);
    expect(isTelling(draftFromTerm("07700 900214"))).toBe(true);
  });
});
