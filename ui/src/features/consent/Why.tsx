import { Popover } from "@mantine/core";
import { useState } from "react";
import type { Channel, ContactId, Verdict, WhyAnswer } from "@/bindings/commands";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { type Mark, StatusMark } from "@/components/StatusMark";
import { useCall } from "@/lib/api";
import { text } from "@/lib/texts";
import classes from "./Consent.module.css";

interface WhyProps {
  contactId: ContactId;
  channel: Channel;
  label: string;
}

/** "Why?" (M-01): every reason behind a channel, the evidence for each, and what would change it. */
export function Why({ contactId, channel, label }: WhyProps) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={400}
      position="right-start"
      shadow="md"
      withinPortal
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <button
          type="button"
          className={classes.why}
          aria-label={text("consent.whyOf", { channel: label })}
          onClick={() => setOpened((was) => !was)}
        >
          {text("consent.why")}
        </button>
      </Popover.Target>
      <Popover.Dropdown
        className={classes.reasons}
        aria-label={text("consent.whyTitle", { channel: label })}
      >
        <div data-autofocus tabIndex={-1}>
          <h3>{text("consent.whyTitle", { channel: label })}</h3>
          {opened && <Answers contactId={contactId} channel={channel} />}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function Answers({ contactId, channel }: { contactId: ContactId; channel: Channel }) {
  const why = useCall("explain_channel", { contact_id: contactId, channel, party: null });
  if (why.data) return <WhyAnswers answers={why.data.answers} />;
  return why.error ? <ErrorState refusal={why.error} onRetry={why.refetch} /> : <LoadingState />;
}

const MARKS: Record<Verdict, Mark> = { allow: "good", warn: "caution", block: "bad" };

/** The answers themselves; the as-at view shows the same of a day in the past. */
export function WhyAnswers({ answers }: { answers: WhyAnswer[] }) {
  return answers.map((answer) => (
    <section key={answer.what} className={classes.answer}>
      <h4>
        {answer.what}
        <StatusMark mark={MARKS[answer.verdict]} words={answer.verdict_text} />
      </h4>
      {answer.reasons.length > 0 && (
        <ul>
          {answer.reasons.map((reason) => (
            <li key={reason.text}>
              <bdi>{reason.text}</bdi>
              {reason.evidence && (
                <span className={classes.evidence}>
                  <bdi>{reason.evidence}</bdi>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {answer.action && <p className={classes.action}>{answer.action.text}</p>}
    </section>
  ));
}
