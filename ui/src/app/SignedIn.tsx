import { createHashRouter, RouterProvider } from "react-router";
import { useCall } from "@/lib/api";
import { SessionProvider } from "@/lib/session";
import { routes } from "./routes";

const router = createHashRouter(routes);

// biome-ignore lint/style/noDefaultExport: React.lazy takes a default export
export default function SignedIn() {
  const session = useCall("session", {});
  if (!session.data) return null;
  return (
    <SessionProvider value={session.data}>
      <RouterProvider router={router} />
    </SessionProvider>
  );
}
