import { Stack } from "@mantine/core";
import { IconChevronRight, IconFileExport, IconUserX } from "@tabler/icons-react";
import { type ReactNode, useId, useState } from "react";
import type { ContactId } from "@/bindings/commands";
import { IconBox } from "@/components/IconBox";
import { InfoDialog } from "@/components/InfoDialog";
import { text } from "@/lib/texts";
import { AccessDialog } from "./AccessDialog";
import classes from "./RightsRequest.module.css";

export type RightsStep = "choose" | "access" | "erasure";

interface RightsRequestProps {
  contactId: ContactId;
  name: string;
  /** Where to begin: the GDPR tab asks which right, the menu More goes straight to one. */
  start: RightsStep;
  /** What goes on with the Right to Erasure; it belongs to another noun, so the page brings it. */
  erasure: ReactNode;
  onClose: () => void;
}

/** GDPR Rights Request: asks which right the customer uses (D-17). */
export function RightsRequest({ contactId, name, start, erasure, onClose }: RightsRequestProps) {
  const [step, setStep] = useState<RightsStep>(start);
  if (step === "access")
    return <AccessDialog contactId={contactId} name={name} onClose={onClose} />;
  if (step === "erasure") return erasure;
  return (
    <InfoDialog
      opened
      title={text("rights_request.requestTitle")}
      closeLabel={text("common.cancel")}
      size={520}
      onClose={onClose}
    >
      <p>
        <bdi>{text("rights_request.requestWords", { name })}</bdi>
      </p>
      <Stack gap={10}>
        <Choice
          icon={
            <IconBox tone="accent" size={36}>
              <IconFileExport size={19} />
            </IconBox>
          }
          title={text("rights_request.access")}
          words={text("rights_request.accessWords")}
          onClick={() => setStep("access")}
        />
        <Choice
          icon={
            <IconBox tone="bad" size={36}>
              <IconUserX size={19} />
            </IconBox>
          }
          title={text("rights_request.erasure")}
          words={text("rights_request.erasureWords")}
          onClick={() => setStep("erasure")}
        />
      </Stack>
    </InfoDialog>
  );
}

interface ChoiceProps {
  icon: ReactNode;
  title: string;
  words: string;
  onClick: () => void;
}

function Choice({ icon, title, words, onClick }: ChoiceProps) {
  const id = useId();
  return (
    <div className={classes.choice}>
      {icon}
      <span>
        <button type="button" aria-describedby={id} onClick={onClick}>
          {title}
        </button>
        <small id={id}>{words}</small>
      </span>
      <IconChevronRight size={16} aria-hidden="true" />
    </div>
  );
}
