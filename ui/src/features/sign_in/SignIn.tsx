import { Box, Button, Stack, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { EmployeeTile, SessionView, StartupView } from "@/bindings/commands";
import { Avatar } from "@/components/Avatar";
import { Notice } from "@/components/Notice";
import { Stage } from "@/components/Stage";
import shared from "@/components/shared.module.css";
import { call } from "@/lib/api";
import { text } from "@/lib/texts";
import { PasswordForm } from "./PasswordForm";
import classes from "./SignIn.module.css";

interface SignInProps {
  startup: StartupView;
  /** Ends when the product stands. */
  onSession: (session: SessionView) => Promise<unknown>;
}

/** From this many employees on, the tiles get a field to find one. */
const SEARCH_FROM = 13;

const plain = (words: string) =>
  words
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[łŁ]/g, "l")
    .replace(/[øØ]/g, "o")
    .toLowerCase();

/** Who is it? The tiles of the employees, then the password; or a login name for whoever has no tile. */
export function SignIn({ startup, onSession }: SignInProps) {
  const only = startup.employees.length === 1 ? startup.employees[0] : undefined;
  const [chosen, setChosen] = useState<EmployeeTile | "other" | null>(only ?? null);
  const nobody = startup.employees.length === 0;

  if (chosen === "other" || nobody) {
    return (
      <SignInStage startup={startup}>
        <section
          className={`${shared.panel} ${classes.panel}`}
          aria-label={text("sign_in.otherLogin")}
        >
          <h1 className={classes.name}>{text("sign_in.otherLogin")}</h1>
          <PasswordForm
            withLogin
            label={text("sign_in.signIn")}
            send={async (password, login) =>
              onSession(await call("sign_in", { employee_id: null, login, password }))
            }
          />
          {!nobody && (
            <Button variant="subtle" onClick={() => setChosen(null)}>
              {text("common.back")}
            </Button>
          )}
        </section>
      </SignInStage>
    );
  }
  if (chosen) {
    return (
      <SignInStage startup={startup}>
        <section className={`${shared.panel} ${classes.panel}`} aria-label={chosen.name}>
          <Avatar initials={chosen.initials} colour={chosen.colour} size={64} />
          <h1 className={classes.name}>{chosen.name}</h1>
          <PasswordForm
            key={chosen.id}
            label={text("sign_in.signIn")}
            send={async (password) =>
              onSession(await call("sign_in", { employee_id: chosen.id, login: null, password }))
            }
          />
          <Button variant="subtle" onClick={() => setChosen(only ? "other" : null)}>
            {text("sign_in.someoneElse")}
          </Button>
        </section>
      </SignInStage>
    );
  }
  return (
    <SignInStage startup={startup}>
      <Tiles
        employees={startup.employees}
        workstation={startup.workstation_name}
        onChoose={setChosen}
      />
    </SignInStage>
  );
}

function SignInStage({ startup, children }: { startup: StartupView; children: ReactNode }) {
  return (
    <Stage
      foot={
        <>
          <span>{text("sign_in.workstation", { name: startup.workstation_name })}</span>
          <span>{text("sign_in.version", { version: startup.version })}</span>
        </>
      }
    >
      <Stack gap={0} align="center" w="100%">
        {startup.dealership_name && <p className={classes.dealership}>{startup.dealership_name}</p>}
        {children}
        {startup.demo_hint && (
          <Box mt={16} maw={520} ta="center">
            <Notice>{startup.demo_hint}</Notice>
          </Box>
        )}
      </Stack>
    </Stage>
  );
}

interface TilesProps {
  employees: EmployeeTile[];
  workstation: string;
  onChoose: (chosen: EmployeeTile | "other") => void;
}

function Tiles({ employees, workstation, onChoose }: TilesProps) {
  const [term, setTerm] = useState("");
  const tiles = useRef<HTMLUListElement>(null);
  // The keyboard begins on the first tile, unless a field to find one takes it.
  useEffect(() => {
    if (!tiles.current?.parentElement?.contains(document.activeElement))
      tiles.current?.querySelector("button")?.focus();
  }, []);
  const found = employees.filter((employee) =>
    plain(`${employee.name} ${employee.login}`).includes(plain(term.trim())),
  );
  return (
    <section className={`${shared.panel} ${classes.tilesPanel}`}>
      <h1 className={classes.question}>{text("sign_in.whoIsAt", { workstation })}</h1>
      {employees.length >= SEARCH_FROM && (
        <TextInput
          w={280}
          aria-label={text("sign_in.findEmployee")}
          placeholder={text("sign_in.findEmployee")}
          leftSection={<IconSearch size={15} />}
          value={term}
          autoFocus
          onChange={(event) => setTerm(event.currentTarget.value)}
          onKeyDown={(event) => {
            const first = found[0];
            if (event.key === "Enter" && term.trim() !== "" && first) onChoose(first);
          }}
        />
      )}
      {found.length === 0 ? (
        <p className={classes.none}>{text("sign_in.noEmployeeFound")}</p>
      ) : (
        <ul ref={tiles} className={classes.tiles} aria-label={text("sign_in.employees")}>
          {found.map((employee) => (
            <li key={employee.id}>
              <button type="button" className={classes.tile} onClick={() => onChoose(employee)}>
                <Avatar initials={employee.initials} colour={employee.colour} size={46} />
                <span>{employee.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Button variant="subtle" onClick={() => onChoose("other")}>
        {text("sign_in.otherLogin")}
      </Button>
    </section>
  );
}
