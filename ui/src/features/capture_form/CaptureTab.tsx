import { Box, Button, NumberInput, Radio, Stack } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import type { ContactId } from "@/bindings/commands";
import { MOST_BLANK_FORMS } from "@/bindings/constants";
import { Card } from "@/components/Card";
import shared from "@/components/shared.module.css";
import { useCall } from "@/lib/api";
import { useAsksRelease, useMissingRight } from "@/lib/session";
import { plural, text } from "@/lib/texts";
import classes from "./CaptureTab.module.css";
import { ContactPicker } from "./ContactPicker";
import { SampleSheet } from "./SampleSheet";
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
  const missing = useMissingRight("print_capture_forms", "input");

  const asks = useAsksRelease(which === "chosen" ? contacts.length : 0);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const number = Number(copies);
    const copiesFit = Number.isInteger(number) && number >= 1 && number <= MOST_BLANK_FORMS;
    if (which === "blank" && !copiesFit) {
      setWrong(text("capture_form.needCopies", { most: MOST_BLANK_FORMS }));
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
        <form onSubmit={submit} noValidate>
          <Stack gap={14}>
            <Radio.Group
              aria-label={text("capture_form.what")}
              value={which}
              onChange={(value) => {
                setWhich(value as Which);
                setWrong(null);
              }}
            >
              <Stack gap={14}>
                <Stack gap={8}>
                  <Radio
                    size="xs"
                    value="blank"
                    label={text("capture_form.blank")}
                    description={text("capture_form.blankHint")}
                  />
                  {which === "blank" && (
                    <Box pl={24}>
                      <NumberInput
                        maw={140}
                        label={text("capture_form.copies")}
                        min={1}
                        max={MOST_BLANK_FORMS}
                        allowDecimal={false}
                        allowNegative={false}
                        error={wrong}
                        value={copies}
                        onChange={setCopies}
                      />
                    </Box>
                  )}
                </Stack>
                <Stack gap={8}>
                  <Radio
                    size="xs"
                    value="chosen"
                    label={text("capture_form.chosen")}
                    description={text("capture_form.chosenHint")}
                  />
                  {which === "chosen" && (
                    <Box pl={24}>
                      <ContactPicker error={wrong} value={contacts} onChange={setContacts} />
                      {asks && <span className={shared.hint}>{asks}</span>}
                    </Box>
                  )}
                </Stack>
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
              </Stack>
            </Radio.Group>
            <div>
              <Button type="submit" leftSection={<IconPrinter size={15} />} loading={isPrinting}>
                {text("capture_form.print")}
              </Button>
            </div>
          </Stack>
        </form>
      </Card>
      <Card title={text("capture_form.about")}>
        <SampleSheet />
        <Box component="ul" className={shared.bullets} c="var(--fc-ink-3)">
          <li>{text("capture_form.aboutClean")}</li>
          <li>{text("capture_form.aboutEmpty")}</li>
          <li>{text("capture_form.aboutWithdraw")}</li>
          <li>{text("capture_form.aboutNumber")}</li>
        </Box>
      </Card>
      {dialog}
    </div>
  );
}
