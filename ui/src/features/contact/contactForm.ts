import type { UseFormReturnType } from "@mantine/form";
import type { ContactDraft } from "@/bindings/commands";

/** The form over a contact’s draft, as its parts take it. */
export type ContactForm = UseFormReturnType<ContactDraft>;
