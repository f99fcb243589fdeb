import { MantineProvider, useMantineColorScheme } from "@mantine/core";
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { answer, refuse } from "@/testing/platform";
import { appearanceManager, showAppearance } from "./appearance";

function Chooser() {
  const { setColorScheme } = useMantineColorScheme();
  return (
    <button type="button" onClick={() => setColorScheme("dark")}>
      Dark
    </button>
  );
}

const scheme = () => document.documentElement.getAttribute("data-mantine-color-scheme");

it("sends what is chosen to the dispatcher, and only draws what comes from there", async () => {
  const user = userEvent.setup();
  const send = answer({ set_appearance: () => ({}) });
  render(
    <MantineProvider env="test" colorSchemeManager={appearanceManager}>
      <Chooser />
    </MantineProvider>,
  );
  act(() => showAppearance("light"));
  expect(scheme()).toBe("light");
  expect(send).not.toHaveBeenCalled();

  await user.click(screen.getByRole("button", { name: "Dark" }));
  expect(scheme()).toBe("dark");
  expect(send).toHaveBeenCalledExactlyOnceWith("set_appearance", { appearance: "dark" });
});

it("stays as chosen while the dispatcher cannot keep it, whatever it still has", async () => {
  const user = userEvent.setup();
  answer({ set_appearance: () => refuse("disk_full", "The disk is full.") });
  render(
    <MantineProvider env="test" colorSchemeManager={appearanceManager}>
      <Chooser />
    </MantineProvider>,
  );
  act(() => showAppearance("light"));
  await user.click(screen.getByRole("button", { name: "Dark" }));
  act(() => showAppearance("light"));
  expect(scheme()).toBe("dark");
});
