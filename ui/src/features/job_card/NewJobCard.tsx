import { Button, NativeSelect } from "@mantine/core";
import { IconClipboardPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { ContactId, VehicleId } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import { WithReason } from "@/components/WithReason";
import { useCall, useChange } from "@/lib/api";
import { paths } from "@/lib/paths";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";

/** Opens a job card for a contact who is here without a booking: for one of their vehicles, or none. */
export function NewJobCard({ contactId }: { contactId: ContactId }) {
  const [opened, setOpened] = useState(false);
  const missing = useMissingRight("open_job_card");
  return (
    <>
      <WithReason reason={missing}>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconClipboardPlus size={15} />}
          onClick={() => setOpened(true)}
        >
          {text("job_card.open")}
        </Button>
      </WithReason>
      {opened && <NewJobCardDialog contactId={contactId} onClose={() => setOpened(false)} />}
    </>
  );
}

interface NewJobCardDialogProps {
  contactId: ContactId;
  onClose: () => void;
}

function NewJobCardDialog({ contactId, onClose }: NewJobCardDialogProps) {
  const navigate = useNavigate();
  const vehicles = useCall("list_contact_vehicles", { contact_id: contactId });
  const kept = (vehicles.data ?? []).filter(({ until }) => until === null);
  const [chosen, setChosen] = useState<string | null>(null);
  // The first one, until somebody says another.
  const vehicle = chosen ?? kept[0]?.id ?? "";
  // Its own name for what it sends: two clicks open one card.
  const [request] = useState(() => crypto.randomUUID());
  const open = useChange("open_job_card", {
    onSuccess: (card) => navigate(paths.jobCard(card.id)),
  });
  return (
    <DialogForm
      opened
      title={text("job_card.open")}
      submitLabel={text("job_card.openNow")}
      busy={open.isPending}
      submitDisabled={!vehicles.data && !vehicles.error}
      refusal={open.error ?? vehicles.error}
      dirty={false}
      size={420}
      onSubmit={() =>
        open.mutate({
          contact_id: contactId,
          ...(vehicle === "" ? {} : { vehicle_id: vehicle as VehicleId }),
          request,
        })
      }
      onClose={onClose}
    >
      <NativeSelect
        label={text("job_card.vehicle")}
        value={vehicle}
        data={[
          ...kept.map(({ id, registration, make, model }) => ({
            value: id as string,
            label: [registration, make, model].filter(Boolean).join(" "),
          })),
          { value: "", label: text("job_card.noVehicle") },
        ]}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
    </DialogForm>
  );
}
