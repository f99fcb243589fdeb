import { TextInput } from "@mantine/core";
import { Card } from "@/components/Card";
import { text } from "@/lib/texts";
import type { ContactForm } from "./contactForm";
import classes from "./FormParts.module.css";
import { PhoneHint } from "./PhoneHint";
import { PHONE_LABELS } from "./words";

/**
 * What the counter asks first, in the order it is said on the telephone: name, number, email, plate,
 * postcode. They are the first rows of their lists; the cards beside hold the others.
 */
export function CounterPart({ form }: { form: ContactForm }) {
  const [first] = form.values.phones;
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
        <div>
          <TextInput
            label={text(PHONE_LABELS[first?.kind ?? "mobile"])}
            inputMode="tel"
            {...form.getInputProps("phones.0.typed")}
          />
          {/* Its place is kept, so that nothing below moves while a number is typed. */}
          <div className={classes.hint}>
            <PhoneHint typed={first?.typed ?? ""} />
          </div>
        </div>
        <TextInput
          label={text("contact.email")}
          inputMode="email"
          spellCheck={false}
          {...form.getInputProps("emails.0.address")}
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
