import { TagsInput, Textarea } from "@mantine/core";
import { WithReason } from "@/components/WithReason";
import { text } from "@/lib/texts";
import { SectionPage } from "../SectionPage";
import classes from "../Settings.module.css";
import { sections } from "../sections";
import { WithSettings } from "../WithSettings";
import { below, Flag, Period, Place } from "./fields";
import { GdprCard } from "./GdprCard";
import { NoticeVersions } from "./NoticeVersions";
import { PanelCards } from "./PanelCards";
import { ProfileCard } from "./ProfileCard";
import { RequireConsentCard } from "./RequireConsentCard";

/** Settings > System > GDPR. */
export function GdprSection() {
  return (
    <SectionPage section={sections.gdpr}>
      <WithSettings>
        {(settings) => (
          <>
            <RequireConsentCard settings={settings} />
            <ProfileCard settings={settings} />
            <GdprCard title={text("settings.periods")} settings={settings}>
              {(draft, missing) => (
                <>
                  <div className={classes.pair}>
                    <Period
                      draft={draft}
                      missing={missing}
                      setting="gdpr.reconsent_months"
                      label={text("settings.reconsentMonths")}
                      hint={text("settings.reconsentHint")}
                    />
                    <Period
                      draft={draft}
                      missing={missing}
                      setting="gdpr.review_months"
                      label={text("settings.reviewMonths")}
                      hint={text("settings.reviewHint")}
                    />
                  </div>
                  <Flag
                    draft={draft}
                    missing={missing}
                    setting="gdpr.expired_blocks"
                    label={text("settings.expiredBlocks")}
                  />
                  <div className={classes.short}>
                    <Period
                      draft={draft}
                      missing={missing}
                      setting="gdpr.expiring_days"
                      label={text("gdprSettings.expiringDays")}
                      hint={text("gdprSettings.expiringHint")}
                      max={180}
                    />
                  </div>
                </>
              )}
            </GdprCard>
            <PanelCards settings={settings} />
            <GdprCard title={text("settings.manufacturers")} settings={settings}>
              {(draft, missing) => (
                <>
                  <Flag
                    draft={draft}
                    missing={missing}
                    setting="gdpr.franchise"
                    label={text("settings.franchise")}
                    hint={text("settings.franchiseHint")}
                  />
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
                <>
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
                  <NoticeVersions />
                </>
              )}
            </GdprCard>
            <GdprCard title={text("settings.erasure")} settings={settings}>
              {(draft, missing) => (
                <div className={classes.short}>
                  <Period
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
