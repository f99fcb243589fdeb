import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { EmployeeId, SessionView, StartupView } from "@/bindings/commands";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { Stage } from "@/components/Stage";
import { Lock } from "@/features/sign_in/Lock";
import { SignIn } from "@/features/sign_in/SignIn";
import { call, keyOf, onSessionLost } from "@/lib/api";
import { flushDrafts } from "@/lib/drafts";
import { usePainted } from "@/lib/painted";
import { distrustAnswers, holdAnswers, queryClient } from "@/lib/query";
import { forgetRecent } from "@/lib/recent";
import { Refusal } from "@/lib/refusal";
import { showAppearance } from "./appearance";
import { earlyAnswer, startupAnswer } from "./firstAnswer";
import { Held } from "./Held";
import { LeaveProvider } from "./session";
import { askAhead, useProduct } from "./useProduct";

const SetUpWizard = lazy(() =>
  import("@/features/startup/SetUpWizard").then((file) => ({ default: file.SetUpWizard })),
);
const ConfirmRecovery = lazy(() =>
  import("@/features/startup/ConfirmRecovery").then((file) => ({ default: file.ConfirmRecovery })),
);
const ChoosePassword = lazy(() =>
  import("@/features/sign_in/ChoosePassword").then((file) => ({ default: file.ChoosePassword })),
);
const FailureScreen = lazy(() =>
  import("@/features/startup/FailureScreen").then((file) => ({ default: file.FailureScreen })),
);

/** Forgets everything of the session: no answer stays in the cache, no name in the title. */
function forget() {
  queryClient.clear();
  document.title = "Forecourt";
}

/** Whose screen is behind the lock. */
interface Behind {
  employee: EmployeeId;
  title: string;
  /** Lets go of the answers that are kept for it. */
  release: () => void;
}

/** The first screen, when its answer is there before anything is drawn. */
function firstView(): StartupView | null {
  const view = earlyAnswer();
  return view?.phase === "signed_in" ? null : view;
}

/** Chooses the screen by the phase the database and the session are in. */
export function Startup() {
  const [startup, setStartup] = useState(firstView);
  const [session, setSession] = useState<SessionView | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const lastEmployee = useRef<EmployeeId | null>(null);
  const signedIn = useRef(false);
  signedIn.current = session !== null;
  // One screen an employee and sign-in: counted, so that nobody gets the screen of another.
  const [screen, setScreen] = useState(0);
  const behind = useRef<Behind | null>(null);
  const shown = useRef<SessionView | null>(null);
  shown.current = session;

  // Counts who comes and goes: a product that is about to be drawn is not, when its session ended meanwhile.
  const turns = useRef(0);

  /** Takes the screen away and keeps it, for whoever unlocks. */
  const putAway = useCallback(() => {
    turns.current += 1;
    const { current } = shown;
    if (current) {
      const { title } = document;
      behind.current = { employee: current.employee.id, title, release: holdAnswers() };
    } else if (!behind.current) forget();
    document.title = "Forecourt";
    setSession(null);
  }, []);

  /** The screen behind the lock is nobody's any more. */
  const drop = useCallback(() => {
    turns.current += 1;
    behind.current?.release();
    behind.current = null;
    setScreen((before) => before + 1);
    setSession(null);
    forget();
  }, []);

  /** Has the product drawn for this session, unless it ends before that. Answers whether it is. */
  const begin = useCallback(async (view: SessionView) => {
    turns.current += 1;
    const turn = turns.current;
    const kept = behind.current;
    behind.current = null;
    const isBack = kept?.employee === view.employee.id;
    if (kept && isBack) {
      document.title = kept.title;
      distrustAnswers();
      // Once the screen holds them itself.
      window.setTimeout(kept.release, 1_000);
    } else {
      kept?.release();
      forget();
      setScreen((before) => before + 1);
    }
    queryClient.setQueryData(keyOf("show_session", {}), view);
    // Another employee starts at the beginning, the same one where the lock fell.
    const last = lastEmployee.current;
    if (last !== null && last !== view.employee.id) {
      window.location.hash = "";
      forgetRecent();
    }
    lastEmployee.current = view.employee.id;
    if (!isBack) await askAhead();
    if (turn !== turns.current) return false;
    setSession(view);
    return true;
  }, []);

  const show = useCallback(
    async (answer: Promise<StartupView> | StartupView) => {
      try {
        const view = await answer;
        if (view.phase === "signed_in") {
          if (!signedIn.current && !(await begin(await call("show_session", {})))) return;
        } else if (view.phase === "locked") putAway();
        else drop();
        showAppearance(view.appearance);
        setStartup(view);
        setRefusal(null);
      } catch (cause) {
        setRefusal(Refusal.from(cause));
      }
    },
    [begin, putAway, drop],
  );

  useEffect(() => {
    void show(startupAnswer());
  }, [show]);

  useEffect(
    () =>
      onSessionLost((refusal) => {
        // Off the screen at once; what to show instead comes with the answer. A database that is
        // only busy with long work ends no session, so there the answer decides first.
        if (refusal.code !== "not_ready") putAway();
        void show(startupAnswer());
      }),
    [show, putAway],
  );

  const leave = useMemo(() => {
    const end = async (how: "lock" | "sign_out") => {
      // Asked for while there is somebody to keep it for; the screen goes at once all the same.
      const kept = flushDrafts();
      if (how === "lock") putAway();
      else drop();
      setStartup(null);
      if (how === "sign_out") forgetRecent();
      await kept;
      // Whatever the answer, the dispatcher then says where we are.
      await call(how, {}).catch(() => undefined);
      await show(startupAnswer());
    };
    return { lock: () => void end("lock"), switchEmployee: () => void end("sign_out") };
  }, [show, putAway, drop]);

  const waiting = !session && startup !== null;
  const Product = useProduct(session ? "now" : waiting ? "soon" : "later");
  usePainted(
    "sign_in_painted",
    waiting && (startup.phase === "signed_out" || startup.phase === "locked"),
  );

  // One and the same while it is behind the lock: nothing of it is drawn there.
  const product = useMemo(
    () =>
      Product && (
        <LeaveProvider value={leave}>
          <Product />
        </LeaveProvider>
      ),
    [Product, leave],
  );
  const held = product && (session || behind.current) && (
    <Held key={screen} away={session === null}>
      {product}
    </Held>
  );
  return (
    <>
      {held}
      {session ? !Product && <LoadingState /> : gate()}
    </>
  );

  function gate() {
    if (refusal) {
      return (
        <Stage>
          <ErrorState refusal={refusal} onRetry={() => void show(startupAnswer())} />
        </Stage>
      );
    }
    if (!startup) return <Stage>{null}</Stage>;
    const onStartup = (view: StartupView) => void show(view);
    return (
      <Suspense fallback={<Stage>{null}</Stage>}>
        {startup.phase === "failure" && startup.failure ? (
          <FailureScreen
            key={startup.failure.kind}
            failure={startup.failure}
            version={startup.version}
            onStartup={onStartup}
          />
        ) : startup.phase === "set_up" ? (
          <SetUpWizard startup={startup} onStartup={onStartup} />
        ) : startup.phase === "confirm_recovery" ? (
          <ConfirmRecovery
            startup={startup}
            signIn={<SignIn startup={startup} onSession={begin} />}
            onStartup={onStartup}
          />
        ) : startup.phase === "choose_password" ? (
          <ChoosePassword
            startup={startup}
            onDone={() => void show(startupAnswer())}
            onLock={leave.lock}
            onLeave={leave.switchEmployee}
          />
        ) : startup.phase === "locked" ? (
          <Lock startup={startup} onSession={begin} />
        ) : (
          <SignIn startup={startup} onSession={begin} />
        )}
      </Suspense>
    );
  }
}
