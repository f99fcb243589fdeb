import type { SettingsView } from "@/bindings/commands";
import { text } from "@/lib/texts";
import { Choices } from "./Choices";
import { Flag } from "./fields";
import { GdprCard } from "./GdprCard";

/** Which modules ask for a review, what the panel shows, and how answers are recorded. */
export function PanelCards({ settings }: { settings: SettingsView }) {
  return (
    <>
      <GdprCard
        title={text("gdprSettings.review")}
        hint={text("gdprSettings.reviewHint")}
        settings={settings}
      >
        {(draft, missing) => (
          <Choices
            draft={draft}
            missing={missing}
            setting="gdpr.review_modules"
            label={text("gdprSettings.reviewModules")}
          />
        )}
      </GdprCard>
      <GdprCard
        title={text("gdprSettings.panel")}
        hint={text("gdprSettings.panelHint")}
        settings={settings}
      >
        {(draft, missing) => (
          <>
            <Choices
              draft={draft}
              missing={missing}
              setting="gdpr.channels_shown"
              label={text("gdprSettings.channelsShown")}
              needed={text("gdprSettings.channelsNeeded")}
            />
            <Flag
              draft={draft}
              missing={missing}
              setting="gdpr.third_parties_shown"
              label={text("gdprSettings.thirdPartiesShown")}
              hint={text("gdprSettings.thirdPartiesShownHint")}
            />
            <Flag
              draft={draft}
              missing={missing}
              setting="gdpr.purposes_shown"
              label={text("gdprSettings.purposesShown")}
              hint={text("gdprSettings.purposesShownHint")}
            />
          </>
        )}
      </GdprCard>
      <GdprCard title={text("gdprSettings.answers")} settings={settings}>
        {(draft, missing) => (
          <>
            <Flag
              draft={draft}
              missing={missing}
              setting="gdpr.contact_lock"
              label={text("gdprSettings.contactLock")}
              hint={text("gdprSettings.contactLockHint")}
            />
            <Flag
              draft={draft}
              missing={missing}
              setting="gdpr.notes_required"
              label={text("gdprSettings.notesRequired")}
              hint={text("gdprSettings.notesRequiredHint")}
            />
            <Flag
              draft={draft}
              missing={missing}
              setting="gdpr.no_marketing_mailshots_only"
              label={text("gdprSettings.mailshotsOnly")}
              hint={text("gdprSettings.mailshotsOnlyHint")}
            />
          </>
        )}
      </GdprCard>
    </>
  );
}
