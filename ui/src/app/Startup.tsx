import { lazy, Suspense } from "react";
import { useCall } from "@/lib/api";

const SignedIn = lazy(() => import("./SignedIn"));

/** Chooses the screen by the phase the database is in. */
export function Startup() {
  const startup = useCall("startup", {});
  if (!startup.data) return null;
  return (
    <Suspense>
      <SignedIn />
    </Suspense>
  );
}
