import { Button } from "@mantine/core";
import type { RegisterView } from "@/bindings/types";
import { Card } from "@/components/Card";
import { FormRefusal } from "@/components/Notice";
import { StatusMark } from "@/components/StatusMark";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { useMissingRight } from "@/lib/session";
import { type TextKey, text } from "@/lib/texts";

const names: Record<RegisterView["register"], TextKey> = {
  dvla: "plate_look_up.dvla",
  dvsa: "plate_look_up.dvsa",
};

/** Asks the registers once, so that nobody finds out at the counter. */
export function TestCard({ any }: { any: boolean }) {
  const missing = useMissingRight("test_plate_look_up");
  const test = useChange("test_plate_look_up");
  return (
    <Card title={text("plate_look_up.testTitle")} hint={text("plate_look_up.testHint")}>
      <div className={shared.fields}>
        <div>
          <WithReason reason={missing ?? (any ? null : text("plate_look_up.none"))}>
            <Button variant="default" loading={test.isPending} onClick={() => test.mutate({})}>
              {text("plate_look_up.test")}
            </Button>
          </WithReason>
        </div>
        <FormRefusal refusal={test.error} />
        <ul className={shared.plain} aria-live="polite">
          {test.data?.registers.map(({ register, problem, words }) => (
            <li key={register}>
              <StatusMark
                mark={problem === null ? "good" : problem === "no_key" ? "none" : "bad"}
                words={
                  words === null
                    ? text("plate_look_up.accepted", { register: text(names[register]) })
                    : sentence(words)
                }
              />
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
