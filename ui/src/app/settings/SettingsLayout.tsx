import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import { NavLink, Outlet, useNavigate } from "react-router";
import { leadingTo } from "@/lib/settings";
import { text } from "@/lib/texts";
import { findSettings } from "./findSettings";
import classes from "./Settings.module.css";
import { groups } from "./sections";

/** The settings: sections and search at the left, the section at the right. */
export function SettingsLayout() {
  const [term, setTerm] = useState("");
  const navigate = useNavigate();
  const found = findSettings(term);
  const searching = term.trim() !== "";

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const first = found[0];
    if (event.key === "Enter" && first) {
      setTerm("");
      // What was found has the keyboard now.
      event.currentTarget.blur();
      void navigate(first.to, { state: first.place && leadingTo(first.place) });
    } else if (event.key === "Escape" && searching) {
      event.preventDefault();
      setTerm("");
    }
  };

  return (
    <div className={classes.layout}>
      <div className={classes.side}>
        <search>
          <TextInput
            type="search"
            aria-label={text("setting.searchLabel")}
            placeholder={text("setting.searchPlaceholder")}
            leftSection={<IconSearch size={15} aria-hidden="true" />}
            value={term}
            onChange={(event) => setTerm(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        </search>
        {searching ? (
          <ul className={classes.found} aria-label={text("setting.searchResults")}>
            {found.length === 0 && (
              <li className={classes.none}>{text("setting.searchNothing")}</li>
            )}
            {found.map((hit) => (
              <li key={`${hit.path}/${hit.label}`}>
                <NavLink
                  to={hit.to}
                  state={hit.place && leadingTo(hit.place)}
                  onClick={() => setTerm("")}
                  end
                >
                  <b>{hit.label}</b>
                  <span>{hit.path}</span>
                  {hit.also && <span>{text("setting.also", { path: hit.also })}</span>}
                </NavLink>
              </li>
            ))}
          </ul>
        ) : (
          <nav className={classes.sections} aria-label={text("setting.sections")}>
            {groups.map((group) => (
              <div key={group.label}>
                <h2>{text(group.label)}</h2>
                <ul>
                  {group.sections.map((section) => (
                    <li key={section.to}>
                      <NavLink to={section.to} end>
                        {text(section.label)}
                      </NavLink>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </nav>
        )}
      </div>
      <Outlet />
    </div>
  );
}
