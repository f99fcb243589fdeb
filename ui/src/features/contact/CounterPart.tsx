import { TextInput } from "@mantine/core";
import type { ContactGap } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { text } from "@/lib/texts";
import { AddressField } from "./AddressField";
import type { ContactForm } from "./contactForm";
import classes from "./FormParts.module.css";
import { PhoneHint } from "./PhoneHint";
import { PHONE_LABELS } from "./words";

interface CounterPartProps {
  form: ContactForm;
  /** What stands on record in place of addresses. */
  standing: readonly ContactGap[];
}

/**
 * What the counter asks first, in the order it is said on the telephone: name, number, email, plate,
 * postcode. They are the first rows of their lists; the cards beside hold the others.
 */
export function CounterPart({ form, standing }: CounterPartProps) {
  const [first] = form.values.phones;
  const [email] = form.values.emails;
  return (
    <Card title={text("contact.counterCard")}>
      <div className={classes.counter}>
        <TextInput
          label={text("contact.firstName")}
          dir="auto"
          data-autofocus
          autoFocus
          {...form.getInputProps("first_name")}
        />
        <TextInput
          label={text("contact.lastName")}
          dir="auto"
          {...form.getInputProps("last_name")}
        />
        <AddressField
          form={form}
          kind="phone"
          label={text(PHONE_LABELS[first?.kind ?? "mobile"])}
          field="phones.0.typed"
          typed={first?.typed ?? ""}
          inputMode="tel"
          standing={standing.find((gap) => gap.kind === "phone")}
          hint={<PhoneHint typed={first?.typed ?? ""} />}
        />
        <AddressField
          form={form}
          kind="email"
          label={text("contact.email")}
          field="emails.0.address"
          typed={email?.address ?? ""}
          inputMode="email"
          standing={standing.find((gap) => gap.kind === "email")}
        />
        <TextInput
          label={text("contact.registration")}
          spellCheck={false}
          {...form.getInputProps("vehicles.0.registration")}
        />
        <TextInput
          className={classes.postcode}
          label={text("contact.postcode")}
          spellCheck={false}
          {...form.getInputProps("addresses.0.postcode")}
        />
      </div>
    </Card>
  );
}
