import { Stack } from "@mantine/core";
import type { ReactNode } from "react";
import type { ContactGap } from "@/bindings/commands";
import { AddressesPart } from "./AddressesPart";
import { CounterPart } from "./CounterPart";
import type { ContactForm } from "./contactForm";
import { DetailsPart } from "./DetailsPart";
import { EmailsPart } from "./EmailsPart";
import { PhonesPart } from "./PhonesPart";
import { SimilarNotice } from "./SimilarNotice";
import { VehiclesPart } from "./VehiclesPart";

interface ContactFieldsProps {
  form: ContactForm;
  /** How often the contact was loaded again: a date half typed does not outlive that. */
  loads: number;
  isNew: boolean;
  /** What stands on record in place of addresses. */
  standing?: readonly ContactGap[];
  /** What the customer allows, asked on the same page. */
  preferences?: ReactNode;
  /** Whether the date of birth is a day of the calendar, as far as it is typed. */
  onDateIsDay: (isDay: boolean) => void;
}

/**
 * Everything that is typed about a contact, in the order the counter asks it: who calls and what they
 * allow on the left, the rest beside it.
 */
export function ContactFields({
  form,
  loads,
  isNew,
  standing = [],
  preferences,
  onDateIsDay,
}: ContactFieldsProps) {
  const addresses = <AddressesPart form={form} />;
  return (
    <>
      <Stack gap={12} miw={0}>
        <CounterPart form={form} standing={standing} />
        {preferences ?? addresses}
      </Stack>
      <Stack gap={12} miw={0}>
        {/* Above what nobody is typing in, so that it moves nothing under the hand. */}
        {isNew && <SimilarNotice draft={form.values} />}
        {preferences !== undefined && addresses}
        <PhonesPart form={form} />
        <EmailsPart form={form} />
        <VehiclesPart form={form} />
        <DetailsPart form={form} loads={loads} onDateIsDay={onDateIsDay} />
      </Stack>
    </>
  );
}
