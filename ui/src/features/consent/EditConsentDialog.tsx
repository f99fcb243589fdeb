import { Button, Checkbox, SegmentedControl } from "@mantine/core";
import type { ConsentView, Screen } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import { NotesField } from "@/components/NotesField";
import { Notice } from "@/components/Notice";
import { notifyDone } from "@/components/notify";
import { type TextKey, text } from "@/lib/texts";
import classes from "./Consent.module.css";
import { Outcome } from "./Outcome";
import { TickGrid } from "./TickGrid";
import { halfTicked, lockedByCustomer, PARTIES } from "./ticks";
import { METHODS, type StaffMethod, useConsentForm } from "./useConsentForm";
import { partyWord, tickLabel } from "./words";

const METHOD_WORDS: Record<StaffMethod, TextKey> = {
  in_person: "consent.inPerson",
  phone: "consent.byPhone",
  paper_form: "consent.paperForm",
};

interface EditConsentDialogProps {
  /** The panel as it was when the dialog was opened; a save names its version. */
  view: ConsentView;
  name: string;
  screen: Screen;
  /** The contact-preferences pop-up of a contact nobody ever asked (N-01, A-16). */
  first?: boolean;
  onClose: () => void;
}

/** Edit Marketing Consent (D-07), and the contact-preferences pop-up: the same boxes, the same event. */
export function EditConsentDialog({ view, name, screen, first, onClose }: EditConsentDialogProps) {
  const form = useConsentForm(view, screen, () => {
    notifyDone(text("consent.saved"));
    onClose();
  });
  const halves = PARTIES.flatMap((party) => {
    const half = form.excluded ? null : halfTicked(form.ticks[party]);
    if (!half) return [];
    const key = half === "no_purpose" ? "consent.noPurpose" : "consent.noChannel";
    return [{ party, words: text(key, { party: partyWord(party) }) }];
  });
  return (
    <DialogForm
      opened
      title={text(first ? "consent.dialogFirst" : "consent.edit")}
      submitLabel={first ? text("consent.savePreferences") : undefined}
      cancelLabel={first ? text("consent.later") : undefined}
      size={800}
      busy={form.busy}
      refusal={form.refusal}
      onSubmit={() => void form.submit()}
      onClose={onClose}
    >
      {first && (
        <p>
          <bdi>
            {text(view.never_reviewed ? "consent.firstWords" : "consent.againWords", { name })}
          </bdi>
        </p>
      )}
      {form.conflict && (
        <Notice tone="warn" title={text("consent.conflictTitle")}>
          {text("consent.conflictWords", { message: form.conflict })}
          {form.again.length > 0 && (
            <div className={classes.again}>
              <span>{text("consent.conflictAgain")}</span>
              {form.again.map((ref) => {
                const what = text(ref.value ? "consent.tickOn" : "consent.tickOff", {
                  what: tickLabel(ref.party, ref.tick),
                });
                return (
                  <Button
                    key={`${ref.party}/${ref.tick}`}
                    variant="default"
                    size="compact-sm"
                    disabled={
                      ref.value === true &&
                      lockedByCustomer(form.view.rows, ref, form.ticks[ref.party])
                    }
                    onClick={() => form.applyAgain(ref)}
                  >
                    {text("consent.again", { what })}
                  </Button>
                );
              })}
            </div>
          )}
        </Notice>
      )}
      <div className={classes.columns}>
        <div>
          <TickGrid
            rows={form.view.rows}
            ticks={form.ticks}
            opened={form.openedTicks}
            disabled={form.excluded}
            onTick={form.setTick}
          />
          <div className={classes.brands}>
            {form.view.manufacturer.map(({ brand }) => (
              <Checkbox
                key={brand}
                label={text("consent.manufacturerTick", { brand })}
                checked={form.brands[brand] ?? false}
                disabled={form.excluded}
                onChange={(event) => form.setBrand(brand, event.currentTarget.checked)}
              />
            ))}
            <Checkbox
              label={text("consent.excludeTick")}
              description={text(
                form.view.excluded_by_customer
                  ? "consent.excludedByCustomer"
                  : form.exclusion === false
                    ? "consent.includeHint"
                    : "consent.excludeHint",
              )}
              checked={form.excluded}
              disabled={form.view.excluded_by_customer}
              onChange={(event) => form.setExcluded(event.currentTarget.checked)}
            />
          </div>
        </div>
        <div className={classes.side}>
          <details className={classes.details} open={first}>
            <summary>{text("consent.notice", { version: form.view.notice.version })}</summary>
            <p className={classes.words}>{form.view.notice.text}</p>
          </details>
          <fieldset className={classes.group}>
            <legend>{text("consent.how")}</legend>
            <SegmentedControl
              fullWidth
              aria-label={text("consent.how")}
              value={form.method}
              data={METHODS.map((value) => ({ value, label: text(METHOD_WORDS[value]) }))}
              onChange={(value) => form.setMethod(value as StaffMethod)}
            />
          </fieldset>
          {!form.view.compact.exact && !form.excluded && <Notice>{text("consent.finer")}</Notice>}
          {halves.map(({ party, words }) => (
            <Notice key={party} tone="warn">
              {words}
            </Notice>
          ))}
          <Outcome
            cells={form.outcome.cells}
            manufacturer={form.outcome.manufacturer}
            exclusion={form.exclusion}
            reconfirmed={form.reconfirmed && form.canReconfirm}
          />
          {form.canReconfirm && (
            <Checkbox
              label={text("consent.reconfirmed")}
              description={text("consent.reconfirmedHint")}
              checked={form.reconfirmed}
              onChange={(event) => form.setReconfirmed(event.currentTarget.checked)}
            />
          )}
          <NotesField
            label={text("consent.notes")}
            description={form.needsNotes ? undefined : text("consent.notesExample")}
            required={form.needsNotes}
            error={form.notesWrong}
            maxRows={6}
            value={form.notes}
            onChange={form.setNotes}
          />
        </div>
      </div>
    </DialogForm>
  );
}
