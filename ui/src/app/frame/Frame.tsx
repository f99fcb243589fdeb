import { Outlet, useNavigation } from "react-router";
import { LeaveGuard } from "@/components/LeaveGuard";
import { AccountChanges } from "@/features/sign_in/AccountChanges";
import { useIdleLock } from "@/features/sign_in/useIdleLock";
import { useSession } from "@/lib/session";
import { text } from "@/lib/texts";
import { useLeave } from "../session";
import { Banners } from "./Banners";
import classes from "./Frame.module.css";
import { FrameCommands } from "./FrameCommands";
import { LocksSoon } from "./LocksSoon";
import { Rail } from "./Rail";
import { TopBar } from "./TopBar";

/** What stands around every screen: the rail, the top bar, and what needs attention. */
export function Frame() {
  const { idle_minutes } = useSession();
  const { lock } = useLeave();
  const soon = useIdleLock(idle_minutes, lock);
  const loading = useNavigation().state === "loading";
  return (
    <div className={classes.frame}>
      <button type="button" className={classes.skip} onClick={toMain}>
        {text("frame.skip")}
      </button>
      <Rail />
      <TopBar />
      <div className={classes.screen} aria-busy={loading}>
        <Banners />
        <div className={classes.outlet}>
          <Outlet />
        </div>
      </div>
      <FrameCommands />
      {soon && <LocksSoon />}
      <AccountChanges />
      <LeaveGuard />
    </div>
  );
}

/** A button, not a link: the part of the address behind # belongs to the router. */
function toMain() {
  document.getElementById("main")?.focus();
}
