import { TagsInput, Textarea } from "@mantine/core";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { rangeOf, settingLabel } from "@/lib/settings";
import { text } from "@/lib/texts";
import { WithSettings } from "../WithSettings";
import { below, Flag, Period, Place } from "./fields";
import { GdprCard } from "./GdprCard";
import { NoticeVersions } from "./NoticeVersions";
import { PanelCards } from "./PanelCards";
import { ProfileCard } from "./ProfileCard";
import { RequireConsentCard } from "./RequireConsentCard";

/** Settings > System > GDPR. */
export function GdprSettings() {
  return (
    <WithSettings>
      {(settings) => (
        <>
          <RequireConsentCard settings={settings} />
          <ProfileCard settings={settings} />
          <GdprCard title={text("setting.periods")} settings={settings}>
            {(draft, missing) => (
              <>
                <div className={shared.pair}>
                  <Period
                    draft={draft}
                    missing={missing}
                    setting="gdpr.reconsent_months"
                    hint={text("setting.reconsentHint")}
                  />
                  <Period
                    draft={draft}
                    missing={missing}
                    setting="gdpr.review_months"
                    hint={text("setting.reviewHint")}
                  />
                </div>
                <Flag draft={draft} missing={missing} setting="gdpr.expired_blocks" />
                <div className={shared.short}>
                  <Period
                    draft={draft}
                    missing={missing}
                    setting="gdpr.expiring_days"
                    hint={text("setting.expiringHint", rangeOf("gdpr.expiring_days"))}
                  />
                </div>
              </>
            )}
          </GdprCard>
          <PanelCards settings={settings} />
          <GdprCard title={text("setting.manufacturers")} settings={settings}>
            {(draft, missing) => (
              <>
                <Flag
                  draft={draft}
                  missing={missing}
                  setting="gdpr.franchise"
                  hint={text("setting.franchiseHint")}
                />
                {draft.flag("gdpr.franchise") && (
                  <WithReason reason={missing} block>
                    <TagsInput
                      label={settingLabel("gdpr.brands")}
                      description={text("setting.brandsHint")}
                      inputWrapperOrder={[...below]}
                      value={draft.list("gdpr.brands")}
                      onChange={(brands) => draft.set("gdpr.brands", brands)}
                    />
                  </WithReason>
                )}
              </>
            )}
          </GdprCard>
          <GdprCard title={settingLabel("gdpr.third_parties")} settings={settings}>
            {(draft, missing) => (
              <Place setting="gdpr.third_parties">
                <WithReason reason={missing} block>
                  <TagsInput
                    aria-label={settingLabel("gdpr.third_parties")}
                    description={text("setting.thirdPartiesHint")}
                    inputWrapperOrder={[...below]}
                    splitChars={[";"]}
                    value={draft.list("gdpr.third_parties")}
                    onChange={(names) => draft.set("gdpr.third_parties", names)}
                  />
                </WithReason>
              </Place>
            )}
          </GdprCard>
          <GdprCard title={settingLabel("notice.text")} settings={settings}>
            {(draft, missing) => (
              <>
                <Place setting="notice.text">
                  <WithReason reason={missing} block>
                    <Textarea
                      aria-label={settingLabel("notice.text")}
                      description={text("setting.noticeHint")}
                      inputWrapperOrder={[...below]}
                      autosize
                      minRows={3}
                      maxRows={12}
                      value={draft.words("notice.text")}
                      onChange={(event) => draft.set("notice.text", event.currentTarget.value)}
                    />
                  </WithReason>
                </Place>
                <NoticeVersions />
              </>
            )}
          </GdprCard>
          <GdprCard title={text("setting.erasure")} settings={settings}>
            {(draft, missing) => (
              <div className={shared.short}>
                <Period
                  draft={draft}
                  missing={missing}
                  setting="erasure.mask_log_days"
                  hint={text("setting.maskHint")}
                />
              </div>
            )}
          </GdprCard>
        </>
      )}
    </WithSettings>
  );
}
