import { useState } from "react";
import type { JobCardView } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import type { Refusal } from "@/lib/refusal";
import { text } from "@/lib/texts";
import { miles } from "./form";
import { MileageField } from "./MileageField";

interface ArrivedDialogProps {
  card: JobCardView;
  /** As it stands in the form. */
  mileage: string;
  refusal: Refusal | null;
  onArrived: (mileage: number | undefined) => Promise<unknown>;
  onClose: () => void;
}

/** The vehicle is here: its mileage is asked for, and may be left out. */
export function ArrivedDialog({
  card,
  mileage: begun,
  refusal,
  onArrived,
  onClose,
}: ArrivedDialogProps) {
  const [mileage, setMileage] = useState(begun);
  const [wrong, setWrong] = useState<string | null>(null);
  const { registration } = card;
  return (
    <DialogForm
      opened
      title={
        registration
          ? text("job_card.arrivedTitle", { registration })
          : text("job_card.arrivedPlain")
      }
      submitLabel={text("job_card.arrivedSave")}
      refusal={refusal}
      size={400}
      onSubmit={() => {
        const read = miles(mileage);
        if (read === null) return setWrong(text("job_card.mileageWrong"));
        return onArrived(read);
      }}
      onClose={onClose}
    >
      <MileageField
        vehicle={card.vehicle}
        value={mileage}
        error={wrong}
        focused
        onChange={(typed) => {
          setMileage(typed);
          setWrong(null);
        }}
      />
    </DialogForm>
  );
}
