import { useClickOutside, useDebouncedValue } from "@mantine/hooks";
import { IconSearch, IconUserPlus } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useNavigate } from "react-router";
import type { ContactLine } from "@/bindings/commands";
import { Kbd } from "@/components/Kbd";
import { useCall } from "@/lib/api";
import { paths } from "@/lib/paths";
import { receiptLikeness } from "@/lib/receiptNumber";
import { text } from "@/lib/texts";
import { ReceiptResult } from "./ReceiptResult";
import classes from "./SearchBox.module.css";
import { SearchResult } from "./SearchResult";

/** How many contacts the drop-down shows. */
const LIMIT = 8;
/** Long enough to let a fast typist finish a syllable, short enough to feel immediate. */
const PAUSE_MS = 60;

/** Search from anywhere (Ctrl+K): by name, phone in any spelling, postcode, e-mail, plate, or the number of a consent receipt. */
export function SearchBox() {
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const base = useId();
  const [typed, setTyped] = useState("");
  const [opened, setOpened] = useState(false);
  const [active, setActive] = useState(0);
  // Enter was pressed before the answer to what is typed had come: act as soon as it is there.
  const [waiting, setWaiting] = useState(false);
  const outside = useClickOutside(() => setOpened(false));

  const term = typed.trim();
  const [asked] = useDebouncedValue(term, PAUSE_MS);
  // An answer belongs to the term it was asked for, so one that comes late is never shown for another.
  const found = useCall(
    "search_contacts",
    { term: asked, limit: LIMIT },
    { enabled: asked !== "", placeholderData: keepPreviousData, gcTime: 60_000 },
  );
  // What looks like the number of a consent receipt may be one (M-04); a mistyped one is not a name.
  const likeness = receiptLikeness(asked);
  const receipt = useCall("find_receipt", { number: asked }, { enabled: likeness !== "no" });
  const isReceipt = receipt.data !== undefined || (receipt.isError && likeness === "sure");
  const current =
    asked === term &&
    !found.isPlaceholderData &&
    found.data !== undefined &&
    (likeness === "no" || !receipt.isPending);
  const rows = found.data?.rows ?? [];
  // The receipt stands above the contacts; the line below them offers to create what was typed.
  const first = isReceipt ? 1 : 0;
  const last = first + rows.length;

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (event.key.toLowerCase() !== "k") return;
      // A dialog keeps the keyboard to itself until it is answered.
      if (document.querySelector('[role="dialog"][aria-modal="true"]')) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  const leave = () => {
    setTyped("");
    setOpened(false);
    setWaiting(false);
    input.current?.blur();
  };
  const open = (row: ContactLine) => {
    leave();
    navigate(paths.contact(row.id));
  };
  const create = () => {
    leave();
    navigate(paths.newContact(term));
  };
  const openReceipt = () => {
    leave();
    navigate(paths.receipts(receipt.data?.number ?? term));
  };
  const choose = (index: number) => {
    const row = rows[index - first];
    if (isReceipt && index === 0) openReceipt();
    else if (row) open(row);
    else create();
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: acts once, when the awaited answer is there
  useEffect(() => {
    if (!waiting || !current) return;
    setWaiting(false);
    if (last > 0) choose(0);
  }, [waiting, current]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const by = step[event.key];
    if (by !== undefined && opened) {
      event.preventDefault();
      setActive((was) => (was + by + last + 1) % (last + 1));
    } else if (event.key === "Enter" && term !== "") {
      event.preventDefault();
      if (current) choose(Math.min(active, last));
      else setWaiting(true);
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (opened && typed !== "") setOpened(false);
      else leave();
    }
  };

  const shown = opened && term !== "" && (found.data !== undefined || found.isError);
  const optionId = (index: number) => `${base}-option-${index}`;

  return (
    <search className={classes.box} ref={outside}>
      <div className={classes.field}>
        <IconSearch size={15} aria-hidden="true" />
        <input
          ref={input}
          className={classes.input}
          type="text"
          role="combobox"
          aria-label={text("search.label")}
          aria-expanded={shown}
          aria-controls={`${base}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown ? optionId(Math.min(active, last)) : undefined}
          placeholder={text("search.placeholder")}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
            setWaiting(false);
            setOpened(true);
          }}
          onFocus={() => setOpened(true)}
          onBlur={(event) => {
            // Tab leaves the list; a press on one of its lines does not take the focus away.
            if (event.relatedTarget !== null) setOpened(false);
          }}
          onKeyDown={onKeyDown}
        />
        <Kbd>Ctrl K</Kbd>
      </div>
      {shown && (
        // biome-ignore lint/a11y/noStaticElementInteractions: keeps the focus in the field while the mouse picks a line
        <div className={classes.drop} onMouseDown={(event) => event.preventDefault()}>
          {found.isError && (
            <div className={classes.words} role="alert">
              {text("search.failed", { message: found.error.message })}
            </div>
          )}
          {found.data && last === 0 && (
            <div className={classes.words} role="status">
              <b>
                <bdi>{text("search.notFound", { term: current ? term : asked })}</bdi>
              </b>
              {text("search.notFoundHint")}
            </div>
          )}
          <div id={`${base}-list`} role="listbox" aria-label={text("search.results")}>
            {isReceipt && (
              <ReceiptResult
                id={optionId(0)}
                typed={asked}
                found={receipt.data}
                active={active === 0}
                onPoint={() => setActive(0)}
                onChoose={openReceipt}
              />
            )}
            {rows.map((row, at) => (
              <SearchResult
                key={row.id}
                id={optionId(first + at)}
                row={row}
                active={first + at === active}
                onPoint={() => setActive(first + at)}
                onChoose={() => open(row)}
              />
            ))}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field answers the keys */}
            <div
              id={optionId(last)}
              role="option"
              aria-selected={active === last}
              className={`${classes.create} ${last > 0 ? classes.divided : ""}`}
              onMouseMove={() => setActive(last)}
              onClick={create}
            >
              <IconUserPlus size={16} aria-hidden="true" />
              <span>
                {rows.length > 0
                  ? text("search.createContactFor", { term })
                  : text("search.createContact")}
              </span>
            </div>
          </div>
          {found.data?.more && <div className={classes.small}>{text("search.moreMatch")}</div>}
        </div>
      )}
    </search>
  );
}
