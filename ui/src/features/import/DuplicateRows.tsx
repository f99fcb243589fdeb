import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import type { ImportReport } from "@/bindings/commands";
import { Card } from "@/components/Card";
import plain from "@/components/PlainTable.module.css";
import { Scroll } from "@/components/Scroll";
import shared from "@/components/shared.module.css";
import { FirstOf } from "@/components/wizard/FirstOf";
import { count } from "@/lib/format";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";

/** How many are shown before somebody asks for all: the page scrolls, the list does not. */
const FIRST = 50;

/** Rows whose person is here already, by what, and who it is. */
export function DuplicateRows({ report }: { report: ImportReport }) {
  const { duplicates, duplicates_total: total } = report;
  const [all, setAll] = useState(false);
  const shown = all ? duplicates : duplicates.slice(0, FIRST);
  return (
    <Card
      title={text("import.duplicateList")}
      hint={total === 0 ? text("import.noDuplicates") : undefined}
    >
      {duplicates.length > 0 && (
        <Scroll label={text("import.duplicateList")} sideways>
          <table className={plain.table} aria-label={text("import.duplicateList")}>
            <thead>
              <tr>
                <th scope="col" className={plain.number}>
                  {text("file.line")}
                </th>
                <th scope="col">{text("import.shared")}</th>
                <th scope="col">{text("import.existing")}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <tr key={`${one.line}/${one.email}`}>
                  <td className={plain.number}>{count(one.line)}</td>
                  <td>
                    <bdi>{one.email}</bdi>
                  </td>
                  <td>
                    {one.existing ? (
                      <>
                        <Link to={paths.contact(one.existing.id)}>
                          <bdi>{one.existing.name || one.existing.company}</bdi>
                        </Link>{" "}
                        <span className={shared.quiet}>{one.existing.reference}</span>
                      </>
                    ) : (
                      <span className={shared.quiet}>
                        {text("import.inFile", { line: count(one.first_line ?? one.line) })}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <FirstOf shown={duplicates.length} total={total} />
        </Scroll>
      )}
      {shown.length < duplicates.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {text("file.showAll", { count: count(duplicates.length) })}
        </Button>
      )}
    </Card>
  );
}
