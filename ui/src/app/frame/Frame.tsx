import { Outlet } from "react-router";

/** What stands around every screen. */
export function Frame() {
  return (
    <main>
      <Outlet />
    </main>
  );
}
