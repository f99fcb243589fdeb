import "@mantine/notifications/styles.css";
import { Notifications } from "@mantine/notifications";
import { useEffect } from "react";
import { toMessages } from "./messageFocus";

/** Where the words in the corner stand. F6 goes to the newest of them from anywhere, and back again. */
export function Messages() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
      if (toMessages()) event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return <Notifications position="bottom-right" limit={4} zIndex={400} aria-live="polite" />;
}
