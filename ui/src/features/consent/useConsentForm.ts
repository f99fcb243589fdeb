import { useMemo, useState } from "react";
import type { ConsentView, Method, Screen } from "@/bindings/commands";
import { notesTooLong } from "@/components/NotesField";
import { call, Refusal, useChange } from "@/lib/api";
import { dropTags } from "@/lib/query";
import { text } from "@/lib/texts";
import {
  afterExclusion,
  cellChanges,
  mergeTicks,
  noTicks,
  type Tick,
  type TickRef,
  type Ticks,
  ticksOf,
  ticksToSend,
  withTick,
} from "./ticks";

/** The ways of answering that staff can witness. */
export const METHODS = ["in_person", "phone", "paper_form"] as const satisfies Method[];
export type StaffMethod = (typeof METHODS)[number];

type Brands = Record<string, boolean>;

/** What the contact stands at: the panel the form was opened from, or the one a conflict brought. */
interface Base {
  view: ConsentView;
  ticks: Ticks;
}

const brandsOf = (view: ConsentView): Brands =>
  Object.fromEntries(view.manufacturer.map(({ brand, allowed }) => [brand, allowed]));

/** The boxes of an excluded contact are empty: old ticks do not revive with the exclusion's end (D-08). */
const baseOf = (view: ConsentView): Base => ({
  view,
  ticks: view.excluded ? noTicks() : ticksOf(view),
});

/** Everything typed and ticked in Edit Marketing Consent, what saving it would record, and the saving. */
export function useConsentForm(opened: ConsentView, screen: Screen, onSaved: () => void) {
  const [base, setBase] = useState<Base>(() => baseOf(opened));
  const [ticks, setTicks] = useState<Ticks>(base.ticks);
  const [brands, setBrands] = useState<Brands>(() => brandsOf(opened));
  const [excluded, setExcluded] = useState(opened.excluded);
  const [method, setMethod] = useState<StaffMethod>("in_person");
  const [notes, setNotes] = useState("");
  const [reconfirmed, setReconfirmed] = useState(false);
  const [notesWrong, setNotesWrong] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [conflict, setConflict] = useState<string | null>(null);
  const [again, setAgain] = useState<(TickRef & { value: Tick })[]>([]);
  const save = useChange("save_consent");
  const exclude = useChange("set_exclusion");

  const { view } = base;
  const exclusion = excluded === view.excluded ? null : excluded;
  const outcome = useMemo(() => {
    const sent = ticksToSend(view.rows, base.ticks, ticks);
    // While the exclusion stands the boxes are not asked.
    const standing = view.excluded ? afterExclusion(view.rows) : view.rows;
    const cells = excluded ? [] : cellChanges(standing, sent);
    const turned = excluded
      ? []
      : view.manufacturer.filter((one) => brands[one.brand] !== one.allowed);
    return {
      sent,
      cells,
      manufacturer: turned.map(({ brand }) => ({ brand, on: brands[brand] === true })),
    };
  }, [view, base.ticks, ticks, brands, excluded]);
  const changesNothing =
    exclusion === null && outcome.cells.length === 0 && outcome.manufacturer.length === 0;
  // Only a consent that was given can be given again; a review of none is no consent.
  const canReconfirm =
    changesNothing &&
    !excluded &&
    view.rows.some((row) =>
      row.cells.some(({ state }) => state === "granted" || state === "expired"),
    );
  const needsNotes =
    exclusion !== null ||
    outcome.cells.some(({ on }) => !on) ||
    outcome.manufacturer.some(({ on }) => !on);

  const begin = (fresh: ConsentView) => {
    const next = baseOf(fresh);
    setBase(next);
    return next;
  };

  const onConflict = async (no: Refusal) => {
    const fresh = await call("get_consent", { contact_id: view.contact_id }).catch((cause) => {
      setRefusal(Refusal.from(cause));
      return null;
    });
    if (!fresh) return;
    const before = base.ticks;
    const next = begin(fresh);
    const merge = mergeTicks(before, ticks, next.ticks);
    setTicks(merge.ticks);
    setAgain(fresh.excluded ? [] : merge.again);
    setBrands(brandsOf(fresh));
    setExcluded(fresh.excluded);
    setConflict(no.message);
    setReconfirmed(false);
    await dropTags(["consent", "contact", "history"]);
  };

  const submit = async () => {
    const wrong =
      needsNotes && notes.trim() === "" ? text("consent.notesRequired") : notesTooLong(notes);
    setNotesWrong(wrong);
    setRefusal(null);
    if (wrong) return;
    let { version } = view;
    try {
      if (exclusion !== null) {
        const after = await exclude.mutateAsync({
          contact_id: view.contact_id,
          version,
          excluded: exclusion,
          notes,
          screen,
        });
        version = after.version;
        begin(after);
      }
      // An exclusion alone is recorded by now; lifting it may come with what is allowed from today.
      const alsoTicks = outcome.cells.length > 0 || outcome.manufacturer.length > 0;
      if (exclusion === null || (!exclusion && alsoTicks)) {
        await save.mutateAsync({
          contact_id: view.contact_id,
          version,
          screen,
          us: outcome.sent.us,
          third_party: outcome.sent.third_party,
          manufacturer: Object.fromEntries(
            outcome.manufacturer.map(({ brand, on }) => [brand, on]),
          ),
          method,
          notes,
          reconfirmed: reconfirmed && canReconfirm,
          cells: {},
          signed_form: false,
          began_with: conflict === null ? null : opened.version,
        });
      }
      onSaved();
    } catch (cause) {
      const no = Refusal.from(cause);
      if (no.code === "conflict") await onConflict(no);
      else if (no.fields.notes) setNotesWrong(no.fields.notes);
      else setRefusal(no);
    }
  };

  return {
    view,
    openedTicks: base.ticks,
    ticks,
    brands,
    excluded,
    method,
    notes,
    reconfirmed,
    notesWrong,
    refusal,
    conflict,
    again,
    exclusion,
    outcome,
    canReconfirm,
    needsNotes,
    busy: save.isPending || exclude.isPending,
    submit,
    setMethod,
    setReconfirmed,
    setNotes: (words: string) => {
      setNotes(words);
      setNotesWrong(null);
    },
    setTick: (ref: TickRef, value: Tick) => setTicks((was) => withTick(was, ref, value)),
    setBrand: (brand: string, allowed: boolean) =>
      setBrands((was) => ({ ...was, [brand]: allowed })),
    setExcluded: (value: boolean) => {
      setExcluded(value);
      if (value) setTicks(base.ticks);
    },
    applyAgain: (ref: TickRef & { value: Tick }) => {
      setTicks((was) => withTick(was, ref, ref.value));
      setAgain((was) => was.filter((one) => one !== ref));
    },
  };
}
