import { Button, Group } from "@mantine/core";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import type { Register } from "@/bindings/types";
import { Card } from "@/components/Card";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { FormRefusal } from "@/components/Notice";
import { notifyDone } from "@/components/notify";
import { StatusMark } from "@/components/StatusMark";
import shared from "@/components/shared.module.css";
import { useOnce } from "@/components/useOnce";
import { useUnsaved } from "@/components/useUnsaved";
import { useWrongField } from "@/components/useWrongField";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import type { Refusal } from "@/lib/refusal";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";

interface KeyCardProps {
  register: Register;
  title: string;
  hint: string;
  /** Is something kept, and that in words. */
  kept: boolean;
  keptWords: string;
  /** Is anything typed, and enough of it? */
  typed: boolean;
  ready: boolean;
  busy: boolean;
  refusal: Refusal | null;
  onKeep: () => unknown;
  /** Empties the fields. */
  onForget: () => void;
  children: ReactNode;
}

/**
 * What a register wants of whoever asks. A key is typed and never shown again; nor is it kept as a draft, as
 * other forms do: it belongs into the keychain alone.
 */
export function KeyCard(props: KeyCardProps) {
  const { register, title, kept, typed, busy, onForget } = props;
  const form = useRef<HTMLFormElement>(null);
  const [asks, setAsks] = useState(false);
  const missing = useMissingRight("remove_plate_key");
  const { running, isRunning, once } = useOnce(busy);
  const wrong = useWrongField(form, running);
  useUnsaved({ isTyped: () => typed && !isRunning(), discard: onForget });
  const remove = useChange("remove_plate_key", {
    onSuccess: () => {
      setAsks(false);
      notifyDone(text("plate_look_up.removed", { register: title }));
    },
  });

  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (!props.ready) return;
    once(() => {
      wrong.ask();
      return props.onKeep();
    });
  };

  return (
    <Card title={title} hint={props.hint}>
      <form
        ref={form}
        className={shared.fields}
        noValidate
        autoComplete="off"
        onInput={wrong.forget}
        onSubmit={keep}
      >
        <StatusMark
          mark={kept ? "good" : "none"}
          words={kept ? props.keptWords : text("plate_look_up.none")}
        />
        {props.children}
        <FormRefusal refusal={props.refusal} />
        <Group gap={8}>
          <WithReason reason={missing}>
            <Button
              type="submit"
              loading={running}
              disabled={!props.ready}
              aria-label={text("plate_look_up.keepFor", { register: title })}
            >
              {text("plate_look_up.keep")}
            </Button>
          </WithReason>
          {kept && (
            <WithReason reason={missing}>
              <Button
                variant="default"
                aria-label={text("plate_look_up.removeFor", { register: title })}
                onClick={() => {
                  remove.reset();
                  setAsks(true);
                }}
              >
                {text("plate_look_up.remove")}
              </Button>
            </WithReason>
          )}
        </Group>
      </form>
      <ConfirmDialog
        opened={asks}
        title={text("plate_look_up.removeTitle", { register: title })}
        confirmLabel={text("plate_look_up.remove")}
        danger
        busy={remove.isPending}
        refusal={remove.error}
        onConfirm={() => remove.mutate({ register })}
        onClose={() => setAsks(false)}
      >
        <p className={shared.prose}>{text("plate_look_up.removeWords", { register: title })}</p>
      </ConfirmDialog>
    </Card>
  );
}
