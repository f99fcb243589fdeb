import { Stack, TextInput } from "@mantine/core";
import { Card } from "@/components/Card";
import { text } from "@/lib/texts";
import { AddButton } from "./AddButton";
import type { ContactForm } from "./contactForm";
import { noVehicle } from "./draft";
import classes from "./FormParts.module.css";
import { RemoveButton } from "./RemoveButton";

/** The vehicles a contact is known to drive. The first one's plate is asked at the top of the form. */
export function VehiclesPart({ form }: { form: ContactForm }) {
  const rows = form.values.vehicles;
  return (
    <Card title={text("contact.vehicles")}>
      <Stack gap={10}>
        <div className={`${classes.vehicle} ${classes.heads}`} aria-hidden="true">
          <span>{text("contact.registration")}</span>
          <span>{text("contact.make")}</span>
          <span>{text("contact.model")}</span>
        </div>
        {rows.map((row, index) => {
          const number = index + 1;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name before they are saved
            <div key={index} className={classes.vehicle}>
              {index === 0 ? (
                <span className={classes.plate}>
                  {row.registration.trim() || text("contact.plateAbove")}
                </span>
              ) : (
                <TextInput
                  aria-label={text("contact.registrationNumber", { number })}
                  {...form.getInputProps(`vehicles.${index}.registration`)}
                />
              )}
              <TextInput
                aria-label={text("contact.makeNumber", { number })}
                {...form.getInputProps(`vehicles.${index}.make`)}
              />
              <TextInput
                aria-label={text("contact.modelNumber", { number })}
                {...form.getInputProps(`vehicles.${index}.model`)}
              />
              {index > 0 && (
                <RemoveButton
                  what={text("contact.vehicleNumber", { number })}
                  onClick={() => form.removeListItem("vehicles", index)}
                />
              )}
            </div>
          );
        })}
      </Stack>
      <AddButton
        label={text("contact.addVehicle")}
        onClick={() => form.insertListItem("vehicles", noVehicle())}
      />
    </Card>
  );
}
