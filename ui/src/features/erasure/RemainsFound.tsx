import { Checkbox } from "@mantine/core";
import { Link } from "react-router";
import type { ContactId, ExportedFile, Remains } from "@/bindings/commands";
import { LoadingState } from "@/components/LoadingState";
import { Notice } from "@/components/Notice";
import shared from "@/components/shared.module.css";
import { useCall } from "@/lib/api";
import { count } from "@/lib/format";
import { paths } from "@/lib/paths";
import { refusalWords } from "@/lib/refusal";
import { text } from "@/lib/texts";
import classes from "./Erasure.module.css";

interface RemainsFoundProps {
  contactId: ContactId;
  chosen: readonly ExportedFile[];
  onChoose: (files: readonly ExportedFile[]) => void;
}

/** What the erasure does not reach: looked for beside the dry run, for it reads through everything. */
export function RemainsFound({ contactId, chosen, onChoose }: RemainsFoundProps) {
  const found = useCall(
    "find_remains",
    { contact_id: contactId },
    { gcTime: 0, staleTime: 0, refetchOnMount: "always" },
  );
  return (
    <section className={classes.remains} aria-busy={found.isPending}>
      <h3 className={shared.heading}>{text("erasure.remains")}</h3>
      {found.isPending && (
        <>
          <p>{text("erasure.looking")}</p>
          <LoadingState />
        </>
      )}
      {found.error && (
        <Notice tone="warn" title={text("erasure.notLooked")}>
          {refusalWords(found.error)}
        </Notice>
      )}
      {found.data && <Found remains={found.data} chosen={chosen} onChoose={onChoose} />}
    </section>
  );
}

interface FoundProps extends Omit<RemainsFoundProps, "contactId"> {
  remains: Remains;
}

function Found({ remains, chosen, onChoose }: FoundProps) {
  const { notes, texts, files, folder } = remains;
  const nothing = notes.length === 0 && texts.length === 0 && files.length === 0;
  return (
    <>
      {nothing && <p>{text("erasure.nothingFound")}</p>}
      {notes.length > 0 && (
        <>
          <p>{text("erasure.inNotes")}</p>
          <ul>
            {notes.map((note) => (
              <li key={`${note.contact_id} ${note.text}`}>
                <Link to={paths.contact(note.contact_id)}>
                  <bdi>{note.name}</bdi> ({note.reference})
                </Link>
                <span>
                  {note.found}: <q>{note.text}</q>
                </span>
              </li>
            ))}
          </ul>
          {remains.more_notes && <p>{text("erasure.moreNotes")}</p>}
        </>
      )}
      {texts.length > 0 && (
        <>
          <p>{text("erasure.inTexts")}</p>
          <ul>
            {texts.map((one) => (
              <li key={`${one.what} ${one.local} ${one.text}`}>
                <span>
                  {one.what}, {one.local}
                </span>
                <q>{one.text}</q>
              </li>
            ))}
          </ul>
        </>
      )}
      {files.length > 0 && (
        <>
          <p>{text("erasure.inFiles", { folder: folder ?? "" })}</p>
          {files.map((file) => (
            <Checkbox
              key={`${file.name} ${file.sha256}`}
              label={wordsOf(file)}
              checked={chosen.includes(file)}
              onChange={(event) =>
                onChoose(
                  event.currentTarget.checked
                    ? [...chosen, file]
                    : chosen.filter((other) => other !== file),
                )
              }
            />
          ))}
        </>
      )}
      <p className={shared.quiet}>
        {folder === null
          ? text("erasure.noFolder")
          : remains.all_files
            ? text("erasure.elsewhere")
            : text("erasure.notAllFiles", { folder })}
      </p>
    </>
  );
}

/** A paper of theirs alone, or one of which nobody noted down whom it tells of. */
function wordsOf(file: ExportedFile): string {
  const named = { file: file.name, report: file.report, local: file.local };
  if (file.theirs) return text("erasure.fileTheirs", named);
  return file.rows === 1
    ? text("erasure.fileOfOne", named)
    : text("erasure.fileOfMany", { ...named, count: count(file.rows) });
}
