import { NativeSelect, Stack, TextInput } from "@mantine/core";
import { Card } from "@/components/Card";
import { text } from "@/lib/texts";
import { AddButton } from "./AddButton";
import type { ContactForm } from "./contactForm";
import { noPhone } from "./draft";
import { FirstKind } from "./FirstKind";
import classes from "./FormParts.module.css";
import { PhoneHint } from "./PhoneHint";
import { RemoveButton } from "./RemoveButton";
import { kindOptions, PHONE_KINDS } from "./words";

/** Telephone numbers beyond the first, in any spelling; under each how it is read (SPEC 4.6). */
export function PhonesPart({ form }: { form: ContactForm }) {
  return (
    <Card title={text("contact.phones")}>
      <Stack gap={10}>
        <FirstKind
          label={text("contact.firstPhoneIs")}
          kinds={PHONE_KINDS}
          {...form.getInputProps("phones.0.kind")}
        />
        {form.values.phones.map((row, index) => {
          if (index === 0) return null;
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
              <RemoveButton what={what} onClick={() => form.removeListItem("phones", index)} />
            </div>
          );
        })}
      </Stack>
      <AddButton
        label={text("contact.addPhone")}
        onClick={() => form.insertListItem("phones", noPhone())}
      />
    </Card>
  );
}
