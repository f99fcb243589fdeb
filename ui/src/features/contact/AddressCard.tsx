import { type CSSProperties, Fragment, type ReactNode, useState } from "react";
import type {
  AddressKind,
  AddressType,
  ContactGap,
  ContactPhone,
  ContactView,
  EmailKind,
} from "@/bindings/commands";
import { Card } from "@/components/Card";
import { CopyText } from "@/components/CopyText";
import shared from "@/components/shared.module.css";
import { ukDate } from "@/lib/format";
import { plural, type TextKey, text } from "@/lib/texts";
import classes from "./Record.module.css";
import { addressLines, kindWord } from "./words";

/** The widest kind of number; so that addresses and numbers begin at one line. */
const TERMS = { "--terms": "84px" } as CSSProperties;

/** More numbers than these are folded: what a customer allows stands right below. */
const PHONES_SHOWN = 3;

/** Where and how a contact is reached: the top of the record's left side (D-06). */
export function AddressCard({ contact }: { contact: ContactView }) {
  const [all, setAll] = useState(false);
  const phones = all ? contact.phones : contact.phones.slice(0, PHONES_SHOWN);
  const folded = contact.phones.length - phones.length;
  const plates = contact.vehicles
    .map((one) => one.registration || [one.make, one.model].join(" ").trim())
    .filter((words) => words !== "");
  return (
    <Card title={text("contact.addressAndContact")}>
      <dl className={shared.facts} style={TERMS}>
        {contact.died && (
          <Line label={text("contact.died")}>
            {contact.died.on ? ukDate(contact.died.on) : text("contact.diedUnknown")}
            <span className={`${shared.quiet} ${classes.line}`}>
              <bdi>
                {text("contact.diedTold", {
                  by: contact.died.told_by,
                  when: contact.died.told_local,
                })}
              </bdi>
            </span>
          </Line>
        )}
        {contact.addresses.length === 0 && (
          <Line label={text("contact.address")}>
            <span className={shared.quiet}>{text("contact.noAddress")}</span>
          </Line>
        )}
        {contact.addresses.map((one, index) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no other name, and this list is only read
            key={index}
            label={text("contact.address")}
          >
            {addressLines(one).map((words) => (
              <bdi key={words} className={classes.line}>
                {words}
              </bdi>
            ))}
            {contact.addresses.length > 1 && <Kind kind={one.kind} />}
            {index === 0 && contact.gone_away && (
              <span className={`${shared.alert} ${classes.line}`}>
                {text("contact.goneAwayHere")}
              </span>
            )}
          </Line>
        ))}
        {contact.phones.length === 0 && (
          <Line label={text("contact.phone")}>
            <Missing gaps={contact.gaps} kind="phone" words="contact.noPhone" />
          </Line>
        )}
        {phones.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no other name, and this list is only read
          <Line key={index} label={kindWord(one.kind)}>
            <PhoneWords phone={one} />
          </Line>
        ))}
        {folded > 0 && (
          <Line label="">
            <button type="button" className={classes.more} onClick={() => setAll(true)}>
              {plural(folded, "contact.morePhone", "contact.morePhones")}
            </button>
          </Line>
        )}
        {contact.emails.length === 0 && (
          <Line label={text("contact.email")}>
            <Missing gaps={contact.gaps} kind="email" words="contact.noEmail" />
          </Line>
        )}
        {contact.emails.map((one) => (
          <Line key={one.address} label={text("contact.email")}>
            <CopyText value={one.address} />
            {contact.emails.length > 1 && <Kind kind={one.kind} />}
          </Line>
        ))}
        <Line label={text("contact.vehicles")}>
          {plates.length > 0 ? (
            plates.join(", ")
          ) : (
            <span className={shared.quiet}>{text("contact.noVehicles")}</span>
          )}
        </Line>
      </dl>
    </Card>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Fragment>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </Fragment>
  );
}

interface MissingProps {
  gaps: readonly ContactGap[];
  kind: AddressType;
  /** What is said where nobody said why. */
  words: TextKey;
}

/** In place of an address: that there is none, and why as far as that is known (L-04). */
function Missing({ gaps, kind, words }: MissingProps) {
  const gap = gaps.find((one) => one.kind === kind);
  if (!gap) return <span className={shared.quiet}>{text(words)}</span>;
  if (gap.why !== "placeholder") return <span className={shared.quiet}>{gap.words}</span>;
  return (
    <span className={shared.alert}>
      <bdi>{text("contact.placeholderHere", { typed: gap.typed })}</bdi>
    </span>
  );
}

/** Which of several it is. */
function Kind({ kind }: { kind: AddressKind | EmailKind }) {
  return <span className={`${shared.small} ${classes.kind}`}>{kindWord(kind)}</span>;
}

/** A number as it is dialled; what was typed stays visible where it could not be read. */
function PhoneWords({ phone }: { phone: ContactPhone }) {
  const shown = phone.national ?? phone.e164 ?? phone.typed;
  return (
    <>
      <CopyText
        value={shown}
        hint={shown === phone.typed ? undefined : text("contact.typedAs", { typed: phone.typed })}
      />
      {phone.extension && (
        <span className={shared.quiet}>
          {" "}
          {text("contact.extension", { extension: phone.extension })}
        </span>
      )}
      {phone.warning && <span className={shared.alert}>{phone.warning}</span>}
    </>
  );
}
