import type { ConsentCell, ConsentView } from "@/bindings/commands";
import { InfoDialog } from "@/components/InfoDialog";
import { Notice } from "@/components/Notice";
import { text } from "@/lib/texts";
import { CarriedLegend, CellState } from "./CellState";
import { gridWidth, PermissionGrid } from "./PermissionGrid";
import { groundWord } from "./words";

interface AllPermissionsProps {
  view: ConsentView;
  name: string;
  onClose: () => void;
}

/** The full grid (N-04): every permission in words, with its date, its ground and who recorded it. */
export function AllPermissions({ view, name, onClose }: AllPermissionsProps) {
  const carried = view.rows.some((row) => row.cells.some((cell) => cell.carried));
  return (
    <InfoDialog
      opened
      title={text("consent.allTitle", { name })}
      size={Math.max(560, gridWidth(view) + 40)}
      onClose={onClose}
    >
      {view.excluded && (
        <Notice tone="bad" title={text("consent.excludedTitle")}>
          {text("consent.excludedWords")}
        </Notice>
      )}
      <PermissionGrid view={view}>
        {(cell) => (
          <>
            <CellState state={cell} more={cell.recorded ?? undefined} />
            <small>{proof(cell)}</small>
          </>
        )}
      </PermissionGrid>
      <CarriedLegend shown={carried} />
    </InfoDialog>
  );
}

/** `14/12/2025, consent`; nothing for what was never asked. */
function proof({ since_local, basis, state }: ConsentCell): string {
  if (state === "unset") return "";
  return [since_local, groundWord(basis)].filter(Boolean).join(", ");
}
