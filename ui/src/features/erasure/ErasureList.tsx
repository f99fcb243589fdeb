import { IconUserX } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { EmptyState } from "@/components/EmptyState";
import { ListScreen } from "@/components/list/ListScreen";
import { useList } from "@/components/list/list";
import { Permitted } from "@/components/Permitted";
import { dropTags } from "@/lib/query";
import { text } from "@/lib/texts";
import { ErasureFilters } from "./ErasureFilters";
import { type ErasuresAsked, erasures, isNarrowed } from "./erasures";

/** A sweep takes seconds at the most; what it waits for may take long, and is asked for less and less. */
const LOOK_AGAIN_MS = 3_000;
const LOOK_AT_LEAST_MS = 60_000;

interface ErasureListProps {
  asked: ErasuresAsked;
  onAsk: (asked: ErasuresAsked) => void;
}

/** GDPR Erasure (D-23): who was erased, when, by whom, where and why. There is no way to delete a line. */
export function ErasureList(props: ErasureListProps) {
  return (
    <Permitted command="list_erasures">
      <Erasures {...props} />
    </Permitted>
  );
}

function Erasures({ asked, onAsk }: ErasureListProps) {
  const client = useQueryClient();
  const listing = useList(erasures, asked);
  // Every workstation there is stays on offer, also while one of them is chosen.
  const [known, setKnown] = useState<readonly string[]>([]);
  const offered = useMemo(
    () => [...new Set([...known, ...(listing.first?.workstations ?? [])])].sort(),
    [known, listing.first],
  );
  const narrowed = isNarrowed(asked);
  // The last copies go by themselves, and nobody tells the screen: it looks again while some are left.
  const isGoing = listing.rows.some((row) => !row.swept);
  useEffect(() => {
    if (!isGoing) return;
    let timer = 0;
    const lookAgain = (wait: number) => {
      timer = window.setTimeout(() => {
        void dropTags(["erasures"], client);
        lookAgain(Math.min(wait * 2, LOOK_AT_LEAST_MS));
      }, wait);
    };
    lookAgain(LOOK_AGAIN_MS);
    return () => window.clearTimeout(timer);
  }, [isGoing, client]);
  return (
    <ListScreen
      list={erasures}
      listing={listing}
      note={text("erasure.readOnly")}
      above={
        <ErasureFilters
          asked={asked}
          workstations={offered}
          onAsk={(next) => {
            setKnown(offered);
            onAsk(next);
          }}
        />
      }
      empty={
        <EmptyState
          icon={<IconUserX size={22} />}
          title={text(narrowed ? "erasure.emptyHere" : "erasure.emptyTitle")}
        >
          {text(narrowed ? "erasure.emptyHereWords" : "erasure.emptyWords")}
        </EmptyState>
      }
    />
  );
}
