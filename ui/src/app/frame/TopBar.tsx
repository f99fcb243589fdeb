import { SearchBox } from "@/features/search/SearchBox";
import { useSession } from "@/lib/session";
import { text } from "@/lib/texts";
import { EmployeeMenu } from "./EmployeeMenu";
import classes from "./Frame.module.css";
import { findPlaces } from "./findPlaces";

/** Search, the workstation, and who is signed in. */
export function TopBar() {
  const { workstation } = useSession();
  return (
    <header className={classes.top}>
      <div className={classes.search}>
        <SearchBox findPlaces={findPlaces} />
      </div>
      <div className={classes.who}>
        <span className={classes.station}>
          {text("frame.workstation")} <b>{workstation.name}</b>
        </span>
        <EmployeeMenu />
      </div>
    </header>
  );
}
