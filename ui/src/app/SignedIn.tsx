import { notifications } from "@mantine/notifications";
import { useEffect } from "react";
import { createHashRouter, RouterProvider } from "react-router";
import { Messages } from "@/components/Messages";
import { ReleaseDialog } from "@/components/ReleaseDialog";
import { askAheadForContacts } from "@/features/contact/useContacts";
import { useCall } from "@/lib/api";
import { paths } from "@/lib/paths";
import { SessionProvider } from "@/lib/session";
import { routes } from "./routes";
import { CopyMenu } from "./window/CopyMenu";

const router = createHashRouter(routes);

/** Asks for what the list of contacts shows, where the product begins with it. */
export async function askAhead(): Promise<void> {
  const [place, search] = window.location.hash.slice(1).split("?");
  if (!place || place === "/" || place === paths.contacts)
    await askAheadForContacts(new URLSearchParams(search));
}

/** The product for a signed-in employee. */
export function SignedIn() {
  const session = useCall("show_session", {}, { staleTime: Number.POSITIVE_INFINITY });
  useEffect(
    () => () => {
      // Words in the corner may name a customer; they go with the session.
      notifications.clean();
    },
    [],
  );
  if (!session.data) return null;
  return (
    <SessionProvider value={session.data}>
      <RouterProvider router={router} />
      <ReleaseDialog />
      <CopyMenu />
      <Messages />
    </SessionProvider>
  );
}
