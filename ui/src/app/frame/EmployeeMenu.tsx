import { type MantineColorScheme, Menu, useMantineColorScheme } from "@mantine/core";
import {
  IconCheck,
  IconChevronDown,
  IconDeviceDesktop,
  IconKey,
  IconKeyboard,
  IconLock,
  IconMoon,
  IconSun,
  IconUsers,
} from "@tabler/icons-react";
import { useState } from "react";
import { Avatar } from "@/components/Avatar";
import { CommandKey } from "@/components/CommandKeys";
import { KeepTyped } from "@/components/KeepTyped";
import { ChangePasswordDialog } from "@/features/sign_in/ChangePasswordDialog";
import { runCommand, useCommands } from "@/lib/commands";
import { useSession } from "@/lib/session";
import { text } from "@/lib/texts";
import { anythingUnkept, discardTyped } from "@/lib/unsaved";
import { useLeave } from "../session";
import classes from "./Frame.module.css";

const schemes: {
  scheme: MantineColorScheme;
  label: "light" | "dark" | "system";
  icon: typeof IconSun;
}[] = [
  { scheme: "light", label: "light", icon: IconSun },
  { scheme: "dark", label: "dark", icon: IconMoon },
  { scheme: "auto", label: "system", icon: IconDeviceDesktop },
];

/** Lock, switch employee, own password, light or dark. Ctrl+L locks from anywhere. */
export function EmployeeMenu() {
  const { employee } = useSession();
  const { lock, switchEmployee } = useLeave();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [changing, setChanging] = useState(false);
  const [asking, setAsking] = useState(false);

  useCommands([
    { id: "lock", run: lock },
    { id: "switch", run: switchEmployee },
  ]);

  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <button
            type="button"
            className={classes.employee}
            aria-label={text("frame.employeeMenu", { name: employee.name })}
          >
            <Avatar initials={employee.initials} colour={employee.colour} />
            <span className={classes.employeeName} title={employee.name}>
              {employee.name}
            </span>
            <IconChevronDown size={14} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconLock size={16} />}
            rightSection={<CommandKey id="lock" />}
            onClick={lock}
          >
            {text("frame.lock")}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconUsers size={16} />}
            onClick={() => (anythingUnkept() ? setAsking(true) : switchEmployee())}
          >
            {text("frame.switchEmployee")}
          </Menu.Item>
          <Menu.Item leftSection={<IconKey size={16} />} onClick={() => setChanging(true)}>
            {text("frame.changePassword")}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconKeyboard size={16} />}
            rightSection={<CommandKey id="keys" />}
            onClick={() => runCommand("keys")}
          >
            {text("command.keys")}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>{text("frame.appearance")}</Menu.Label>
          <Menu.RadioGroup
            value={colorScheme}
            onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}
          >
            {schemes.map(({ scheme, label, icon: Icon }) => (
              <Menu.RadioItem
                key={scheme}
                value={scheme}
                checkIcon={<IconCheck size={15} />}
                rightSection={<Icon size={16} />}
              >
                {text(`frame.${label}`)}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </Menu.Dropdown>
      </Menu>
      <KeepTyped
        opened={asking}
        onKeep={() => setAsking(false)}
        onDiscard={() => {
          discardTyped();
          switchEmployee();
        }}
      />
      <ChangePasswordDialog opened={changing} onClose={() => setChanging(false)} />
    </>
  );
}
