import { Button } from "@mantine/core";
import { useState } from "react";
import type { PlaceholderSuggestion } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { ErrorState } from "@/components/ErrorState";
import { JobDialog } from "@/components/JobDialog";
import { LoadingState } from "@/components/LoadingState";
import { notifyDone } from "@/components/notify";
import plain from "@/components/PlainTable.module.css";
import shared from "@/components/shared.module.css";
import { Chip } from "@/components/Tag";
import { useCall, useChange } from "@/lib/api";
import { count } from "@/lib/format";
import { useMissingRight } from "@/lib/session";
import { plural, text } from "@/lib/texts";
import { useTrial } from "@/lib/trial";

/** What on file looks like no address; whoever has it is put on the list of addresses to fix. */
export function PlaceholderSuggestions() {
  const missing = useMissingRight("suggest_placeholders");
  const found = useCall("suggest_placeholders", {}, { enabled: missing === null });
  const accept = useChange("accept_placeholder");
  const [asking, setAsking] = useState<PlaceholderSuggestion | null>(null);
  const work = useTrial<{ contacts: number }>();
  const take = async ({ kind, address }: PlaceholderSuggestion) => {
    const no = await work.run(false, async (job) => {
      const done = await accept.mutateAsync({ kind, address, job });
      notifyDone(
        text("contact.placeholderAccepted", { address, count: count(done.contacts) }),
      );
      return done;
    });
    if (no === null) setAsking(null);
  };
  const title = text("contact.placeholderSuggestions");
  return (
    <Card title={title} hint={text("contact.placeholderSuggestionsHint")}>
      {missing && <p className={shared.quiet}>{missing}</p>}
      {found.error && <ErrorState refusal={found.error} onRetry={() => void found.refetch()} />}
      {!missing && !found.error && !found.data && <LoadingState />}
      {found.data?.length === 0 && (
        <p className={shared.quiet}>{text("contact.placeholderNoSuggestions")}</p>
      )}
      {found.data && found.data.length > 0 && (
        <table className={plain.table} aria-label={title}>
          <tbody>
            {found.data.map((one) => (
              <tr key={`${one.kind} ${one.address}`}>
                <td>
                  <bdi>{one.address}</bdi> {one.listed && (
                    <Chip>{text("contact.placeholderListed")}</Chip>
                  )}
                </td>
                <td className={shared.figures}>
                  {plural(one.contacts, "contact.placeholderHolder", "contact.placeholderHolders")}
                </td>
                <td className={plain.number}>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`${one.address}: ${text("contact.placeholderAccept")}`}
                    onClick={() => {
                      work.forgive();
                      setAsking(one);
                    }}
                  >
                    {text("contact.placeholderAccept")}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {asking && (
        <ConfirmDialog
          opened
          title={text("contact.placeholderAccept")}
          confirmLabel={text("contact.placeholderAccept")}
          busy={work.running !== null}
          refusal={work.refusal}
          onConfirm={() => take(asking)}
          onClose={() => setAsking(null)}
        >
          <p>
            <bdi>
              {text("contact.placeholderAcceptWords", {
                address: asking.address,
                count: count(asking.contacts),
              })}
            </bdi>
          </p>
        </ConfirmDialog>
      )}
      <JobDialog title={title} job={work.running?.name ?? null} phase={title} />
    </Card>
  );
}
