import { Button, Checkbox, TextInput } from "@mantine/core";
import type { PortalGap, SettingsView } from "@/bindings/commands";
import { Notice } from "@/components/Notice";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { placeOf, type SettingKey, settingLabel } from "@/lib/settings";
import { text } from "@/lib/texts";
import { WithSettings } from "../WithSettings";
import { below, Period, Place } from "./fields";
import { GdprCard } from "./GdprCard";
import type { GdprDraft } from "./useGdprDraft";

const GAPS: Record<PortalGap, SettingKey> = {
  address: "portal.address",
  company: "portal.company",
  contact: "portal.contact",
  privacy_policy: "portal.privacy_policy_url",
};

/** What the dispatcher says is missing, as far as nobody typed it by now (D-28). */
export function stillMissing(
  { portal_missing: missing }: Pick<SettingsView, "portal_missing">,
  draft: Pick<GdprDraft, "changes">,
): PortalGap[] {
  const typed = (gap: PortalGap) =>
    draft.changes.some(({ key, new: now }) => key === GAPS[gap] && String(now ?? "").trim() !== "");
  return missing.filter((gap) => !typed(gap));
}

/** Settings > System > GDPR > Consent Portal. */
export function PortalSettings() {
  return (
    <WithSettings>
      {(settings) => (
        <GdprCard title={text("setting.portal")} settings={settings}>
          {(draft, missing) => {
            // Typed at the set-up, or under System; it may be another one here.
            const known = settings.dealership.privacy_policy_url.trim();
            const complete = stillMissing(settings, draft).length === 0;
            const field = (key: SettingKey, hint?: string) => (
              <Place setting={key}>
                <WithReason reason={missing} block>
                  <TextInput
                    label={settingLabel(key)}
                    description={hint}
                    inputWrapperOrder={[...below]}
                    value={draft.words(key)}
                    onChange={(event) => draft.set(key, event.currentTarget.value)}
                  />
                </WithReason>
              </Place>
            );
            return (
              <>
                <Place setting="portal.enabled">
                  <Checkbox
                    label={settingLabel("portal.enabled")}
                    description={text("setting.portalEnabledHint")}
                    checked={draft.flag("portal.enabled")}
                    disabled={missing !== null || (!complete && !draft.flag("portal.enabled"))}
                    onChange={(event) => draft.set("portal.enabled", event.currentTarget.checked)}
                  />
                </Place>
                {!complete && <Notice>{text("setting.portalIncomplete")}</Notice>}
                {field("portal.address", text("setting.portalAddressHint"))}
                <div className={shared.pair} {...placeOf("contact_us")}>
                  {field("portal.company")}
                  {field("portal.contact")}
                </div>
                {field("portal.privacy_policy_url", text("setting.portalAddressHint"))}
                {known !== "" && draft.words("portal.privacy_policy_url").trim() === "" && (
                  <div>
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      disabled={missing !== null}
                      onClick={() => draft.set("portal.privacy_policy_url", known)}
                    >
                      {text("setting.usePrivacyPolicy", { address: known })}
                    </Button>
                  </div>
                )}
                <div className={shared.short}>
                  <Period draft={draft} missing={missing} setting="portal.ttl_days" />
                </div>
              </>
            );
          }}
        </GdprCard>
      )}
    </WithSettings>
  );
}
