import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import type { VatRate } from "@/bindings/commands";
import { VAT_RATES } from "@/bindings/constants";
import shared from "@/components/shared.module.css";
import { text } from "@/lib/texts";
import type { PartFieldsTyped } from "./partForm";

/** The rates as a choice. */
export const vatChoices = (Object.entries(VAT_RATES) as [VatRate, string][]).map(
  ([value, label]) => ({ value, label }),
);

interface PartFieldsProps {
  form: UseFormReturnType<PartFieldsTyped & { in_stock: string }>;
  /** A new one says what lies on the shelf already; later that is received and counted. */
  isNew: boolean;
}

/** The fields of a part. */
export function PartFields({ form, isNew }: PartFieldsProps) {
  return (
    <div className={shared.fields}>
      <TextInput
        label={text("part.number")}
        description={text("part.numberHint")}
        required
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps("number")}
      />
      <TextInput
        label={text("part.description")}
        required
        autoComplete="off"
        {...form.getInputProps("description")}
      />
      <div className={shared.pair}>
        <TextInput
          label={text("part.price")}
          required
          inputMode="decimal"
          autoComplete="off"
          leftSection="£"
          {...form.getInputProps("unit_price")}
        />
        <NativeSelect
          label={text("part.vat")}
          data={vatChoices}
          {...form.getInputProps("vat_rate")}
        />
      </div>
      <div className={shared.pair}>
        <TextInput
          label={text("part.location")}
          placeholder={text("part.locationHint")}
          autoComplete="off"
          {...form.getInputProps("location")}
        />
        {isNew && (
          <TextInput
            label={text("part.startStock")}
            placeholder={text("part.startStockHint")}
            inputMode="decimal"
            autoComplete="off"
            {...form.getInputProps("in_stock")}
          />
        )}
      </div>
      <TextInput
        label={text("part.lowAt")}
        description={text("part.lowAtHint")}
        className={shared.short}
        inputMode="decimal"
        autoComplete="off"
        {...form.getInputProps("low_stock")}
      />
      {!isNew && (
        <Checkbox
          label={text("part.active")}
          {...form.getInputProps("active", { type: "checkbox" })}
        />
      )}
    </div>
  );
}
