import { Button } from "@mantine/core";
import { Link } from "react-router";
import type { MovementView, PartId } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import table from "@/components/PlainTable.module.css";
import { Scroll } from "@/components/Scroll";
import shared from "@/components/shared.module.css";
import { usePages } from "@/lib/pages";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";

const PAGE = 50;

/** What came to the part's shelf and left it, newest first. */
export function Movements({ id }: { id: PartId }) {
  const { rows, refusal, isPending, hasMore, isLoadingMore, more, again } = usePages(
    "list_part_movements",
    { id, limit: PAGE },
  );
  return (
    <Card title={text("part.movements")}>
      {refusal && rows.length === 0 ? (
        <ErrorState refusal={refusal} onRetry={again} />
      ) : isPending ? (
        <LoadingState />
      ) : rows.length === 0 ? (
        <p className={shared.quiet}>{text("part.noMovements")}</p>
      ) : (
        <>
          <Scroll label={text("part.movements")} sideways>
            <table className={table.table}>
              <thead>
                <tr>
                  <th>{text("part.when")}</th>
                  <th>{text("part.what")}</th>
                  <th className={table.number}>{text("part.moved")}</th>
                  <th className={table.number}>{text("part.left")}</th>
                  <th>{text("part.invoice")}</th>
                  <th>{text("part.reason")}</th>
                  <th>{text("part.by")}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Movement key={row.id} row={row} />
                ))}
              </tbody>
            </table>
          </Scroll>
          {hasMore && (
            <Button variant="subtle" size="xs" loading={isLoadingMore} onClick={more}>
              {text("part.more")}
            </Button>
          )}
        </>
      )}
    </Card>
  );
}

function Movement({ row }: { row: MovementView }) {
  return (
    <tr>
      <td className={shared.figures}>{row.local}</td>
      <td>{row.words}</td>
      <td className={table.number}>{row.quantity_text}</td>
      <td className={table.number}>{row.stock_after_text}</td>
      <td>
        {row.invoice_id && row.invoice_number && (
          <Link to={paths.invoice(row.invoice_id)}>{row.invoice_number}</Link>
        )}
      </td>
      <td dir="auto">{row.reason}</td>
      <td>{row.by}</td>
    </tr>
  );
}
