import { NativeSelect, Stack, TextInput } from "@mantine/core";
import { Card } from "@/components/Card";
import { text } from "@/lib/texts";
import { AddButton } from "./AddButton";
import type { ContactForm } from "./contactForm";
import { noAddress } from "./draft";
import classes from "./FormParts.module.css";
import { RemoveButton } from "./RemoveButton";
import { ADDRESS_KINDS, kindOptions } from "./words";

/** Several addresses, each with what it is for. The first one's postcode is asked at the top of the form. */
export function AddressesPart({ form }: { form: ContactForm }) {
  const rows = form.values.addresses;
  const remove = (index: number) => {
    // The form always has a first address to type into.
    if (rows.length === 1) form.setFieldValue("addresses", [noAddress()]);
    else form.removeListItem("addresses", index);
  };
  return (
    <Card title={text("contact.addresses")}>
      <Stack gap={10}>
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
                <RemoveButton what={what} onClick={() => remove(index)} />
              </div>
              <TextInput
                className={classes.whole}
                label={text("contact.line1")}
                dir="auto"
                {...field("line1")}
              />
              <TextInput label={text("contact.line2")} dir="auto" {...field("line2")} />
              <TextInput label={text("contact.line3")} dir="auto" {...field("line3")} />
              <TextInput label={text("contact.town")} dir="auto" {...field("town")} />
              <TextInput label={text("contact.county")} dir="auto" {...field("county")} />
              {index > 0 && (
                <TextInput
                  className={classes.postcode}
                  label={text("contact.postcode")}
                  spellCheck={false}
                  {...field("postcode")}
                />
              )}
              <TextInput label={text("contact.country")} dir="auto" {...field("country")} />
            </div>
          );
        })}
      </Stack>
      <AddButton
        label={text("contact.addAddress")}
        onClick={() => form.insertListItem("addresses", noAddress())}
      />
    </Card>
  );
}
