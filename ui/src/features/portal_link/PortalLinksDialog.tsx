import { type ReactNode, useState } from "react";
import type { ContactId, PortalLinksPrepared } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import { InfoDialog } from "@/components/InfoDialog";
import { Notice } from "@/components/Notice";
import shared from "@/components/shared.module.css";
import { Refusal, useChange } from "@/lib/api";
import { plural, text } from "@/lib/texts";
import { isNotSetUp, NotSetUpDialog } from "./NotSetUpDialog";
import classes from "./Portal.module.css";

interface PortalLinksDialogProps {
  ids: ContactId[];
  refusedActions?: (ids: ContactId[]) => ReactNode;
  onClose: () => void;
}

/** Says what will be opened, then what was prepared and for whom it was refused, and why. */
export function PortalLinksDialog({ ids, refusedActions, onClose }: PortalLinksDialogProps) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [outcome, setOutcome] = useState<PortalLinksPrepared | null>(null);
  const change = useChange("prepare_portal_links");
  const title = text("portal_link.linkMany");

  const submit = async () => {
    setRefusal(null);
    try {
      setOutcome(await change.mutateAsync({ contact_ids: ids }));
    } catch (cause) {
      setRefusal(Refusal.from(cause));
    }
  };

  if (isNotSetUp(refusal)) {
    return <NotSetUpDialog title={title} refusal={refusal} onClose={onClose} />;
  }
  if (outcome) {
    return <Outcome outcome={outcome} refusedActions={refusedActions} onClose={onClose} />;
  }
  return (
    <DialogForm
      opened
      title={title}
      submitLabel={text("portal_link.prepareMany")}
      busy={change.isPending}
      refusal={refusal}
      size={520}
      onSubmit={() => submit()}
      onClose={onClose}
    >
      <p>{plural(ids.length, "portal_link.manyWordsOne", "portal_link.manyWords")}</p>
      <Notice>{text("portal_link.manyRule")}</Notice>
    </DialogForm>
  );
}

interface OutcomeProps {
  outcome: PortalLinksPrepared;
  refusedActions?: (ids: ContactId[]) => ReactNode;
  onClose: () => void;
}

function Outcome({ outcome: { prepared, refused }, refusedActions, onClose }: OutcomeProps) {
  return (
    <InfoDialog
      opened
      title={text(prepared.length > 0 ? "portal_link.manyDoneTitle" : "portal_link.manyNoneTitle")}
      size={600}
      onClose={onClose}
    >
      {prepared.length > 0 && (
        <section aria-label={text("portal_link.prepared")}>
          <Notice tone="good">
            {plural(prepared.length, "portal_link.preparedOne", "portal_link.preparedMany")}
          </Notice>
          <ul className={`${shared.ruled} ${classes.people}`}>
            {prepared.map(({ contact_id, name, address }) => (
              <li key={contact_id}>
                <bdi>{name}</bdi>{" "}
                <div className={shared.quiet}>
                  <bdi>{address}</bdi>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {refused.length > 0 && (
        <section aria-label={text("portal_link.refused")}>
          <Notice tone="warn">
            {plural(refused.length, "portal_link.refusedOne", "portal_link.refusedMany")}
          </Notice>
          <ul className={`${shared.ruled} ${classes.people}`}>
            {refused.map(({ contact_id, name, reasons }) => (
              <li key={contact_id}>
                <bdi>{name}</bdi>{" "}
                <div className={shared.quiet}>
                  <bdi>{reasons.join("; ")}</bdi>
                </div>
              </li>
            ))}
          </ul>
          {refusedActions?.(refused.map(({ contact_id }) => contact_id))}
        </section>
      )}
    </InfoDialog>
  );
}
