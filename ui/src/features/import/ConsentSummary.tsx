import { Stack } from "@mantine/core";
import type { ImportReport } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { Notice } from "@/components/Notice";
import { Counts } from "@/components/wizard/Counts";
import { plural, text } from "@/lib/texts";

/** What the file says about marketing, and whom it restricts. */
export function ConsentSummary({ report }: { report: ImportReport }) {
  const { granted, refused, none } = report.consent;
  return (
    <Card title={text("import.consentSummary")}>
      <Stack gap={10}>
        <Counts
          counts={[
            { label: text("import.consentGiven"), value: granted },
            { label: text("import.consentRefused"), value: refused },
            { label: text("import.consentNone"), value: none },
          ]}
        />
        {report.suppressed > 0 && (
          <Notice tone="warn">
            {plural(report.suppressed, "import.suppressedOne", "import.suppressedMany")}
          </Notice>
        )}
        {report.restricted > 0 && (
          <Notice tone="warn">
            {plural(report.restricted, "import.restrictedOne", "import.restrictedMany")}
          </Notice>
        )}
      </Stack>
    </Card>
  );
}
