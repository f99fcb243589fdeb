import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import type { EmployeeId, Right, SessionView, WorkstationId } from "@/bindings/commands";
import { cssVariables, theme } from "@/components/theme/theme";
import { SessionProvider } from "@/lib/session";

/** Maria at SVC-02, holding these rights. */
export function sessionWith(rights: Right[] = []): SessionView {
  return {
    employee: {
      id: "1" as EmployeeId,
      login: "maria",
      name: "Maria Keane",
      initials: "MK",
      colour: "#33475f",
    },
    rights,
    workstation: { id: "1" as WorkstationId, name: "SVC-02", save_folder: null },
    dealership: {
      name: "Malvern Hills Motors",
      address: "",
      postcode: "",
      phone: "",
      email: "",
      website: "",
      privacy_policy_url: "",
      vat_number: "",
      company_number: "",
    },
    time_zone: "Europe/London",
    today: "2026-11-21",
    idle_minutes: 3,
    recovery_confirmed: true,
    recovery_waiting: false,
    banners: [],
    view_only: null,
    account_changes: { up_to: 0, changes: [] },
    people_at_once: 10,
    franchised: false,
    brands: [],
    require_consent: true,
  };
}

/**
 * Draws something with the theme, an empty cache, and a signed-in session; drawn again, it keeps what
 * it remembers.
 */
export function show(
  content: ReactNode,
  {
    rights = [],
    session = {},
    viewOnly = null,
  }: { rights?: Right[]; session?: Partial<SessionView>; viewOnly?: string | null } = {},
) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(content, {
    wrapper: ({ children }) => (
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} env="test">
        <QueryClientProvider client={client}>
          <SessionProvider value={{ ...sessionWith(rights), view_only: viewOnly, ...session }}>
            {children}
          </SessionProvider>
        </QueryClientProvider>
      </MantineProvider>
    ),
  });
}
