import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { notifyRefusal } from "@/components/notify";
import { onBarred, useCommands } from "@/lib/commands";
import { paths } from "@/lib/paths";
import { Refusal } from "@/lib/refusal";
import { useMissingRight } from "@/lib/session";
import { KeysDialog } from "./KeysDialog";

/** What can be done on every screen, and the list of all keys in force. */
export function FrameCommands() {
  const navigate = useNavigate();
  const noCreate = useMissingRight("create_contact");
  const [listing, setListing] = useState(false);
  useCommands([
    { id: "contact.new", missing: noCreate, run: () => navigate(paths.newContact()) },
    { id: "back", run: () => navigate(-1) },
    { id: "forward", run: () => navigate(1) },
    { id: "keys", run: () => setListing(true) },
  ]);
  useEffect(
    () =>
      onBarred((message) =>
        notifyRefusal(new Refusal({ code: "invalid", message, fields: {}, reference: null })),
      ),
    [],
  );
  return <KeysDialog opened={listing} onClose={() => setListing(false)} />;
}
