import { Stack, TextInput } from "@mantine/core";
import { Card } from "@/components/Card";
import { DateField } from "@/components/DateField";
import { NotesField } from "@/components/NotesField";
import { text } from "@/lib/texts";
import type { ContactForm } from "./contactForm";
import classes from "./FormParts.module.css";

interface DetailsPartProps {
  form: ContactForm;
  /** How often the contact was loaded again: a date half typed does not outlive that. */
  loads: number;
  /** Whether the date of birth is a day of the calendar, as far as it is typed. */
  onDateIsDay: (isDay: boolean) => void;
}

/** What is asked last, or never. */
export function DetailsPart({ form, loads, onDateIsDay }: DetailsPartProps) {
  return (
    <Card title={text("contact.details")}>
      <Stack gap={10}>
        <div className={classes.details}>
          <TextInput
            label={text("contact.company")}
            dir="auto"
            {...form.getInputProps("company")}
          />
          <TextInput label={text("contact.title")} {...form.getInputProps("title")} />
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
        <NotesField
          label={text("contact.notes")}
          minRows={4}
          error={form.errors.notes as string | undefined}
          value={form.values.notes}
          onChange={(notes) => form.setFieldValue("notes", notes)}
        />
      </Stack>
    </Card>
  );
}
