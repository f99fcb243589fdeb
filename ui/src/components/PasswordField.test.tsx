import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it } from "vitest";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { PasswordField } from "./PasswordField";

function Field({ strength = true, error }: { strength?: boolean; error?: string }) {
  const [value, setValue] = useState("");
  return (
    <PasswordField
      label="New password"
      strength={strength}
      error={error}
      own={["Maria Keane", "maria"]}
      value={value}
      onChange={(event) => setValue(event.currentTarget.value)}
    />
  );
}

const hint = /^At least 8 characters/;

it("shows what the dispatcher says of a password, once typing pauses", async () => {
  const user = userEvent.setup();
  const send = answer({
    check_password: ({ password }) =>
      password === "maria1990"
        ? { strength: "weak", enough: false, words: "Easy to guess: names are tried first." }
        : { strength: "strong", enough: true, words: "Strong" },
  });
  show(<Field />);
  const field = screen.getByLabelText("New password");
  expect(screen.getByText(hint)).toBeInTheDocument();
  expect(send).not.toHaveBeenCalled();

  await user.type(field, "maria1990");
  expect(await screen.findByText(/names are tried first/)).toBeInTheDocument();
  expect(send).toHaveBeenLastCalledWith("check_password", {
    password: "maria1990",
    own: ["Maria Keane", "maria"],
  });

  await user.clear(field);
  expect(await screen.findByText(hint)).toBeInTheDocument();
  await user.click(field);
  await user.paste("seven brass lanterns");
  expect(await screen.findByText("Strong")).toBeInTheDocument();
});

it("says once why a password was refused", async () => {
  const words = "Too short: a password takes at least 8 characters.";
  answer({ check_password: () => ({ strength: "too_short", enough: false, words }) });
  show(<Field error={words} />);
  await userEvent.type(screen.getByLabelText("New password"), "a");
  await waitFor(() => expect(screen.queryByText(hint)).not.toBeInTheDocument());
  expect(screen.getAllByText(words)).toHaveLength(1);
});

it("asks nothing about a password that is not new", async () => {
  const user = userEvent.setup();
  const send = answer({});
  show(<Field strength={false} />);
  await user.type(screen.getByLabelText("New password"), "the one in use");
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(send).not.toHaveBeenCalled();
});

it("gives no advice when nobody answers", async () => {
  const user = userEvent.setup();
  const send = answer({ check_password: () => refuse("fault") });
  show(<Field />);
  await user.type(screen.getByLabelText("New password"), "whatever it is");
  await waitFor(() => expect(send).toHaveBeenCalled());
  expect(screen.getByText(hint)).toBeInTheDocument();
});

it("leads by Tab from one password to the next, and shows what is typed by F8 or the eye", async () => {
  const user = userEvent.setup();
  show(
    <>
      <PasswordField label="First" />
      <PasswordField label="Second" />
    </>,
  );
  const first = screen.getByLabelText("First");
  await user.click(first);
  await user.keyboard("{F8}");
  expect(first).toHaveAttribute("type", "text");
  expect(first).toHaveAttribute("aria-keyshortcuts", "F8");
  await user.keyboard("{F8}");
  expect(first).toHaveAttribute("type", "password");
  await user.tab();
  expect(screen.getByLabelText("Second")).toHaveFocus();
  const [eye] = screen.getAllByRole("button", { name: "Show what is typed" });
  if (eye) await user.click(eye);
  expect(first).toHaveAttribute("type", "text");
});
