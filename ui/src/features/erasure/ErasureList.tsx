import { IconUserX } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { EmptyState } from "@/components/EmptyState";
import { ListScreen } from "@/components/list/ListScreen";
import { useList } from "@/components/list/list";
import { Permitted } from "@/components/Permitted";
import { text } from "@/lib/texts";
import { erasures } from "./erasures";
import { WorkstationFilter } from "./WorkstationFilter";

interface ErasureListProps {
  workstation: string | null;
  onWorkstation: (workstation: string | null) => void;
}

/** GDPR Erasure (D-23): who was erased, when, by whom and at which workstation. There is no way to delete a line. */
export function ErasureList(props: ErasureListProps) {
  return (
    <Permitted command="list_erasures">
      <Erasures {...props} />
    </Permitted>
  );
}

function Erasures({ workstation, onWorkstation }: ErasureListProps) {
  const listing = useList(erasures, { workstation });
  // Every workstation there is stays on offer, also while one of them is chosen.
  const [known, setKnown] = useState<readonly string[]>([]);
  const offered = useMemo(
    () => [...new Set([...known, ...(listing.first?.workstations ?? [])])].sort(),
    [known, listing.first],
  );
  return (
    <ListScreen
      list={erasures}
      listing={listing}
      note={text("erasure.readOnly")}
      aside={
        <WorkstationFilter
          value={workstation}
          offered={offered}
          onChange={(chosen) => {
            setKnown(offered);
            onWorkstation(chosen);
          }}
        />
      }
      empty={
        <EmptyState
          icon={<IconUserX size={22} />}
          title={
            workstation ? text("erasure.emptyHere", { workstation }) : text("erasure.emptyTitle")
          }
        >
          {text("erasure.emptyWords")}
        </EmptyState>
      }
    />
  );
}
