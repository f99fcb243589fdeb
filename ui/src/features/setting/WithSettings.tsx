import type { ReactNode } from "react";
import type { SettingsView } from "@/bindings/commands";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { useCall } from "@/lib/api";

/** Draws a section once the settings are there. */
export function WithSettings({ children }: { children: (settings: SettingsView) => ReactNode }) {
  const settings = useCall("get_settings", {});
  if (settings.error)
    return <ErrorState refusal={settings.error} onRetry={() => void settings.refetch()} />;
  if (!settings.data) return <LoadingState />;
  return children(settings.data);
}
