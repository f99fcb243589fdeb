import { Checkbox, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { STAFF_METHODS } from "@/bindings/constants";
import { NotesField } from "@/components/NotesField";
import { Notice } from "@/components/Notice";
import { plural, type TextKey, text } from "@/lib/texts";
import { CellEditor } from "./CellEditor";
import { ConflictNotice } from "./ConflictNotice";
import classes from "./Consent.module.css";
import { Outcome } from "./Outcome";
import { TickGrid } from "./TickGrid";
import type { StaffMethod, useConsentForm } from "./useConsentForm";
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
  const { view, outcome } = form;
  const { boxes, cells, excluded } = form.form;
  const single = Object.keys(cells).length;
  return (
    <>
      {form.conflict && (
        <ConflictNotice
          view={view}
          message={form.conflict}
          offers={outcome.offers}
          onGiveAgain={(subject) => form.setCell(subject, true)}
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
                boxes={boxes}
                outcome={outcome}
                disabled={excluded}
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
                cells={cells}
                changes={outcome.changes}
                disabled={excluded}
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
                  : outcome.exclusion === false
                    ? "consent.includeHint"
                    : "consent.excludeHint",
              )}
              checked={excluded}
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
  const { boxes, excluded } = form.form;
  return form.view.manufacturer.map(({ brand }) => {
    const value = boxes.brands[brand] ?? null;
    return (
      <Checkbox
        key={brand}
        label={text("consent.manufacturerTick", { brand })}
        description={value === null ? text("consent.brandDiffers") : undefined}
        checked={value === true}
        indeterminate={value === null}
        color={value === null ? "gray" : undefined}
        disabled={excluded}
        onChange={(event) => form.setBrand(brand, event.currentTarget.checked)}
      />
    );
  });
}

/** How the customer answered, what a save records, and the notes. */
function Evidence({ form, kind, readOut }: Omit<ConsentFieldsProps, "onKind">) {
  const { view, outcome } = form;
  const { excluded } = form.form;
  const required = outcome.notes !== "optional";
  const halves = kind === "cells" ? [] : outcome.half_ticked;
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
          data={STAFF_METHODS.map((value) => ({ value, label: text(METHOD_WORDS[value]) }))}
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
      {kind === "ticks" && !view.compact.exact && !excluded && (
        <Notice>{text("consent.finer")}</Notice>
      )}
      {halves.map(({ party, half }) => (
        <Notice key={party} tone="warn">
          {text(`consent.half_${half}`, { party: partyWord(party) })}
        </Notice>
      ))}
      <Outcome outcome={outcome} reconfirmed={form.reconfirmed && outcome.can_reconfirm} />
      {outcome.can_reconfirm && (
        <Checkbox
          label={text("consent.reconfirmed")}
          description={text("consent.reconfirmedHint")}
          checked={form.reconfirmed}
          onChange={(event) => form.setReconfirmed(event.currentTarget.checked)}
        />
      )}
      <NotesField
        label={text("consent.notes")}
        description={required ? undefined : text("consent.notesExample")}
        required={required}
        error={form.notesWrong}
        maxRows={6}
        value={form.notes}
        onChange={form.setNotes}
      />
    </div>
  );
}
