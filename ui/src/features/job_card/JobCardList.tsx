import { Group, NativeSelect } from "@mantine/core";
import { IconClipboardList } from "@tabler/icons-react";
import { useNavigate } from "react-router";
import type { JobStatus, ResourceId } from "@/bindings/commands";
import { EmptyState } from "@/components/EmptyState";
import { ListScreen } from "@/components/list/ListScreen";
import { useList } from "@/components/list/list";
import { useCall } from "@/lib/api";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";
import { type JobCardsAsked, jobCards, shownOf } from "./jobCards";
import { STATUSES, statusWords } from "./words";

interface JobCardListProps {
  asked: JobCardsAsked;
  onAsk: (asked: JobCardsAsked) => void;
  /** The card that somebody came back from. */
  startAt?: string;
}

/** Service > Service Records (T-03). */
export function JobCardList({ asked, onAsk, startAt }: JobCardListProps) {
  const navigate = useNavigate();
  const listing = useList(jobCards, asked);
  const resources = useCall("list_resources", {});
  const narrowed = asked.status !== null || asked.technician_id !== null;
  const show = (word: string) => {
    const status = STATUSES.find((one) => one === word) ?? null;
    onAsk({ ...asked, status: status as JobStatus | null, open: word === "open" });
  };
  return (
    <ListScreen
      list={jobCards}
      listing={listing}
      of={JSON.stringify(asked)}
      startAt={startAt}
      autoFocus
      onOpen={(card) => navigate(paths.jobCard(card.id))}
      above={
        <Group gap={10} align="flex-end">
          <NativeSelect
            label={text("job_card.show")}
            value={shownOf(asked)}
            data={[
              { value: "open", label: text("job_card.showOpen") },
              ...STATUSES.map((status) => ({ value: status, label: statusWords(status) })),
              { value: "all", label: text("job_card.showAll") },
            ]}
            onChange={(event) => show(event.currentTarget.value)}
          />
          <NativeSelect
            label={text("job_card.technician")}
            value={asked.technician_id ?? ""}
            data={[
              { value: "", label: text("job_card.everybody") },
              ...(resources.data ?? []).map(({ id, name }) => ({
                value: id as string,
                label: name,
              })),
            ]}
            onChange={(event) =>
              onAsk({
                ...asked,
                technician_id: (event.currentTarget.value || null) as ResourceId | null,
              })
            }
          />
        </Group>
      }
      empty={
        <EmptyState
          icon={<IconClipboardList size={22} />}
          title={text(narrowed ? "job_card.emptyNarrowed" : "job_card.emptyTitle")}
        >
          {!narrowed && text("job_card.emptyWords")}
        </EmptyState>
      }
    />
  );
}
