import { Button } from "@mantine/core";
import type { ConsentView } from "@/bindings/commands";
import { Notice } from "@/components/Notice";
import { WithReason } from "@/components/WithReason";
import { text } from "@/lib/texts";
import classes from "./Consent.module.css";
import { cellLabel } from "./words";

interface ConflictNoticeProps {
  view: ConsentView;
  message: string;
  /** What had been given here and does not stand. */
  offers: readonly string[];
  onGiveAgain: (subject: string) => void;
}

/** Somebody else saved while the dialog was open: who, when, and what can be given again singly. */
export function ConflictNotice({ view, message, offers, onGiveAgain }: ConflictNoticeProps) {
  const lost = view.rows.flatMap((row) =>
    row.cells.filter(({ subject }) => offers.includes(subject)).map((cell) => ({ row, cell })),
  );
  return (
    <Notice tone="warn" title={text("consent.conflictTitle")}>
      {text("consent.conflictWords", { message })}
      {lost.length > 0 && (
        <>
          <p className={classes.lost}>{text("consent.conflictLost")}</p>
          <ul className={classes.offers}>
            {lost.map(({ row, cell }) => {
              const what = cellLabel(view, {
                party: cell.party,
                channel: row.channel,
                purpose: cell.purpose,
              });
              const state = text(`consent.state_${cell.state}`);
              return (
                <li key={cell.subject}>
                  <bdi>
                    {cell.recorded
                      ? text("consent.lostCellBy", { what, state, recorded: cell.recorded })
                      : text("consent.lostCell", { what, state })}
                  </bdi>
                  <WithReason reason={cell.locked ? text("consent.locked") : null}>
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={text("consent.giveAgainOf", { what })}
                      onClick={() => onGiveAgain(cell.subject)}
                    >
                      {text("consent.giveAgain")}
                    </Button>
                  </WithReason>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </Notice>
  );
}
