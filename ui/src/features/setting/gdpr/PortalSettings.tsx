import { Checkbox, NumberInput, TextInput } from "@mantine/core";
import type { PortalGap, SettingsView } from "@/bindings/commands";
import { Notice } from "@/components/Notice";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { text } from "@/lib/texts";
import { WithSettings } from "../WithSettings";
import { GdprCard } from "./GdprCard";
import type { GdprDraft } from "./useGdprDraft";

const below = ["label", "input", "description", "error"] as const;

const GAPS: Record<PortalGap, string> = {
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
            const complete = stillMissing(settings, draft).length === 0;
            const field = (key: string, label: string, hint?: string) => (
              <div data-setting={label}>
                <WithReason reason={missing} block>
                  <TextInput
                    label={label}
                    description={hint}
                    inputWrapperOrder={[...below]}
                    value={draft.words(key)}
                    onChange={(event) => draft.set(key, event.currentTarget.value)}
                  />
                </WithReason>
              </div>
            );
            return (
              <>
                <Checkbox
                  label={text("setting.portalEnabled")}
                  description={text("setting.portalEnabledHint")}
                  checked={draft.flag("portal.enabled")}
                  disabled={missing !== null || (!complete && !draft.flag("portal.enabled"))}
                  onChange={(event) => draft.set("portal.enabled", event.currentTarget.checked)}
                />
                {!complete && <Notice>{text("setting.portalIncomplete")}</Notice>}
                {field(
                  "portal.address",
                  text("setting.portalAddress"),
                  text("setting.portalAddressHint"),
                )}
                <div className={shared.pair} data-setting={text("setting.portalContactUs")}>
                  {field("portal.company", text("setting.portalCompany"))}
                  {field("portal.contact", text("setting.portalContact"))}
                </div>
                {field(
                  "portal.privacy_policy_url",
                  text("setting.privacyPolicy"),
                  text("setting.portalAddressHint"),
                )}
                <div className={shared.short}>
                  <WithReason reason={missing} block>
                    <NumberInput
                      label={text("setting.portalTtl")}
                      min={1}
                      max={365}
                      allowDecimal={false}
                      clampBehavior="strict"
                      value={draft.number("portal.ttl_days")}
                      onChange={(value) => draft.set("portal.ttl_days", Number(value) || 1)}
                    />
                  </WithReason>
                </div>
              </>
            );
          }}
        </GdprCard>
      )}
    </WithSettings>
  );
}
