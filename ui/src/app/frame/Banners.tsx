import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "react-router";
import { useSession } from "@/lib/session";
import { text } from "@/lib/texts";
import classes from "./Frame.module.css";

/** What needs attention, one line each. An action that is a screen of ours becomes a link to it. */
export function Banners() {
  const { banners } = useSession();
  if (banners.length === 0) return null;
  return (
    <section className={classes.banners} aria-label={text("frame.attention")}>
      {banners.map((banner) => (
        <div key={banner.kind} className={classes.banner}>
          <IconAlertTriangle size={16} aria-hidden="true" />
          <span>{banner.text}</span>
          {banner.action?.startsWith("/") && <Link to={banner.action}>{text("frame.show")}</Link>}
        </div>
      ))}
    </section>
  );
}
