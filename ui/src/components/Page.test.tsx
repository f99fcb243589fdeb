import { screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import { show } from "@/testing/render";
import { Page } from "./Page";

it("takes the keyboard from nobody who just went to a field, empty as it is", () => {
  const page = (
    <Page title="All Contacts">
      <p>Rows</p>
    </Page>
  );
  const field = document.createElement("input");
  document.body.append(field);
  field.focus();
  show(<MemoryRouter>{page}</MemoryRouter>);
  expect(field).toHaveFocus();
  field.remove();
});

it("begins at its heading where nobody is in a field", () => {
  show(
    <MemoryRouter>
      <Page title="All Contacts">
        <p>Rows</p>
      </Page>
    </MemoryRouter>,
  );
  expect(screen.getByRole("heading", { name: "All Contacts" })).toHaveFocus();
});
