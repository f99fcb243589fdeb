import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconDeviceFloppy, IconPrinter, IconSearch } from "@tabler/icons-react";
import { Link } from "react-router";
import type { ContactId } from "@/bindings/commands";
import { notifyHandedOver, notifyRefusal } from "@/components/notify";
import { useChange } from "@/lib/api";
import { paths } from "@/lib/paths";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";

/** Consent receipt (M-04): a page for the customer to keep, or the same for computers. */
export function ReceiptMenu({ contactId }: { contactId: ContactId }) {
  const make = useChange("make_receipt", { onSuccess: notifyHandedOver, onError: notifyRefusal });
  const missing = useMissingRight("make_receipt");
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          loading={make.isPending}
          rightSection={<IconChevronDown size={14} />}
        >
          {text("consent_receipt.receipt")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPrinter size={16} />}
          disabled={missing !== null}
          onClick={() => make.mutate({ contact_id: contactId, form: "pdf" })}
        >
          {text("consent_receipt.print")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDeviceFloppy size={16} />}
          disabled={missing !== null}
          onClick={() => make.mutate({ contact_id: contactId, form: "json_ld" })}
        >
          {text("consent_receipt.save")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconSearch size={16} />} component={Link} to={paths.receipts()}>
          {text("consent_receipt.findMenu")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
