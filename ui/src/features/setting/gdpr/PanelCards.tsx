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
        title={text("setting.review")}
        hint={text("setting.reviewCardHint")}
        settings={settings}
      >
        {(draft, missing) => (
          <Choices draft={draft} missing={missing} setting="gdpr.review_modules" />
        )}
      </GdprCard>
      <GdprCard title={text("setting.panel")} hint={text("setting.panelHint")} settings={settings}>
        {(draft, missing) => (
          <>
            <Choices
              draft={draft}
              missing={missing}
              setting="gdpr.channels_shown"
              needed={text("setting.channelsNeeded")}
            />
            <Flag
              draft={draft}
              missing={missing}
              setting="gdpr.third_parties_shown"
              hint={text("setting.thirdPartiesShownHint")}
            />
            <Flag
              draft={draft}
              missing={missing}
              setting="gdpr.purposes_shown"
              hint={text("setting.purposesShownHint")}
            />
          </>
        )}
      </GdprCard>
      <GdprCard title={text("setting.answers")} settings={settings}>
        {(draft, missing) => (
          <>
            <Flag
              draft={draft}
              missing={missing}
              setting="gdpr.compact_form"
              hint={text("setting.compactFormHint")}
            />
            <Flag
              draft={draft}
              missing={missing}
              setting="gdpr.contact_lock"
              hint={text("setting.contactLockHint")}
            />
            <Flag
              draft={draft}
              missing={missing}
              setting="gdpr.notes_required"
              hint={text("setting.notesRequiredHint")}
            />
            <Flag
              draft={draft}
              missing={missing}
              setting="gdpr.no_marketing_mailshots_only"
              hint={text("setting.mailshotsOnlyHint")}
            />
          </>
        )}
      </GdprCard>
    </>
  );
}
