import { IconMapPinOff } from "@tabler/icons-react";
import { Link } from "react-router";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { text } from "@/lib/texts";

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <Page title={text("frame.notFoundTitle")}>
      <EmptyState
        icon={<IconMapPinOff size={22} />}
        title={text("frame.notFoundHere")}
        action={<Link to="/customers">{text("frame.toCustomers")}</Link>}
      >
        {text("frame.notFoundWords")}
      </EmptyState>
    </Page>
  );
}
