import { TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { AddressType, ContactGap, Why } from "@/bindings/commands";
import shared from "@/components/shared.module.css";
import { useCall } from "@/lib/api";
import { type TextKey, text } from "@/lib/texts";
import type { ContactForm } from "./contactForm";
import classes from "./FormParts.module.css";

interface AddressFieldProps {
  form: ContactForm;
  kind: AddressType;
  label: string;
  /** The field of the form: the first number or email address. */
  field: "phones.0.typed" | "emails.0.address";
  typed: string;
  inputMode: "tel" | "email";
  /** What stands in place of an address of this kind by now. */
  standing: ContactGap | undefined;
  /** Under what is typed and is an address. */
  hint?: ReactNode;
}

/** What a customer may say instead of an address (L-04). */
const SAID: readonly { why: Exclude<Why, "placeholder">; words: TextKey }[] = [
  { why: "none", words: "contact.hasNone" },
  { why: "not_said", words: "contact.notSaid" },
];

/**
 * The first number or email address of a contact. Empty it can say why there is none; what is typed there and
 * looks like a placeholder is asked about once the field is left, so that nobody is taken for its owner.
 */
export function AddressField(props: AddressFieldProps) {
  const { form, kind, label, field, typed, inputMode, standing, hint } = props;
  const [left, setLeft] = useState("");
  const [passed, setPassed] = useState(false);
  const words = typed.trim();
  const gaps = form.values.gaps ?? [];
  const real = form.values.real ?? [];
  const said = gaps.find((gap) => gap.kind === kind);
  const asks = words !== "" && left === words && !real.includes(words);
  const checked = useCall("check_placeholder", { kind, typed: left }, { enabled: asks });
  const input = form.getInputProps(field);
  const say = (why: Why) => {
    const others = gaps.filter((gap) => gap.kind !== kind);
    const again = said?.why === why && words === "";
    form.setFieldValue("gaps", again ? others : [...others, { kind, why }]);
    if (words !== "") form.setFieldValue(field, "");
  };
  // Who fills in what there is passes by without a stop on the way; once it was left empty it can be said why.
  const waits = words === "" && !passed && !said && !standing;
  const choices = SAID.map(({ why, words: label }) => (
    <button
      key={why}
      type="button"
      className={classes.say}
      tabIndex={waits ? -1 : undefined}
      aria-pressed={words === "" && said?.why === why}
      onClick={() => say(why)}
    >
      {text(label)}
    </button>
  ));
  return (
    <div>
      <TextInput
        label={label}
        inputMode={inputMode}
        spellCheck={false}
        {...input}
        onBlur={(event) => {
          input.onBlur?.(event);
          setLeft(words);
          setPassed(true);
        }}
      />
      {/* Its place is kept, so that nothing below moves while somebody types. */}
      <div className={classes.hint}>
        {asks && checked.data?.placeholder ? (
          <div role="status" className={classes.placeholder}>
            <span className={shared.alert}>{text("contact.looksLikePlaceholder")}</span>
            <span role="group" aria-label={text("contact.insteadOf", { what: label })}>
              {choices}
              <button
                type="button"
                className={classes.say}
                onClick={() => form.setFieldValue("real", [...real, words])}
              >
                {text("contact.isReal")}
              </button>
            </span>
          </div>
        ) : (
          hint
        )}
        {words === "" && (
          <div className={waits ? classes.waiting : classes.placeholder}>
            {standing?.why === "placeholder" && !said && (
              <span className={shared.alert}>
                {text("contact.placeholderStands", { typed: standing.typed })}
              </span>
            )}
            <span role="group" aria-label={text("contact.insteadOf", { what: label })}>
              {choices}
            </span>
          </div>
        )}
      </div>
    </div>
  );
}
