import { Box, Button, Group, Stack, TextInput } from "@mantine/core";
import { IconReceipt } from "@tabler/icons-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { EmptyState } from "@/components/EmptyState";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { Notice } from "@/components/Notice";
import { useCall } from "@/lib/api";
import { text } from "@/lib/texts";
import { FoundReceipt } from "./FoundReceipt";
import classes from "./Receipts.module.css";

interface FindReceiptProps {
  /** The number that is looked up; empty before one was typed. */
  number: string;
  onNumber: (number: string) => void;
}

/** Find Receipt (M-04): a number typed or scanned, and what that receipt said. */
export function FindReceipt({ number, onNumber }: FindReceiptProps) {
  const [typed, setTyped] = useState(number);
  const input = useRef<HTMLInputElement>(null);
  const found = useCall("find_receipt", { number }, { enabled: number !== "" });
  useEffect(() => setTyped(number), [number]);
  useEffect(() => input.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = typed.trim();
    if (asked === number) void found.refetch();
    else onNumber(asked);
    input.current?.select();
  };
  const wrong = found.error?.fields.number;
  return (
    <Stack gap={14}>
      <form onSubmit={submit} noValidate>
        <Group gap={8} align="flex-start">
          <TextInput
            ref={input}
            label={text("consent_receipt.number")}
            description={text("consent_receipt.numberHint")}
            value={typed}
            error={number !== "" && typed.trim() === number ? wrong : null}
            inputWrapperOrder={["label", "input", "error", "description"]}
            autoComplete="off"
            spellCheck={false}
            maxLength={60}
            className={classes.field}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" className={classes.find} disabled={typed.trim() === ""}>
            {text("consent_receipt.find")}
          </Button>
        </Group>
      </form>
      {number === "" ? (
        <EmptyState icon={<IconReceipt size={22} />} title={text("consent_receipt.emptyTitle")}>
          {text("consent_receipt.emptyWords")}
        </EmptyState>
      ) : found.data ? (
        <Box maw={900}>
          <FoundReceipt receipt={found.data} />
        </Box>
      ) : found.error?.code === "not_found" ? (
        <Notice tone="bad" title={text("consent_receipt.notHere")}>
          {found.error.message}
        </Notice>
      ) : found.error ? (
        !wrong && <ErrorState refusal={found.error} onRetry={found.refetch} />
      ) : (
        <LoadingState />
      )}
    </Stack>
  );
}
