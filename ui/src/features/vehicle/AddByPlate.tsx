import { Button, Group, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { Link, useNavigate } from "react-router";
import type { ContactId, FoundVehicle } from "@/bindings/types";
import { Notice } from "@/components/Notice";
import { notifyDone, notifyRefusal } from "@/components/notify";
import shared from "@/components/shared.module.css";
import { useOnce } from "@/components/useOnce";
import { WithReason } from "@/components/WithReason";
import { call, Refusal, useChange } from "@/lib/api";
import { paths } from "@/lib/paths";
import { useMissingRight, useSession } from "@/lib/session";
import { text } from "@/lib/texts";
import classes from "./Vehicle.module.css";
import { makeAndModel } from "./words";

interface AddByPlateProps {
  contactId: ContactId;
  /** Where the vehicle is opened from. */
  from: { place: string; label: string };
}

/** Plates are compared by their letters and digits. */
const keyOf = (plate: string) => plate.toUpperCase().replace(/[^A-Z0-9]/g, "");

/** A plate: the vehicle that bears it is shown, to be opened or made theirs; one that nobody bears begins a new vehicle. */
export function AddByPlate({ contactId, from }: AddByPlateProps) {
  const navigate = useNavigate();
  const { today } = useSession();
  const missing = useMissingRight("create_vehicle");
  const [plate, setPlate] = useState("");
  const [known, setKnown] = useState<FoundVehicle | null>(null);
  const { running, once } = useOnce();
  const change = useChange("change_keeper", {
    onSuccess: (view) => {
      setPlate("");
      setKnown(null);
      notifyDone(text("vehicle.keeperSaved", { called: view.called }));
    },
    onError: notifyRefusal,
  });

  const look = async () => {
    const key = keyOf(plate);
    try {
      const found = key === "" ? null : await call("search_vehicles", { term: plate, limit: 10 });
      const bearer = found?.rows.find((row) => keyOf(row.registration) === key);
      if (bearer) setKnown(bearer);
      else
        navigate(paths.newVehicle({ contact: contactId, plate: plate.trim() }), {
          state: { from },
        });
    } catch (cause) {
      notifyRefusal(Refusal.from(cause));
    }
  };
  const makeTheirs = async ({ id }: FoundVehicle) => {
    try {
      const { version } = await call("get_vehicle", { id });
      change.mutate({ id, version, contact_id: contactId, on: today });
    } catch (cause) {
      notifyRefusal(Refusal.from(cause));
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setKnown(null);
    once(look);
  };

  return (
    <form onSubmit={submit} className={shared.fields} noValidate>
      <div className={classes.begin}>
        <TextInput
          label={text("vehicle.addByPlate")}
          spellCheck={false}
          autoComplete="off"
          value={plate}
          onChange={({ currentTarget }) => {
            setPlate(currentTarget.value);
            setKnown(null);
          }}
        />
        <WithReason reason={missing}>
          <Button
            type="submit"
            variant="default"
            loading={running}
            leftSection={<IconPlus size={15} />}
          >
            {text("vehicle.addVehicle")}
          </Button>
        </WithReason>
      </div>
      {known && (
        <Notice>
          <Group gap={12}>
            <span role="status">
              {text("vehicle.onFile", {
                called: [known.registration, makeAndModel(known)].filter(Boolean).join(" "),
              })}{" "}
              {known.keeper && text("vehicle.keptBy", { name: known.keeper })}
            </span>
            <Link to={paths.vehicle(known.id)} state={{ from }}>
              {text("vehicle.openIt")}
            </Link>
            {known.keeper_id !== contactId && (
              <Button
                variant="default"
                size="xs"
                loading={change.isPending}
                onClick={() => void makeTheirs(known)}
              >
                {text("vehicle.makeItTheirs")}
              </Button>
            )}
          </Group>
        </Notice>
      )}
    </form>
  );
}
