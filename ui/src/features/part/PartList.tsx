import { IconBox } from "@tabler/icons-react";
import { useNavigate } from "react-router";
import { EmptyState } from "@/components/EmptyState";
import { ListScreen } from "@/components/list/ListScreen";
import { useList } from "@/components/list/list";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";
import { PartFilters } from "./PartFilters";
import { isNarrowed, type PartsAsked, parts, sortOf } from "./parts";

interface PartListProps {
  asked: PartsAsked;
  onAsk: (asked: PartsAsked) => void;
}

/** The shelf (T-09): every part with its place, its stock and its price. */
export function PartList({ asked, onAsk }: PartListProps) {
  const navigate = useNavigate();
  const listing = useList(parts, asked);
  const narrowed = isNarrowed(asked);
  return (
    <ListScreen
      list={parts}
      listing={listing}
      above={<PartFilters asked={asked} onAsk={onAsk} />}
      empty={
        <EmptyState
          icon={<IconBox size={22} />}
          title={text(narrowed ? "part.emptyHere" : "part.emptyTitle")}
        >
          {text(narrowed ? "part.emptyHereWords" : "part.emptyWords")}
        </EmptyState>
      }
      sort={sortOf(asked)}
      onSort={({ by }) =>
        onAsk({ ...asked, sort: by === "description" ? "description" : undefined })
      }
      of={JSON.stringify(asked)}
      onOpen={({ id }) => navigate(paths.part(id))}
    />
  );
}
