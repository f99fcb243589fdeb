import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "react-router";
import { useSession } from "@/lib/session";
import { text } from "@/lib/texts";
import classes from "./Frame.module.css";

// Where each kind of trouble is mended.
const places: Record<string, string> = {
  recovery: "/settings/emergency-recovery",
  clock: "/settings/system",
  ledger: "/settings/gdpr/verify",
};

/** What needs attention, one line each. Where there is a screen to mend it, a link leads there. */
export function Banners() {
  const { banners } = useSession();
  if (banners.length === 0) return null;
  return (
    <section className={classes.banners} aria-label={text("frame.attention")}>
      {banners.map((banner) => (
        <div key={banner.kind} className={classes.banner}>
          <IconAlertTriangle size={16} aria-hidden="true" />
          <span>{banner.text}</span>
          {banner.action && places[banner.action] && (
            <Link to={places[banner.action] ?? "/"}>{text("frame.show")}</Link>
          )}
        </div>
      ))}
    </section>
  );
}
