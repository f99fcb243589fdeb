import { Checkbox, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { NotesField } from "@/components/NotesField";
import { Notice } from "@/components/Notice";
import { plural, type TextKey, text } from "@/lib/texts";
import { CellEditor } from "./CellEditor";
import { ConflictNotice } from "./ConflictNotice";
import classes from "./Consent.module.css";
import { PARTIES } from "./cells";
import { Outcome } from "./Outcome";
import { TickGrid } from "./TickGrid";
import { halfTicked } from "./ticks";
import { METHODS, type StaffMethod, type useConsentForm } from "./useConsentForm";
import { partyWord } from "./words";

const METHOD_WORDS: Record<StaffMethod, TextKey> = {
  in_person: "consent.inPerson",
  phone: "consent.byPhone",
  paper_form: "consent.paperForm",
};

/** The two ways of recording: the boxes of the trade, or every permission on its own. */
export type FormKind = "ticks" | "cells";

export function useFormKind() {
  return useState<FormKind>("ticks");
}

interface ConsentFieldsProps {
  form: ReturnType<typeof useConsentForm>;
  kind: FormKind;
  onKind: (kind: FormKind) => void;
  /** Does the dialog open with the words to read out? */
  readOut?: boolean;
}

/** What is ticked and typed in Edit Marketing Consent, the contact-preferences pop-up and the review. */
export function ConsentFields({ form, kind, onKind, readOut }: ConsentFieldsProps) {
  const { view, turned } = form;
  const single = Object.keys(turned.cells).length;
  return (
    <>
      {form.conflict && (
        <ConflictNotice
          view={view}
          message={form.conflict}
          offers={form.offers}
          onGiveAgain={form.giveAgain}
        />
      )}
      <div className={kind === "cells" ? classes.wide : classes.columns}>
        <div className={classes.main}>
          <SegmentedControl
            aria-label={text("consent.form")}
            value={kind}
            data={[
              { value: "ticks", label: text("consent.formTicks") },
              { value: "cells", label: text("consent.formCells") },
            ]}
            onChange={(value) => onKind(value as FormKind)}
          />
          {kind === "ticks" ? (
            <div>
              <TickGrid
                view={view}
                ticks={turned.ticks}
                opened={form.opened}
                disabled={turned.excluded}
                onTick={form.setTick}
              />
              {single > 0 && (
                <p className={classes.legend}>
                  {plural(single, "consent.cellsTouchedOne", "consent.cellsTouched")}
                </p>
              )}
            </div>
          ) : (
            <div>
              <CellEditor
                view={view}
                cells={turned.cells}
                changes={form.changes}
                disabled={turned.excluded}
                onCell={form.setCell}
              />
            </div>
          )}
          <div className={classes.brands}>
            {kind === "ticks" && <BrandTicks form={form} />}
            <Checkbox
              label={text("consent.excludeTick")}
              description={text(
                view.excluded_by_customer
                  ? "consent.excludedByCustomer"
                  : form.exclusion === false
                    ? "consent.includeHint"
                    : "consent.excludeHint",
              )}
              checked={turned.excluded}
              disabled={view.excluded_by_customer}
              onChange={(event) => form.setExcluded(event.currentTarget.checked)}
            />
          </div>
        </div>
        <Evidence form={form} kind={kind} readOut={readOut} />
      </div>
    </>
  );
}

/** May details be passed to the manufacturer, brand by brand (D-09)? */
function BrandTicks({ form }: Pick<ConsentFieldsProps, "form">) {
  return form.view.manufacturer.map(({ brand }) => {
    const value = form.turned.brands[brand] ?? null;
    return (
      <Checkbox
        key={brand}
        label={text("consent.manufacturerTick", { brand })}
        description={value === null ? text("consent.brandDiffers") : undefined}
        checked={value === true}
        indeterminate={value === null}
        color={value === null ? "gray" : undefined}
        disabled={form.turned.excluded}
        onChange={(event) => form.setBrand(brand, event.currentTarget.checked)}
      />
    );
  });
}

/** How the customer answered, what a save records, and the notes. */
function Evidence({ form, kind, readOut }: Omit<ConsentFieldsProps, "onKind">) {
  const { view, turned } = form;
  const halves = PARTIES.flatMap((party) => {
    const half =
      turned.excluded || kind === "cells" || !view.purposes_shown
        ? null
        : halfTicked(turned.ticks[party]);
    if (!half) return [];
    const key = half === "no_purpose" ? "consent.noPurpose" : "consent.noChannel";
    return [{ party, words: text(key, { party: partyWord(party) }) }];
  });
  return (
    <div className={classes.side}>
      <details className={classes.details} open={readOut}>
        <summary>{text("consent.notice", { version: view.notice.version })}</summary>
        <p className={classes.words}>{view.notice.text}</p>
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
        {form.method === "paper_form" && (
          <Checkbox
            mt={8}
            label={text("consent.signedForm")}
            description={text("consent.signedFormHint")}
            checked={form.signedForm}
            onChange={(event) => form.setSignedForm(event.currentTarget.checked)}
          />
        )}
      </fieldset>
      {kind === "ticks" && !view.compact.exact && !turned.excluded && (
        <Notice>{text("consent.finer")}</Notice>
      )}
      {halves.map(({ party, words }) => (
        <Notice key={party} tone="warn">
          {words}
        </Notice>
      ))}
      <Outcome
        view={view}
        changes={form.changes}
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
  );
}
