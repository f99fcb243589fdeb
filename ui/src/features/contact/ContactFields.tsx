import { Stack, TextInput } from "@mantine/core";
import { Card } from "@/components/Card";
import { DateField } from "@/components/DateField";
import { NotesField } from "@/components/NotesField";
import shared from "@/components/shared.module.css";
import { text } from "@/lib/texts";
import { AddressesPart } from "./AddressesPart";
import classes from "./ContactEditor.module.css";
import type { ContactForm } from "./contactForm";
import { EmailsPart } from "./EmailsPart";
import { PhonesPart } from "./PhonesPart";
import { SimilarNotice } from "./SimilarNotice";
import { VehiclesPart } from "./VehiclesPart";

interface ContactFieldsProps {
  form: ContactForm;
  /** How often the contact was loaded again: a date half typed does not outlive that. */
  loads: number;
  isNew: boolean;
  /** Whether the date of birth is a day of the calendar, as far as it is typed. */
  onDateIsDay: (isDay: boolean) => void;
}

/** Everything that is typed about a contact, in two columns. */
export function ContactFields({ form, loads, isNew, onDateIsDay }: ContactFieldsProps) {
  return (
    <>
      <Stack gap={12} miw={0}>
        <Card title={text("contact.nameCard")}>
          <Stack gap={10}>
            <div className={classes.names}>
              <TextInput label={text("contact.title")} {...form.getInputProps("title")} />
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
            </div>
            <div className={shared.pair}>
              <TextInput
                label={text("contact.company")}
                dir="auto"
                {...form.getInputProps("company")}
              />
              <DateField
                key={loads}
                label={text("contact.dateOfBirth")}
                error={form.errors.date_of_birth as string | undefined}
                value={form.values.date_of_birth}
                onChange={(day, isDay) => {
                  form.setFieldValue("date_of_birth", day);
                  form.clearFieldError("date_of_birth");
                  onDateIsDay(isDay);
                }}
              />
            </div>
          </Stack>
        </Card>
        <AddressesPart form={form} />
      </Stack>
      <Stack gap={12} miw={0}>
        {isNew && <SimilarNotice draft={form.values} />}
        <PhonesPart form={form} />
        <EmailsPart form={form} />
        <VehiclesPart form={form} />
        <Card>
          <NotesField
            label={text("contact.notes")}
            minRows={4}
            error={form.errors.notes as string | undefined}
            value={form.values.notes}
            onChange={(notes) => form.setFieldValue("notes", notes)}
          />
        </Card>
      </Stack>
    </>
  );
}
