import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Right } from "@/bindings/commands";
import { expectAccessible } from "@/testing/axe";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { PlateLookUpSettings } from "./PlateLookUpSettings";

function draw({
  rights = ["access_settings"] as Right[],
  dvla = false,
  dvsa = false,
  problem = null as string | null,
} = {}) {
  const send = answer({
    get_plate_look_up: () => ({ dvla, dvsa, problem }),
    keep_dvla_key: ({ key }) =>
      key.includes(" ") ? refuse("invalid", "No.", { key: "Without a space." }) : {},
    keep_dvsa_keys: () => ({}),
    remove_plate_key: () => ({}),
    test_plate_look_up: () => ({
      registers: [
        { register: "dvla", problem: null, words: null },
        { register: "dvsa", problem: "down", words: "the service of DVSA is out of order" },
      ],
    }),
  });
  const drawn = show(<PlateLookUpSettings />, { rights });
  return { send, user: userEvent.setup({ delay: null }), ...drawn };
}

const card = async (name: string) => within(await screen.findByRole("region", { name }));

describe("Plate look-up", () => {
  it("keeps a key, shows it to nobody, and empties the field", async () => {
    const { send, user } = draw();
    const dvla = await card("DVLA Vehicle Enquiry");
    const field = dvla.getByLabelText("API key");
    expect(field).toHaveAttribute("type", "password");
    await user.type(field, "7h3m{Enter}");
    await waitFor(() => expect(send).toHaveBeenCalledWith("keep_dvla_key", { key: "7h3m" }));
    await waitFor(() => expect(field).toHaveValue(""));
    // Other forms keep a draft of what is typed; a key is none of the database's business.
    expect(send.mock.calls.some(([name]) => name === "keep_draft")).toBe(false);
  });

  it("says what is wrong with a key at its field", async () => {
    const { user } = draw();
    const dvla = await card("DVLA Vehicle Enquiry");
    await user.type(dvla.getByLabelText("API key"), "two words{Enter}");
    expect(await dvla.findByText("Without a space.")).toBeInTheDocument();
    await waitFor(() => expect(dvla.getByLabelText("API key")).toHaveFocus());
  });

  it("keeps the three of DVSA together", async () => {
    const { send, user } = draw();
    const dvsa = await card("DVSA MOT History");
    const keep = dvsa.getByRole("button", { name: "Keep DVSA MOT History" });
    await user.type(dvsa.getByLabelText("Client ID"), "id");
    expect(keep).toBeDisabled();
    await user.type(dvsa.getByLabelText("Client secret"), "secret");
    await user.type(dvsa.getByLabelText("API key"), "key");
    await user.click(keep);
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith("keep_dvsa_keys", {
        client_id: "id",
        client_secret: "secret",
        api_key: "key",
      }),
    );
  });

  it("asks before it removes a key", async () => {
    const { send, user } = draw({ dvla: true });
    const dvla = await card("DVLA Vehicle Enquiry");
    expect(dvla.getByText("A key is kept on this computer")).toBeInTheDocument();
    await user.click(dvla.getByRole("button", { name: /^Remove/ }));
    const asks = within(await screen.findByRole("dialog"));
    await user.click(asks.getByRole("button", { name: "Remove" }));
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith("remove_plate_key", { register: "dvla" }),
    );
  });

  it("tries what is kept, and says of each register what came of it", async () => {
    const { user } = draw({ dvla: true, dvsa: true });
    await user.click(await screen.findByRole("button", { name: "Test" }));
    expect(
      await screen.findByText("DVLA Vehicle Enquiry answers and accepts the key"),
    ).toBeInTheDocument();
    expect(screen.getByText("The service of DVSA is out of order")).toBeInTheDocument();
  });

  it("is read by those who may not change it, and says which right is missing", async () => {
    draw({ rights: [], dvla: true });
    const dvla = await card("DVLA Vehicle Enquiry");
    expect(dvla.getByLabelText("API key")).toBeDisabled();
    expect(dvla.getByRole("button", { name: /^Remove/ })).toBeDisabled();
    expect(screen.getByRole("button", { name: "Test" })).toBeDisabled();
    expect(screen.getAllByText("Needs the right “Access to Settings”").length).toBeGreaterThan(3);
  });

  it("says why the keychain keeps nothing, and is accessible", async () => {
    const { container } = draw({ problem: "The keychain of this computer is locked." });
    expect(await screen.findByRole("note")).toHaveTextContent("locked");
    await expectAccessible(container);
  });
});
