import { Button, Group } from "@mantine/core";
import { useState } from "react";
import type { LookedUpView } from "@/bindings/types";
import { Card } from "@/components/Card";
import { Notice } from "@/components/Notice";
import shared from "@/components/shared.module.css";
import { text } from "@/lib/texts";
import { alsoSaid, type Compared, type FactField } from "./lookUp";
import { SaidTable } from "./SaidTable";
import classes from "./Vehicle.module.css";

interface LookedUpProps {
  said: LookedUpView;
  compared: Compared;
  /** What of it was filled in already. */
  filled: string;
  onTake: (fields: FactField[]) => void;
  onClose: () => void;
}

/** What came of a look-up in a form: what was filled in, and what stands otherwise than the registers say. */
export function LookedUp({ said, compared, filled, onTake, onClose }: LookedUpProps) {
  const [ticked, setTicked] = useState<ReadonlySet<FactField>>(new Set());
  if (said.not_looked_up) {
    return (
      <Notice tone="warn">
        {said.not_looked_up} {text("vehicle.stays")}
      </Notice>
    );
  }
  const { differs } = compared;
  return (
    <Card title={text("vehicle.lookedUp", { registration: said.registration })}>
      <div className={shared.fields}>
        <span role="status">
          {filled ? text("vehicle.filled", { fields: filled }) : text("vehicle.filledNothing")}{" "}
          {differs.length === 0 && text("vehicle.same")}
        </span>
        {differs.length > 0 && (
          <>
            <Notice tone="warn" title={text("vehicle.sayOther")}>
              {text("vehicle.sayOtherWords")}
            </Notice>
            <SaidTable rows={differs} ticked={ticked} onTick={setTicked} />
          </>
        )}
        <AlsoSaid said={said} />
        <Group gap={8}>
          {differs.length > 0 && (
            <Button
              variant="default"
              disabled={ticked.size === 0}
              onClick={() => onTake([...ticked])}
            >
              {text("vehicle.takeTicked")}
            </Button>
          )}
          <Button variant="subtle" onClick={onClose}>
            {text("vehicle.done")}
          </Button>
        </Group>
      </div>
    </Card>
  );
}

/** What no field of a record holds. */
export function AlsoSaid({ said }: { said: LookedUpView }) {
  const lines = alsoSaid(said);
  if (lines.length === 0) return null;
  return (
    <ul className={classes.also} aria-label={text("vehicle.alsoSaid")}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
