import { Fragment } from "react";
import type { ReportAuditEntry } from "@/bindings/commands";
import { CopyText } from "@/components/CopyText";
import { Details } from "@/components/Details";
import { InfoDialog } from "@/components/InfoDialog";
import shared from "@/components/shared.module.css";
import { count } from "@/lib/format";
import { heading } from "@/lib/lists";
import { text } from "@/lib/texts";
import { statusWords } from "./reportAudits";

interface ReportAuditDialogProps {
  entry: ReportAuditEntry;
  onClose: () => void;
}

/** One print or export in full; what a file is checked by stands folded, for whoever checks one. */
export function ReportAuditDialog({ entry, onClose }: ReportAuditDialogProps) {
  const status = text(statusWords[entry.status]);
  const facts = [
    ["local", entry.local],
    ["employee", entry.employee],
    ["workstation", entry.workstation],
    ["criteria", entry.criteria],
    ["method", entry.method],
    ["rows", entry.rows === null ? "" : count(entry.rows)],
    ["people", entry.people === null ? "" : count(entry.people)],
    ["status", entry.why ? `${status}: ${entry.why}` : status],
    ["released_by", entry.released_by ?? ""],
  ] as const;
  return (
    <InfoDialog opened title={entry.report} size={560} onClose={onClose}>
      <dl className={shared.facts}>
        {facts.map(
          ([key, words]) =>
            words !== "" && (
              <Fragment key={key}>
                <dt>{heading("report_audit", key)}</dt>
                <dd>{words}</dd>
              </Fragment>
            ),
        )}
      </dl>
      {entry.hash && (
        <Details>
          <dl className={shared.facts}>
            <dt>{heading("report_audit", "hash")}</dt>
            <dd className={shared.mono}>
              <CopyText value={entry.hash} />
            </dd>
          </dl>
        </Details>
      )}
    </InfoDialog>
  );
}
