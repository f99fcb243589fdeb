import { Checkbox, NumberInput, TagsInput, Textarea } from "@mantine/core";
import type { ReactElement } from "react";
import { WithReason } from "@/components/WithReason";
import { text } from "@/lib/texts";
import { SectionPage } from "../SectionPage";
import classes from "../Settings.module.css";
import { sections } from "../sections";
import { WithSettings } from "../WithSettings";
import { GdprCard } from "./GdprCard";
import { RequireConsentCard } from "./RequireConsentCard";
import type { GdprDraft } from "./useGdprDraft";

const below = ["label", "input", "description", "error"] as const;

interface MonthsProps {
  draft: GdprDraft;
  missing: string | null;
  setting: string;
  label: string;
  hint: string;
  max?: number;
}

function Months({ draft, missing, setting, label, hint, max = 120 }: MonthsProps) {
  return (
    <Place name={label}>
      <WithReason reason={missing} block>
        <NumberInput
          label={label}
          description={hint}
          inputWrapperOrder={[...below]}
          min={0}
          max={max}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="strict"
          value={draft.number(setting)}
          onChange={(value) => draft.set(setting, Number(value) || 0)}
        />
      </WithReason>
    </Place>
  );
}

/** Marks where a setting stands, so that search can lead there. */
function Place({ name, children }: { name: string; children: ReactElement }) {
  return <div data-setting={name}>{children}</div>;
}

/** Settings > System > GDPR. */
export function GdprSection() {
  return (
    <SectionPage section={sections.gdpr}>
      <WithSettings>
        {(settings) => (
          <>
            <RequireConsentCard settings={settings} />
            <GdprCard title={text("settings.periods")} settings={settings}>
              {(draft, missing) => (
                <>
                  <div className={classes.pair}>
                    <Months
                      draft={draft}
                      missing={missing}
                      setting="gdpr.reconsent_months"
                      label={text("settings.reconsentMonths")}
                      hint={text("settings.reconsentHint")}
                    />
                    <Months
                      draft={draft}
                      missing={missing}
                      setting="gdpr.review_months"
                      label={text("settings.reviewMonths")}
                      hint={text("settings.reviewHint")}
                    />
                  </div>
                  <Place name={text("settings.expiredBlocks")}>
                    <WithReason reason={missing} block>
                      <Checkbox
                        label={text("settings.expiredBlocks")}
                        checked={draft.flag("gdpr.expired_blocks")}
                        onChange={(event) =>
                          draft.set("gdpr.expired_blocks", event.currentTarget.checked)
                        }
                      />
                    </WithReason>
                  </Place>
                </>
              )}
            </GdprCard>
            <GdprCard title={text("settings.manufacturers")} settings={settings}>
              {(draft, missing) => (
                <>
                  <Place name={text("settings.franchise")}>
                    <WithReason reason={missing} block>
                      <Checkbox
                        label={text("settings.franchise")}
                        description={text("settings.franchiseHint")}
                        checked={draft.flag("gdpr.franchise")}
                        onChange={(event) =>
                          draft.set("gdpr.franchise", event.currentTarget.checked)
                        }
                      />
                    </WithReason>
                  </Place>
                  {draft.flag("gdpr.franchise") && (
                    <WithReason reason={missing} block>
                      <TagsInput
                        label={text("settings.brands")}
                        description={text("settings.brandsHint")}
                        inputWrapperOrder={[...below]}
                        value={draft.list("gdpr.brands")}
                        onChange={(brands) => draft.set("gdpr.brands", brands)}
                      />
                    </WithReason>
                  )}
                </>
              )}
            </GdprCard>
            <GdprCard title={text("settings.thirdParties")} settings={settings}>
              {(draft, missing) => (
                <Place name={text("settings.thirdParties")}>
                  <WithReason reason={missing} block>
                    <TagsInput
                      aria-label={text("settings.thirdParties")}
                      description={text("settings.thirdPartiesHint")}
                      inputWrapperOrder={[...below]}
                      splitChars={[";"]}
                      value={draft.list("gdpr.third_parties")}
                      onChange={(names) => draft.set("gdpr.third_parties", names)}
                    />
                  </WithReason>
                </Place>
              )}
            </GdprCard>
            <GdprCard title={text("settings.noticeText")} settings={settings}>
              {(draft, missing) => (
                <Place name={text("settings.noticeText")}>
                  <WithReason reason={missing} block>
                    <Textarea
                      aria-label={text("settings.noticeText")}
                      description={text("settings.noticeHint")}
                      inputWrapperOrder={[...below]}
                      autosize
                      minRows={3}
                      maxRows={12}
                      value={draft.words("notice.text")}
                      onChange={(event) => draft.set("notice.text", event.currentTarget.value)}
                    />
                  </WithReason>
                </Place>
              )}
            </GdprCard>
            <GdprCard title={text("settings.erasure")} settings={settings}>
              {(draft, missing) => (
                <div className={classes.short}>
                  <Months
                    draft={draft}
                    missing={missing}
                    setting="erasure.mask_log_days"
                    label={text("settings.maskLogDays")}
                    hint={text("settings.maskHint")}
                    max={3650}
                  />
                </div>
              )}
            </GdprCard>
          </>
        )}
      </WithSettings>
    </SectionPage>
  );
}
