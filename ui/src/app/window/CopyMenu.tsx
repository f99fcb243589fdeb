import { Menu } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { takesText } from "@/lib/keys";
import { text } from "@/lib/texts";
import classes from "./Window.module.css";

interface Place {
  x: number;
  y: number;
  words: string;
}

/** The menu of the right button over words that are selected: a number to be copied. Fields have the system's own. */
export function CopyMenu() {
  const [at, setAt] = useState<Place | null>(null);
  useEffect(() => {
    const onMenu = (event: MouseEvent) => {
      const words = window.getSelection()?.toString().trim() ?? "";
      if (words === "" || takesText(event.target)) return;
      setAt({ x: event.clientX, y: event.clientY, words });
    };
    window.addEventListener("contextmenu", onMenu);
    return () => window.removeEventListener("contextmenu", onMenu);
  }, []);
  if (!at) return null;
  return (
    <Menu opened onChange={() => setAt(null)} position="bottom-start">
      <Menu.Target>
        <button
          type="button"
          aria-label={text("frame.copy")}
          className={classes.pointer}
          style={{ left: at.x, top: at.y }}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconCopy size={16} />}
          onClick={() => void navigator.clipboard.writeText(at.words)}
        >
          {text("frame.copy")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
