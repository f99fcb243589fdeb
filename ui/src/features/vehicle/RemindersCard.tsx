import type { VehicleReminder, VehicleView } from "@/bindings/types";
import { Card } from "@/components/Card";
import { StatusMark } from "@/components/StatusMark";
import shared from "@/components/shared.module.css";
import { ukDate } from "@/lib/format";
import { text } from "@/lib/texts";
import classes from "./Vehicle.module.css";
import { reminderStates } from "./words";

/** What its keeper may be reminded of, and why or why not (M-15). */
export function RemindersCard({ vehicle }: { vehicle: VehicleView }) {
  return (
    <Card title={text("vehicle.reminders")}>
      {vehicle.reminders.length === 0 ? (
        <p className={shared.quiet}>{text("vehicle.noReminders")}</p>
      ) : (
        <ul className={shared.ruled}>
          {vehicle.reminders.map((one) => (
            <Reminder key={one.kind} reminder={one} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Reminder({
  reminder: { label, due, state, why, channels },
}: {
  reminder: VehicleReminder;
}) {
  const { words, mark } = reminderStates[state];
  // Where something holds all of them back, it is said once above.
  const held = state === "may_send" ? channels.filter(({ verdict }) => verdict === "block") : [];
  return (
    <li className={classes.reminder}>
      <div className={classes.reminderHead}>
        <span>{due ? text("vehicle.reminderDue", { what: label, date: ukDate(due) }) : label}</span>
        <StatusMark mark={mark} words={text(words)} />
      </div>
      <span className={shared.quiet}>{why}</span>
      {held.length > 0 && (
        <ul className={shared.bullets} aria-label={text("vehicle.channels")}>
          {held.map((one) => (
            <li key={one.channel} className={shared.small}>
              {one.reasons[0] ?? one.label}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
