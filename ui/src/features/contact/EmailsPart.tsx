import { NativeSelect, Stack, TextInput } from "@mantine/core";
import { Card } from "@/components/Card";
import { text } from "@/lib/texts";
import { AddButton } from "./AddButton";
import type { ContactForm } from "./contactForm";
import { noEmail } from "./draft";
import { FirstKind } from "./FirstKind";
import classes from "./FormParts.module.css";
import { RemoveButton } from "./RemoveButton";
import { EMAIL_KINDS, kindOptions } from "./words";

/** E-mail addresses beyond the first. */
export function EmailsPart({ form }: { form: ContactForm }) {
  return (
    <Card title={text("contact.emails")}>
      <Stack gap={10}>
        <FirstKind
          label={text("contact.firstEmailIs")}
          kinds={EMAIL_KINDS}
          {...form.getInputProps("emails.0.kind")}
        />
        {form.values.emails.map((_, index) => {
          if (index === 0) return null;
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
              <RemoveButton what={what} onClick={() => form.removeListItem("emails", index)} />
            </div>
          );
        })}
      </Stack>
      <AddButton
        label={text("contact.addEmail")}
        onClick={() => form.insertListItem("emails", noEmail())}
      />
    </Card>
  );
}
