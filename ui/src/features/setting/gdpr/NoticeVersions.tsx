import { ErrorState } from "@/components/ErrorState";
import shared from "@/components/shared.module.css";
import { Tag } from "@/components/Tag";
import { useCall } from "@/lib/api";
import { text } from "@/lib/texts";
import classes from "./Log.module.css";

/** Every wording that customers were ever shown, newest first: version, since when, the words. */
export function NoticeVersions() {
  const notices = useCall("list_notices", {});
  const title = text("setting.versions");
  return (
    <section className={classes.log} aria-label={title}>
      <h3>{title}</h3>
      {notices.error && <ErrorState refusal={notices.error} />}
      <div className={shared.ruled}>
        {notices.data?.map((notice) => (
          <details key={notice.version} className={classes.version}>
            <summary>
              {text("setting.versionLine", {
                version: notice.version,
                since: notice.since_local,
              })}{" "}
              {notice.current && <Tag tone="good">{text("setting.versionNow")}</Tag>}
            </summary>
            <p>{notice.text}</p>
          </details>
        ))}
      </div>
    </section>
  );
}
