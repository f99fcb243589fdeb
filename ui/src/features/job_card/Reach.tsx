import type { JobReach, Verdict } from "@/bindings/commands";
import { CHANNELS } from "@/bindings/constants";
import { type Mark, StatusMark } from "@/components/StatusMark";
import shared from "@/components/shared.module.css";
import classes from "./JobCard.module.css";

const MARKS: Record<Verdict, Mark> = { allow: "good", warn: "caution", block: "bad" };

/** How the customer may be told about this job, which is no marketing; and why not, where they may not. */
export function Reach({ reach }: { reach: readonly JobReach[] }) {
  return (
    <ul className={classes.reach}>
      {reach.map(({ channel, verdict, words }) => (
        <li key={channel} title={words}>
          <StatusMark mark={MARKS[verdict]} words={CHANNELS[channel]} />
          {verdict !== "allow" && <span className={shared.small}> {words}</span>}
        </li>
      ))}
    </ul>
  );
}
