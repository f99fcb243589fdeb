import { Checkbox, Radio, SegmentedControl } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ConsentView } from "@/bindings/commands";
import { STAFF_METHODS } from "@/bindings/constants";
import { NotesField } from "@/components/NotesField";
import { Notice } from "@/components/Notice";
import { plural, type TextKey, text } from "@/lib/texts";
import { ConflictNotice } from "./ConflictNotice";
import classes from "./Consent.module.css";
import { ConsentMatrix, matrixWidth } from "./ConsentMatrix";
import { hasAnswers } from "./form";
import { TickGrid } from "./TickGrid";
import type { StaffMethod, useConsentForm } from "./useConsentForm";

/** What the ways of answering are called. */
export const METHOD_WORDS: Record<StaffMethod, TextKey> = {
  in_person: "consent.inPerson",
  phone: "consent.byPhone",
  paper_form: "consent.paperForm",
};

interface ConsentFieldsProps {
  form: ReturnType<typeof useConsentForm>;
}

interface AllProps extends ConsentFieldsProps {
  /** Do the words to read to the customer come before the notes? */
  wordsFirst?: boolean;
  /** What the dialog says first. It scrolls with the fields. */
  children?: ReactNode;
}

/**
 * What is answered and typed in Edit Marketing Consent, the contact-preferences pop-up and the review.
 * Its height is fixed and it scrolls inside; warnings have their places from the start, so that
 * nothing moves under the pointer.
 */
export function ConsentFields({ form, wordsFirst, children }: AllProps) {
  const { view, outcome, missing } = form;
  const { excluded } = form.form;
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!missing) return;
    const place = root.current?.querySelector(`[data-field="${missing.field}"]`);
    place?.querySelector<HTMLElement>("input, textarea")?.focus();
  }, [missing]);
  return (
    <div className={classes.columns} ref={root}>
      {children}
      <div className={classes.main}>
        {view.compact_form ? <Compact form={form} /> : <Matrix form={form} focused />}
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
        <Warnings form={form} />
      </div>
      <Evidence form={form} wordsFirst={wordsFirst} />
    </div>
  );
}

function Matrix({ form, focused }: ConsentFieldsProps & { focused?: boolean }) {
  const { cells, excluded } = form.form;
  return (
    <ConsentMatrix
      view={form.view}
      cells={cells}
      changes={form.outcome.changes}
      disabled={excluded}
      focused={focused}
      onTurn={form.setCells}
    />
  );
}

/** The two ticks of the trade, and behind them the matrix for what they cannot say (N-04). */
function Compact({ form }: ConsentFieldsProps) {
  const { boxes, cells, refused, excluded } = form.form;
  const [kind, setKind] = useState("ticks");
  const single = Object.keys(cells).length;
  return (
    <>
      <SegmentedControl
        className={classes.start}
        aria-label={text("consent.form")}
        value={kind}
        data={[
          { value: "ticks", label: text("consent.formTicks") },
          { value: "cells", label: text("consent.formCells") },
        ]}
        onChange={setKind}
      />
      {kind === "cells" ? (
        <Matrix form={form} />
      ) : (
        <div>
          <TickGrid
            view={form.view}
            boxes={boxes}
            refused={refused}
            outcome={form.outcome}
            disabled={excluded}
            onTick={form.setTick}
            onRefused={form.setRefused}
          />
          <BrandTicks form={form} />
          <p className={classes.legend}>
            {single > 0 && plural(single, "consent.cellsTouchedOne", "consent.cellsTouched")}
          </p>
        </div>
      )}
    </>
  );
}

/** May details be passed to the manufacturer, brand by brand (D-09)? */
function BrandTicks({ form }: ConsentFieldsProps) {
  const { boxes, excluded } = form.form;
  if (form.view.manufacturer.length === 0) return null;
  return (
    <div className={classes.brands}>
      {form.view.manufacturer.map(({ brand }) => {
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
      })}
    </div>
  );
}

/** What there is to say about the answers. The last thing on its side: nothing stands below it. */
function Warnings({ form }: ConsentFieldsProps) {
  const { view, outcome } = form;
  const { excluded } = form.form;
  return (
    <section className={classes.warnings} aria-label={text("consent.warnings")} aria-live="polite">
      {form.conflict && (
        <ConflictNotice
          view={view}
          message={form.conflict}
          offers={outcome.offers}
          onGiveAgain={(subject) => form.setCells([subject], true)}
        />
      )}
      {view.compact_form && !view.compact.exact && !excluded && (
        <Notice>{text("consent.finer")}</Notice>
      )}
      {!view.compact_form && !excluded && outcome.ran_out && (
        <Notice tone="warn">{text("consent.expiredLegend")}</Notice>
      )}
    </section>
  );
}

/** How the customer answered, what they were told, and the notes. */
function Evidence({ form, wordsFirst }: AllProps) {
  const { outcome, method } = form;
  const required = outcome.notes !== "optional";
  const paper = method === "paper_form";
  return (
    <div className={classes.side}>
      <Radio.Group
        data-field="method"
        label={text("consent.how")}
        value={method}
        onChange={(value) => form.setMethod(value as StaffMethod)}
        required
      >
        <div className={classes.methods}>
          {STAFF_METHODS.map((value) => (
            <Radio key={value} size="xs" value={value} label={text(METHOD_WORDS[value])} />
          ))}
        </div>
        <p className={classes.wrong} role={form.methodWrong ? "alert" : undefined}>
          {form.methodWrong}
        </p>
      </Radio.Group>
      <Checkbox
        label={text("consent.signedForm")}
        disabled={!paper}
        checked={paper && form.signedForm}
        onChange={(event) => form.setSignedForm(event.currentTarget.checked)}
      />
      {wordsFirst && <Words form={form} />}
      <div data-field="notes" className={classes.notes}>
        <NotesField
          label={text("consent.notes")}
          description={text(required ? "consent.notesNeeded" : "consent.notesExample")}
          required={required}
          error={form.notesWrong}
          maxRows={3}
          value={form.notes}
          onChange={form.setNotes}
        />
      </div>
      {!wordsFirst && <Words form={form} />}
      {hasAnswers(form.view) && (
        <Checkbox
          label={text("consent.reconfirmed")}
          description={text(
            outcome.can_reconfirm ? "consent.reconfirmedHint" : "consent.reconfirmedNothing",
          )}
          disabled={!outcome.can_reconfirm}
          checked={form.reconfirmed && outcome.can_reconfirm}
          onChange={(event) => form.setReconfirmed(event.currentTarget.checked)}
        />
      )}
    </div>
  );
}

/** The words of the dealership, and whether the customer was told them. */
function Words({ form }: ConsentFieldsProps) {
  const { method, told } = form;
  const { version, text: words } = form.view.notice;
  return (
    <>
      <details
        className={classes.details}
        open={told.open}
        onToggle={(event) => form.setTold({ open: event.currentTarget.open })}
      >
        <summary>{text("consent.notice", { version })}</summary>
        <p className={classes.words}>{words}</p>
      </details>
      <Checkbox
        label={text(method === "paper_form" ? "consent.onPaper" : "consent.readOut")}
        description={text(`consent.words_${form.toldAs}`, {
          version,
        })}
        checked={told.ticked}
        onChange={(event) => form.setTold({ ticked: event.currentTarget.checked })}
      />
    </>
  );
}

/** As wide as the matrix asks for; the dialog never leaves the window. */
export function dialogWidth(view: ConsentView): number {
  return Math.max(820, matrixWidth(view) + 390);
}
