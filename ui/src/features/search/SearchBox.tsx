import { useClickOutside, useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { useMatch, useNavigate } from "react-router";
import { CommandKey } from "@/components/CommandKeys";
import { useCall } from "@/lib/api";
import { runCommand, useCommands, useCommandsInForce } from "@/lib/commands";
import { isComposing } from "@/lib/keys";
import { paths } from "@/lib/paths";
import { recentOf } from "@/lib/recent";
import { useSession } from "@/lib/session";
import { plural, text } from "@/lib/texts";
import {
  commandsNamed,
  filled,
  type Group,
  groupsAtRest,
  type Option,
  type Place,
  placesNamed,
} from "./options";
import classes from "./SearchBox.module.css";
import { SearchDrop } from "./SearchDrop";
import { useSearch } from "./useSearch";
import { useVehicles } from "./useVehicles";

/** How many contacts the drop-down shows. */
const LIMIT = 8;
/** Whoever still types after this does not want to know how many there are. */
const SETTLED_MS = 300;

interface SearchBoxProps {
  /** Screens and settings by name; the frame brings them, because it alone knows all of them. */
  findPlaces?: (typed: string) => readonly Place[];
}

const nowhere = () => [];

/**
 * Search from anywhere (Ctrl+K): contacts by name, phone in any spelling, postcode, email, plate, or the
 * number of a consent receipt; vehicles by plate or VIN; then what can be done here, and where one can go.
 */
export function SearchBox({ findPlaces = nowhere }: SearchBoxProps) {
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
  const { found, refusal, asked, current: answered, isReceipt, receipt } = useSearch(term, LIMIT);
  const vehicles = useVehicles(asked);
  const current = answered && vehicles.current;
  const commands = useCommandsInForce();
  const recent = useRecent(opened && term === "");
  const rows = found?.rows ?? [];
  const [settled] = useDebouncedValue(term, SETTLED_MS);
  const more = found?.more ?? false;
  const all = useCall(
    "list_contacts",
    { search: term, sort: "name", descending: false, after: null, limit: 1 },
    { enabled: current && more && settled === term, gcTime: 60_000 },
  );

  // By their names every command, screen and setting is looked through: once for what is typed, not each
  // time that something is drawn.
  const named = useMemo(() => commandsNamed(term, commands), [term, commands]);
  const places = useMemo(() => placesNamed(term, findPlaces), [term, findPlaces]);

  // Customers come first, making a new one last, so that what is in between costs neither a key.
  const groups: Group[] =
    term === ""
      ? groupsAtRest(recent, commands)
      : filled([
          { name: "receipts", options: isReceipt ? [{ kind: "receipt" }] : [] },
          {
            name: "customers",
            options: [
              ...rows.map(
                (row, at): Option => ({ kind: "contact", row, by: found?.by[at] ?? null }),
              ),
              ...(more ? [{ kind: "all" } as const] : []),
            ],
          },
          {
            name: "vehicles",
            options: vehicles.rows.map((row): Option => ({ kind: "vehicle", row })),
          },
          { name: "commands", options: named },
          { name: "places", options: places },
          { name: "new", options: [{ kind: "create" }] },
        ]);
  const options = groups.flatMap((group) => group.options);
  const at = Math.min(active, options.length - 1);

  useCommands([
    {
      id: "search",
      run: () => {
        input.current?.focus();
        input.current?.select();
        setOpened(true);
      },
    },
  ]);

  const leave = () => {
    setTyped("");
    setOpened(false);
    setActive(0);
    setWaiting(false);
    input.current?.blur();
  };
  const choose = (option: Option | undefined) => {
    if (!option || (option.kind === "command" && option.command.missing)) return;
    leave();
    switch (option.kind) {
      case "receipt":
        return navigate(paths.receipts(receipt?.number ?? term));
      case "contact":
        return navigate(paths.contact(option.row.id));
      case "all":
        return navigate(paths.found(term));
      case "vehicle":
        return navigate(paths.vehicle(option.row.id));
      case "command":
        return runCommand(option.command.id);
      case "place":
        return navigate(option.place.to, { state: option.place.state });
      case "create":
        return navigate(paths.newContact(term));
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: acts once, when the awaited answer is there
  useEffect(() => {
    if (!waiting || !current) return;
    setWaiting(false);
    // Enter pressed blindly makes nobody.
    if (options[0]?.kind !== "create") choose(options[0]);
  }, [waiting, current]);

  const onKeyDown = (event: KeyboardEvent) => {
    // What an input method composes is its own, the Enter that takes it over too.
    if (isComposing(event.nativeEvent)) return;
    const step: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const by = step[event.key];
    if (by !== undefined && !opened) {
      event.preventDefault();
      setOpened(true);
    } else if (by !== undefined && options.length > 0) {
      event.preventDefault();
      setActive((at + by + options.length) % options.length);
    } else if (event.key === "Enter" && (term !== "" || shown)) {
      event.preventDefault();
      if (term === "" || current) choose(options[at]);
      else setWaiting(true);
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (opened && typed !== "") setOpened(false);
      else leave();
    }
  };

  const isEmpty = rows.length === 0 && vehicles.rows.length === 0;
  const shown = opened && (term === "" ? options.length > 0 : Boolean(found || refusal));
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
          aria-activedescendant={shown && options.length > 0 ? optionId(at) : undefined}
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
          onClick={() => setOpened(true)}
          onBlur={(event) => {
            // Tab leaves the list; a press on one of its lines does not take the focus away.
            if (event.relatedTarget !== null) setOpened(false);
          }}
          onKeyDown={onKeyDown}
        />
        <CommandKey id="search" />
      </div>
      {/* Stands always, so that a screen reader hears it change. */}
      <div role="status" className="visually-hidden">
        {shown && term !== "" && current && found && (
          <>
            {statusWords(rows.length, more)}{" "}
            {vehicles.rows.length > 0 &&
              plural(vehicles.rows.length, "search.vehicleOne", "search.vehicleMany")}
          </>
        )}
      </div>
      {shown && (
        // biome-ignore lint/a11y/noStaticElementInteractions: keeps the focus in the field while the mouse picks a line
        <div className={classes.drop} onMouseDown={(event) => event.preventDefault()}>
          {term !== "" && refusal && (
            <div className={classes.words} role="alert">
              {text("search.failed", { message: refusal.message })}
            </div>
          )}
          {term !== "" && found && isEmpty && !isReceipt && (
            <div className={classes.words}>
              <b>
                <bdi>{text("search.notFound", { term: current ? term : asked })}</bdi>
              </b>
              {options.length === 1 && text("search.notFoundHint")}
            </div>
          )}
          <SearchDrop
            id={`${base}-list`}
            optionId={optionId}
            groups={groups}
            active={at}
            asked={asked}
            term={term}
            receipt={receipt}
            total={all.data?.total ?? null}
            onPoint={setActive}
            onChoose={choose}
          />
        </div>
      )}
    </search>
  );
}

function statusWords(count: number, more: boolean): string {
  if (count === 0) return text("search.foundNone");
  if (more) return text("search.foundMore", { count });
  return plural(count, "search.foundOne", "search.foundMany");
}

/** Whom this employee opened in this session, as they are called today; not whom they look at now. */
function useRecent(wanted: boolean) {
  const { employee } = useSession();
  const here = useMatch("/customers/contacts/:id")?.params.id;
  const ids = recentOf(employee.id)
    .filter((id) => id !== here)
    .slice(0, LIMIT);
  const lines = useCall(
    "contact_lines",
    { ids },
    { enabled: wanted && ids.length > 0, staleTime: 0 },
  );
  return ids.length > 0 ? (lines.data ?? []) : [];
}
