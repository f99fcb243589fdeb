import { Card } from "@/components/Card";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import plain from "@/components/PlainTable.module.css";
import shared from "@/components/shared.module.css";
import { useCall } from "@/lib/api";
import { count } from "@/lib/format";
import { text } from "@/lib/texts";
import { UndoImport } from "./UndoImport";

/** What was imported before, and the way to take it back while nothing of it was changed. */
export function EarlierImports() {
  const imports = useCall("list_imports", {});
  return (
    <Card title={text("import.earlier")}>
      {imports.error && <ErrorState refusal={imports.error} onRetry={imports.refetch} />}
      {imports.isPending && <LoadingState />}
      {imports.data?.length === 0 && <p className={shared.quiet}>{text("import.earlierNone")}</p>}
      {imports.data && imports.data.length > 0 && (
        <table className={plain.table} aria-label={text("import.earlier")}>
          <thead>
            <tr>
              <th scope="col">{text("import.file")}</th>
              <th scope="col">{text("import.when")}</th>
              <th scope="col">{text("import.by")}</th>
              <th scope="col" className={plain.number}>
                {text("import.contactsCreated")}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {imports.data.map((line) => (
              <tr key={line.id}>
                <td>
                  <bdi>{line.file_name}</bdi>
                </td>
                <td>{line.local}</td>
                <td>{line.by}</td>
                <td className={plain.number}>{count(line.created)}</td>
                <td className={plain.number}>
                  {line.undone ? (
                    <span className={shared.quiet}>{line.undo_refusal}</span>
                  ) : (
                    <UndoImport line={line} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
