import { Button, TextInput } from "@mantine/core";
import { useClickOutside, useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from "react";
import type { FoundPart, PartLine } from "@/bindings/commands";
import { call, Refusal, useCall } from "@/lib/api";
import { isComposing } from "@/lib/keys";
import { text } from "@/lib/texts";
import classes from "./Counter.module.css";

/** How many parts are offered at once. */
const LIMIT = 12;

interface PartEntryProps {
  /** Nothing can be added for now; looking something up always can. */
  readOnly: boolean;
  onAdd: (part: PartLine, quantity: string) => void;
  ref?: Ref<HTMLInputElement>;
}

/**
 * Part number and quantity; Enter adds. A whole number means its part at once, so that a scanner can type it; the
 * beginning of one or words of the description offer what they find.
 */
export function PartEntry({ readOnly, onAdd, ref }: PartEntryProps) {
  const base = useId();
  const field = useRef<HTMLInputElement | null>(null);
  const [typed, setTyped] = useState("");
  const [quantity, setQuantity] = useState("1");
  const [opened, setOpened] = useState(false);
  const [active, setActive] = useState(-1);
  const [said, setSaid] = useState<string | null>(null);
  const box = useClickOutside(() => setOpened(false));
  const term = typed.trim();
  const [settled] = useDebouncedValue(term, 60);
  const found = useCall(
    "find_parts",
    { term: settled, limit: LIMIT },
    { enabled: settled !== "", placeholderData: keepPreviousData, gcTime: 60_000 },
  );
  const rows = term === "" ? [] : (found.data ?? []);
  const shown = opened && rows.length > 0;
  const at = Math.min(active, rows.length - 1);
  const optionId = (index: number) => `${base}-${index}`;

  useEffect(() => {
    if (shown && at >= 0)
      document.getElementById(`${base}-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [base, shown, at]);

  const add = (part: PartLine) => {
    if (readOnly) {
      setSaid(text("sale.reviewFirst"));
      return;
    }
    onAdd(part, quantity);
    setTyped("");
    setQuantity("1");
    setOpened(false);
    setActive(-1);
    setSaid(text("sale.added", { number: part.number }));
    field.current?.focus();
  };

  // What is typed is asked for anew: the offer beneath may still be of the letters before.
  const enter = async () => {
    if (term === "") return;
    const chosen = shown ? rows[at] : undefined;
    if (chosen) return add(chosen);
    const asked = term;
    const parts = await call("find_parts", { term: asked, limit: LIMIT }).catch((cause) => {
      setSaid(Refusal.from(cause).message);
      return null;
    });
    if (!parts || field.current?.value.trim() !== asked) return;
    const only = parts.length === 1 ? parts[0] : undefined;
    const meant = parts.find((part) => part.exact) ?? only;
    if (meant) return add(meant);
    setOpened(parts.length > 0);
    setActive(parts.length > 0 ? 0 : -1);
    setSaid(text(parts.length > 0 ? "sale.chooseOne" : "sale.noSuchPart", { term: asked }));
    field.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && rows.length > 0) {
      event.preventDefault();
      setOpened(true);
      setActive(shown ? (at + by + rows.length) % rows.length : 0);
    } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      void enter();
    } else if (event.key === "Escape" && (shown || typed !== "")) {
      event.preventDefault();
      if (shown) setOpened(false);
      else setTyped("");
    }
  };

  return (
    <div className={classes.entry}>
      <div className={classes.number} ref={box}>
        <TextInput
          ref={(input) => {
            field.current = input;
            if (typeof ref === "function") ref(input);
            else if (ref) ref.current = input;
          }}
          label={text("sale.part")}
          placeholder={text("sale.partWhat")}
          role="combobox"
          aria-expanded={shown}
          aria-controls={`${base}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown && at >= 0 ? optionId(at) : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setActive(-1);
            setSaid(null);
            setOpened(true);
          }}
          onBlur={(event) => {
            if (event.relatedTarget !== null) setOpened(false);
          }}
          onKeyDown={onKeyDown}
        />
        {shown && (
          // biome-ignore lint/a11y/noStaticElementInteractions: keeps the focus in the field while the mouse picks a line
          <div className={classes.drop} onMouseDown={(event) => event.preventDefault()}>
            <div id={`${base}-list`} role="listbox" aria-label={text("sale.found")}>
              {rows.map((part, index) => (
                <Offer
                  key={part.id}
                  id={optionId(index)}
                  part={part}
                  active={index === at}
                  onPoint={() => setActive(index)}
                  onChoose={() => add(part)}
                />
              ))}
            </div>
          </div>
        )}
      </div>
      <TextInput
        label={text("part.quantity")}
        inputMode="decimal"
        autoComplete="off"
        disabled={readOnly}
        value={quantity}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setQuantity(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          void enter();
        }}
      />
      <Button variant="default" disabled={readOnly || term === ""} onClick={() => void enter()}>
        {text("sale.add")}
      </Button>
      <div role="status" className={classes.said}>
        {said}
      </div>
    </div>
  );
}

interface OfferProps {
  id: string;
  part: FoundPart;
  active: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

/** One part that may be meant, with what there is of it. The field keeps the focus and answers the keys. */
function Offer({ id, part, active, onPoint, onChoose }: OfferProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field answers the keys
    <div
      id={id}
      role="option"
      aria-selected={active}
      className={classes.offer}
      onMouseMove={onPoint}
      onClick={onChoose}
    >
      <b>{part.number}</b>
      <span className={classes.price}>{part.unit_price_text}</span>
      <span className={classes.words}>{part.description}</span>
      <span className={classes.beside}>
        {text(part.location ? "sale.stockAt" : "sale.stock", {
          stock: part.in_stock_text,
          location: part.location,
        })}
      </span>
    </div>
  );
}
