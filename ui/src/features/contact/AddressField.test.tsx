import { useForm } from "@mantine/form";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { ContactDraft, ContactGap } from "@/bindings/commands";
import { answer } from "@/testing/platform";
import { show } from "@/testing/render";
import { AddressField } from "./AddressField";
import { cleanDraft, emptyDraft } from "./draft";

const NO_EMAIL = "noemail@hadley.example";

/** The field as the form has it; what would be sent stands beside it. */
function Field({ draft = emptyDraft(), standing }: { draft?: ContactDraft; standing?: ContactGap }) {
  const form = useForm<ContactDraft>({ initialValues: draft });
  const { emails, gaps, real } = cleanDraft(form.values);
  return (
    <>
      <AddressField
        form={form}
        kind="email"
        label="Email"
        field="emails.0.address"
        typed={form.values.emails[0]?.address ?? ""}
        inputMode="email"
        standing={standing}
      />
      <output aria-label="Sent">
        {JSON.stringify({ emails: emails.map((one) => one.address), gaps, real })}
      </output>
    </>
  );
}

const sent = () => JSON.parse(screen.getByLabelText("Sent").textContent ?? "");

function open(props: Parameters<typeof Field>[0] = {}) {
  answer({ check_placeholder: ({ typed }) => ({ placeholder: typed === NO_EMAIL }) });
  show(<Field {...props} />);
  return userEvent.setup({ delay: null });
}

describe("an address that somebody has not", () => {
  it("is asked about once the field is left, and only where it looks like a placeholder", async () => {
    const user = open();
    await user.type(screen.getByLabelText("Email"), NO_EMAIL);
    expect(screen.queryByText("This looks like a placeholder.")).not.toBeInTheDocument();
    await user.tab();
    expect(await screen.findByText("This looks like a placeholder.")).toBeInTheDocument();
    await user.clear(screen.getByLabelText("Email"));
    await user.type(screen.getByLabelText("Email"), "tom@example.org");
    await user.tab();
    expect(screen.queryByText("This looks like a placeholder.")).not.toBeInTheDocument();
    expect(sent()).toEqual({ emails: ["tom@example.org"], gaps: [], real: [] });
  });

  it.each([
    ["Has none", { emails: [], gaps: [{ kind: "email", why: "none" }], real: [] }],
    ["Would rather not say", { emails: [], gaps: [{ kind: "email", why: "not_said" }], real: [] }],
    ["It is a real address", { emails: [NO_EMAIL], gaps: [], real: [NO_EMAIL] }],
  ])("%s is what is sent", async (words, expected) => {
    const user = open();
    await user.type(screen.getByLabelText("Email"), NO_EMAIL);
    await user.tab();
    await user.click(await screen.findByRole("button", { name: words }));
    expect(sent()).toEqual(expected);
    expect(screen.queryByText("This looks like a placeholder.")).not.toBeInTheDocument();
  });

  it("can be said of an empty field, taken back, and ends with an address", async () => {
    const user = open();
    const none = screen.getByRole("button", { name: "Has none" });
    await user.click(none);
    expect(none).toHaveAttribute("aria-pressed", "true");
    expect(sent().gaps).toEqual([{ kind: "email", why: "none" }]);
    await user.click(none);
    expect(sent().gaps).toEqual([]);
    await user.click(none);
    await user.type(screen.getByLabelText("Email"), "tom@example.org");
    expect(sent()).toEqual({ emails: ["tom@example.org"], gaps: [], real: [] });
    expect(screen.queryByRole("button", { name: "Has none" })).not.toBeInTheDocument();
  });

  it("says what stands in its place until somebody says better", async () => {
    const words = "Placeholder";
    const user = open({ standing: { kind: "email", why: "placeholder", typed: NO_EMAIL, words } });
    const told = `In its place stands ${NO_EMAIL}, which is no address.`;
    expect(screen.getByText(told)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Would rather not say" }));
    expect(screen.queryByText(told)).not.toBeInTheDocument();
  });
});
