import type { ReactNode } from "react";
import type { ContactId } from "@/bindings/commands";
import { ListScreen } from "@/components/list/ListScreen";
import { notifyRefusal } from "@/components/notify";
import { call, Refusal } from "@/lib/api";
import { plural, text } from "@/lib/texts";
import { NobodyDue } from "./NobodyDue";
import { reconsents } from "./reconsents";
import { SettingLink } from "./SettingLink";
import type { useReconsent } from "./useReconsent";

interface ReconsentListProps {
  list: ReturnType<typeof useReconsent>;
  onOpen: (id: ContactId) => void;
  /** The line to begin at: the one somebody came back from. */
  startAt?: string;
  /** What can be done with the ticked contacts; the page brings it, because it is not this feature’s. */
  tickedActions: (ids: ContactId[]) => ReactNode;
  /** The ticked contacts, and how they change, where the page acts on them too. */
  marks?: readonly [ReadonlySet<string>, (marked: ReadonlySet<string>) => void];
}

/** Who has to be asked again, what ran out, and until when it was good. */
export function ReconsentList({ list, onOpen, startAt, tickedActions, marks }: ReconsentListProps) {
  const months = list.first?.months ?? 0;
  const tickAll = () => {
    call("list_reconsent_ids", {})
      .then((ids) => marks?.[1](new Set(ids)))
      .catch((cause) => notifyRefusal(Refusal.from(cause)));
  };
  return (
    <ListScreen
      list={reconsents}
      listing={list}
      aside={
        <>
          {text("reconsent.period")}{" "}
          <SettingLink>{plural(months, "reconsent.monthsOne", "reconsent.monthsMany")}</SettingLink>
        </>
      }
      instead={<NobodyDue months={months} />}
      tickedActions={(ids) => tickedActions(ids as ContactId[])}
      marks={marks}
      onTickAll={marks && tickAll}
      onOpen={({ id }) => onOpen(id)}
      startAt={startAt}
      autoFocus
    />
  );
}
