import { useState } from "react";
import type { AccountChange, Right } from "@/bindings/commands";
import { RIGHTS } from "@/bindings/constants";
import { DialogForm } from "@/components/DialogForm";
import shared from "@/components/shared.module.css";
import { useChange } from "@/lib/api";
import { useSession } from "@/lib/session";
import { text } from "@/lib/texts";

const named = (rights: readonly Right[]) => rights.map((right) => `“${RIGHTS[right]}”`).join(", ");

/** `21/11/2026 10:42: Anna Kowalska`, and what she did. */
function words({ by, local, password, granted, removed }: AccountChange): string {
  const parts = [];
  if (password) parts.push(text("sign_in.toldPassword"));
  if (granted.length > 0) parts.push(text("sign_in.toldGranted", { rights: named(granted) }));
  if (removed.length > 0) parts.push(text("sign_in.toldRemoved", { rights: named(removed) }));
  return text("sign_in.told", { by, local, what: parts.join("; ") });
}

/** What others changed of the employee’s rights and password, until they say that they have read it. */
export function AccountChanges() {
  const { account_changes: told } = useSession();
  // Put off, it comes again with the next sign-in.
  const [putOff, setPutOff] = useState(0);
  const acknowledge = useChange("acknowledge_account_changes");
  if (told.changes.length === 0 || putOff === told.up_to) return null;
  return (
    <DialogForm
      opened
      waits
      focusSubmit
      title={text("sign_in.toldTitle")}
      submitLabel={text("sign_in.toldRead")}
      cancelLabel={text("sign_in.toldLater")}
      busy={acknowledge.isPending}
      refusal={acknowledge.error}
      onClose={() => setPutOff(told.up_to)}
      onSubmit={() => acknowledge.mutate({ up_to: told.up_to })}
    >
      <ul className={shared.bullets}>
        {told.changes.map((change) => (
          <li key={words(change)}>{words(change)}</li>
        ))}
      </ul>
      <span className={shared.hint}>{text("sign_in.toldWords")}</span>
    </DialogForm>
  );
}
