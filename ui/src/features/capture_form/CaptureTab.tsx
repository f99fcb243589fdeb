import { Button, NumberInput, Radio } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import type { ContactId } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { useCall } from "@/lib/api";
import { MOST_COPIES } from "@/lib/rules";
import { useMissingRight, useSession } from "@/lib/session";
import { plural, text } from "@/lib/texts";
import classes from "./Capture.module.css";
import { ContactPicker } from "./ContactPicker";
import { usePrintForms } from "./usePrintForms";

type Which = "blank" | "chosen" | "all";

/** Print Data Capture (D-24): blank forms, some contacts' or everybody's, in one PDF. */
export function CaptureTab() {
  const [which, setWhich] = useState<Which>("blank");
  const [copies, setCopies] = useState<number | string>(1);
  const [contacts, setContacts] = useState<ContactId[]>([]);
  const [wrong, setWrong] = useState<string | null>(null);
  const { print, isPrinting, dialog } = usePrintForms();
  const everybody = useCall("list_contacts", {
    sort: "name",
    descending: false,
    after: null,
    limit: 1,
  });
  const total = everybody.data?.total ?? 0;
  // Everybody’s details on paper is an export, whatever it is printed on.
  const missing = useMissingRight("export_reports");

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const number = Number(copies);
    const copiesFit = Number.isInteger(number) && number >= 1 && number <= MOST_COPIES;
    if (which === "blank" && !copiesFit) {
      setWrong(text("capture_form.needCopies", { most: MOST_COPIES }));
    } else if (which === "chosen" && contacts.length === 0) {
      setWrong(text("capture_form.needContacts"));
    } else {
      setWrong(null);
      void print(
        which === "blank"
          ? { blank: number }
          : which === "chosen"
            ? { contacts }
            : { all: true, total },
      );
    }
  };

  return (
    <div className={classes.tab}>
      <Card title={text("capture_form.title")}>
        <form className={classes.form} onSubmit={submit} noValidate>
          <Radio.Group
            aria-label={text("capture_form.what")}
            value={which}
            onChange={(value) => {
              setWhich(value as Which);
              setWrong(null);
            }}
          >
            <div className={classes.form}>
              <div className={classes.option}>
                <Radio
                  size="xs"
                  value="blank"
                  label={text("capture_form.blank")}
                  description={text("capture_form.blankHint")}
                />
                {which === "blank" && (
                  <div className={classes.inner}>
                    <NumberInput
                      className={classes.copies}
                      label={text("capture_form.copies")}
                      min={1}
                      max={MOST_COPIES}
                      allowDecimal={false}
                      allowNegative={false}
                      error={wrong}
                      value={copies}
                      onChange={setCopies}
                    />
                  </div>
                )}
              </div>
              <div className={classes.option}>
                <Radio
                  size="xs"
                  value="chosen"
                  label={text("capture_form.chosen")}
                  description={text("capture_form.chosenHint")}
                />
                {which === "chosen" && (
                  <div className={classes.inner}>
                    <ContactPicker error={wrong} value={contacts} onChange={setContacts} />
                  </div>
                )}
              </div>
              <Radio
                size="xs"
                value="all"
                label={text("capture_form.all")}
                disabled={total === 0 || missing !== null}
                description={
                  missing !== null
                    ? missing
                    : total === 0
                      ? text("capture_form.allHintNone")
                      : plural(total, "capture_form.allHintOne", "capture_form.allHint")
                }
              />
            </div>
          </Radio.Group>
          <div>
            <Button type="submit" leftSection={<IconPrinter size={15} />} loading={isPrinting}>
              {text("capture_form.print")}
            </Button>
          </div>
        </form>
      </Card>
      <Card title={text("capture_form.about")}>
        <Sample />
        <ul className={classes.about}>
          <li>{text("capture_form.aboutClean")}</li>
          <li>{text("capture_form.aboutEmpty")}</li>
          <li>{text("capture_form.aboutWithdraw")}</li>
          <li>{text("capture_form.aboutNumber")}</li>
        </ul>
      </Card>
      {dialog}
    </div>
  );
}

/** A sheet in miniature, so that nobody has to print one to know what it is. */
function Sample() {
  const { dealership } = useSession();
  return (
    <div className={classes.sheet} aria-hidden="true">
      <b>{dealership.name}</b>
      {dealership.postcode}
      <i />
      <i />
      <i />
      <b>{text("capture_form.sampleTitle")}</b>
      <span className={classes.box}>{text("consent.email")}</span>
      <span className={classes.box}>{text("consent.sms")}</span>
      <span className={classes.box}>{text("consent.post")}</span>
      <span className={classes.box}>{text("consent.phone")}</span>
      <span className={classes.box}>{text("consent.social")}</span>
      <i />
      <span className={classes.number}>{text("capture_form.sampleNumber")}</span>
    </div>
  );
}
