import { WithSettings } from "../WithSettings";
import { PlaceholderPatterns } from "./PlaceholderPatterns";
import { PlaceholderSuggestions } from "./PlaceholderSuggestions";

/** Settings > System > Placeholders (L-04): what counts as no address, and what on file may be none. */
export function PlaceholderSettings() {
  return (
    <WithSettings>
      {(settings) => (
        <>
          <PlaceholderPatterns patterns={String(settings.values["system.placeholders"] ?? "")} />
          <PlaceholderSuggestions />
        </>
      )}
    </WithSettings>
  );
}
