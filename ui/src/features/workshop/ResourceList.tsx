import { Button } from "@mantine/core";
import { IconTool } from "@tabler/icons-react";
import { useState } from "react";
import type { ResourceView } from "@/bindings/commands";
import { EmptyState } from "@/components/EmptyState";
import { ListScreen } from "@/components/list/ListScreen";
import type { ListOf } from "@/components/list/list";
import { StatusMark } from "@/components/StatusMark";
import shared from "@/components/shared.module.css";
import type { Column } from "@/components/Table";
import { useWhole } from "@/lib/pages";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import { hoursOf } from "./hours";
import { ResourceDialog } from "./ResourceDialog";

const columns: Column<ResourceView>[] = [
  {
    key: "name",
    header: text("workshop.name"),
    width: "minmax(180px, 2fr)",
    cell: (one) => <b>{one.name}</b>,
  },
  {
    key: "kind",
    header: text("workshop.kind"),
    width: "minmax(110px, 1fr)",
    cell: (one) => text(`workshop.${one.kind}`),
  },
  {
    key: "hours",
    header: text("workshop.perWeek"),
    width: "120px",
    align: "right",
    cell: (one) => (
      <span className={shared.figures}>
        {hoursOf(one.minutes.reduce((sum, minutes) => sum + minutes, 0))}
      </span>
    ),
  },
  {
    key: "state",
    header: text("workshop.state"),
    width: "130px",
    cell: (one) => (
      <StatusMark
        mark={one.active ? "good" : "none"}
        words={text(one.active ? "workshop.active" : "workshop.inactive")}
      />
    ),
  },
];

const resources: ListOf<ResourceView> = {
  label: text("workshop.settings"),
  columns,
  keyOf: (one) => one.id,
  rowHeight: 40,
};

/** Technicians and ramps in the order of the diary. */
export function ResourceList({ onAdd }: { onAdd: () => void }) {
  const listing = useWhole("list_resources", {});
  const missing = useMissingRight("save_resource");
  const [edited, setEdited] = useState<ResourceView | null>(null);
  return (
    <>
      <ListScreen
        list={resources}
        listing={listing}
        above={<p className={shared.quiet}>{text("workshop.hint")}</p>}
        onOpen={setEdited}
        empty={
          <EmptyState
            icon={<IconTool size={22} />}
            title={text("workshop.empty")}
            action={
              missing ? undefined : <Button onClick={onAdd}>{text("workshop.addFirst")}</Button>
            }
          >
            {text("workshop.emptyWords")}
          </EmptyState>
        }
      />
      {edited && (
        <ResourceDialog
          key={edited.id}
          resource={listing.rows.find(({ id }) => id === edited.id) ?? edited}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
