import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { panelOf } from "@/testing/consent";
import { answer } from "@/testing/platform";
import { show } from "@/testing/render";
import { ConsentTag } from "./ConsentTag";

describe("ConsentTag", () => {
  it("calls a clock in doubt by its name, and nothing run out that may not have", async () => {
    const view = panelOf(
      { cells: { "us/email/service": "granted" } },
      { reconsent_due: "2027-12-03", reconsent_text: "Counts as run out.", reconsent_doubt: true },
    );
    answer({ get_consent: () => view });
    show(<ConsentTag contactId={view.contact_id} />);
    expect(await screen.findByText("Clock in doubt: counts as run out")).toBeInTheDocument();
    expect(screen.queryByText(/ran out|runs out/)).not.toBeInTheDocument();
  });
});
