import { ActionIcon, Button, NativeSelect, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { ContactDraft } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { text } from "@/lib/texts";
import classes from "./ContactForm.module.css";
import { noAddress, noEmail, noPhone, noVehicle } from "./draft";
import { PhoneHint } from "./PhoneHint";
import { ADDRESS_KINDS, EMAIL_KINDS, kindOptions, PHONE_KINDS } from "./words";

export type ContactForm = UseFormReturnType<ContactDraft>;

interface PartProps {
  form: ContactForm;
}

/** Several addresses, each with what it is for. */
export function AddressesPart({ form }: PartProps) {
  const rows = form.values.addresses;
  return (
    <Card title={text("contact.addresses")}>
      <div className={classes.rows}>
        {rows.map((_, index) => {
          const what = text("contact.addressNumber", { number: index + 1 });
          const field = (name: string) => form.getInputProps(`addresses.${index}.${name}`);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name before they are saved
            <div key={index} role="group" className={classes.address} aria-label={what}>
              <div className={classes.addressHead}>
                <span>{what}</span>
                <NativeSelect
                  aria-label={text("contact.kindOf", { what })}
                  data={kindOptions(ADDRESS_KINDS)}
                  {...field("kind")}
                />
                <Remove what={what} onClick={() => form.removeListItem("addresses", index)} />
              </div>
              <TextInput
                className={classes.whole}
                label={text("contact.line1")}
                dir="auto"
                {...field("line1")}
              />
              <TextInput
                className={classes.three}
                label={text("contact.line2")}
                dir="auto"
                {...field("line2")}
              />
              <TextInput
                className={classes.three}
                label={text("contact.line3")}
                dir="auto"
                {...field("line3")}
              />
              <TextInput
                className={classes.two}
                label={text("contact.town")}
                dir="auto"
                {...field("town")}
              />
              <TextInput
                className={classes.two}
                label={text("contact.county")}
                dir="auto"
                {...field("county")}
              />
              <TextInput label={text("contact.postcode")} {...field("postcode")} />
              <TextInput label={text("contact.country")} dir="auto" {...field("country")} />
            </div>
          );
        })}
      </div>
      <Add
        label={text("contact.addAddress")}
        onClick={() => form.insertListItem("addresses", noAddress())}
      />
    </Card>
  );
}

/** Several phone numbers, in any spelling; under each how it is read (SPEC 4.6). */
export function PhonesPart({ form }: PartProps) {
  return (
    <Card title={text("contact.phones")}>
      <div className={classes.rows}>
        {form.values.phones.map((row, index) => {
          const what = text("contact.phoneNumber", { number: index + 1 });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name before they are saved
            <div key={index} className={classes.row}>
              <NativeSelect
                aria-label={text("contact.kindOf", { what })}
                data={kindOptions(PHONE_KINDS)}
                {...form.getInputProps(`phones.${index}.kind`)}
              />
              <div>
                <TextInput
                  aria-label={what}
                  inputMode="tel"
                  {...form.getInputProps(`phones.${index}.typed`)}
                />
                <PhoneHint typed={row.typed} />
              </div>
              <Remove what={what} onClick={() => form.removeListItem("phones", index)} />
            </div>
          );
        })}
      </div>
      <Add
        label={text("contact.addPhone")}
        onClick={() => form.insertListItem("phones", noPhone())}
      />
    </Card>
  );
}

/** Several e-mail addresses. */
export function EmailsPart({ form }: PartProps) {
  return (
    <Card title={text("contact.emails")}>
      <div className={classes.rows}>
        {form.values.emails.map((_, index) => {
          const what = text("contact.emailNumber", { number: index + 1 });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name before they are saved
            <div key={index} className={classes.row}>
              <NativeSelect
                aria-label={text("contact.kindOf", { what })}
                data={kindOptions(EMAIL_KINDS)}
                {...form.getInputProps(`emails.${index}.kind`)}
              />
              <TextInput
                aria-label={what}
                inputMode="email"
                spellCheck={false}
                {...form.getInputProps(`emails.${index}.address`)}
              />
              <Remove what={what} onClick={() => form.removeListItem("emails", index)} />
            </div>
          );
        })}
      </div>
      <Add
        label={text("contact.addEmail")}
        onClick={() => form.insertListItem("emails", noEmail())}
      />
    </Card>
  );
}

/** The vehicles a contact is known to drive. */
export function VehiclesPart({ form }: PartProps) {
  const rows = form.values.vehicles;
  return (
    <Card title={text("contact.vehicles")}>
      <div className={classes.rows} hidden={rows.length === 0}>
        {rows.length > 0 && (
          <div className={`${classes.vehicle} ${classes.columnHeads}`} aria-hidden="true">
            <span>{text("contact.registration")}</span>
            <span>{text("contact.make")}</span>
            <span>{text("contact.model")}</span>
          </div>
        )}
        {rows.map((_, index) => {
          const number = index + 1;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name before they are saved
            <div key={index} className={classes.vehicle}>
              <TextInput
                aria-label={text("contact.registrationNumber", { number })}
                {...form.getInputProps(`vehicles.${index}.registration`)}
              />
              <TextInput
                aria-label={text("contact.makeNumber", { number })}
                {...form.getInputProps(`vehicles.${index}.make`)}
              />
              <TextInput
                aria-label={text("contact.modelNumber", { number })}
                {...form.getInputProps(`vehicles.${index}.model`)}
              />
              <Remove
                what={text("contact.vehicleNumber", { number })}
                onClick={() => form.removeListItem("vehicles", index)}
              />
            </div>
          );
        })}
      </div>
      <Add
        label={text("contact.addVehicle")}
        onClick={() => form.insertListItem("vehicles", noVehicle())}
      />
    </Card>
  );
}

function Add({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button
      className={classes.add}
      variant="subtle"
      size="compact-sm"
      leftSection={<IconPlus size={14} />}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}

function Remove({ what, onClick }: { what: string; onClick: () => void }) {
  return (
    <ActionIcon aria-label={text("contact.remove", { what })} onClick={onClick}>
      <IconTrash size={15} />
    </ActionIcon>
  );
}
