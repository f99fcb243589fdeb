import { Box } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import shared from "@/components/shared.module.css";
import { useCall } from "@/lib/api";
import { text } from "@/lib/texts";

/** Under a phone number: how it is understood, or what is odd about it. What was typed is kept either way. */
export function PhoneHint({ typed }: { typed: string }) {
  const [asked] = useDebouncedValue(typed.trim(), 200);
  const enough = asked.replace(/\D/gu, "").length >= 3 || /\p{Nd}{3}/u.test(asked);
  const checked = useCall("check_phone", { typed: asked }, { enabled: enough, gcTime: 60_000 });
  const phone = enough && asked === typed.trim() ? checked.data : undefined;
  if (!phone) return null;
  if (phone.warning) {
    return (
      <Box mt={3} className={shared.alert} role="status">
        {phone.warning}
      </Box>
    );
  }
  const number = [
    phone.national ?? phone.e164 ?? "",
    phone.extension ? text("contact.extension", { extension: phone.extension }) : "",
  ]
    .filter(Boolean)
    .join(" ");
  if (number === "" || number === typed.trim()) return null;
  return (
    <Box mt={3} className={shared.small} role="status">
      {text("contact.readAs", { number })}
    </Box>
  );
}
