export const search = {
  label: "Search contacts",
  placeholder: "Search name, phone, postcode, e-mail or plate",
  results: "Contacts found",
  notFound: "No contact found for “{term}”",
  notFoundHint: "Any spelling of a phone number works, so do its last six digits.",
  createContact: "Create contact",
  createContactFor: "Create contact “{term}”",
  moreMatch: "More contacts match. Type more to narrow it down.",
  failed: "The search did not answer: {message}",
} as const;
