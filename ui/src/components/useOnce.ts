import { useRef, useState } from "react";

interface Once {
  /** Between the click and the end of what it began. */
  running: boolean;
  /** The same, for what is asked between two drawings. */
  isRunning: () => boolean;
  /** Does it, unless it is being done already. */
  once: (act: () => unknown) => void;
}

/**
 * A save happens once, however often it is clicked. The flag is up from the click on, before anything is
 * drawn: two clicks of one hand are nearer to each other than a button takes to grey. An act that returns
 * a promise is over when it settles; any other when `busy`, which its form knows of itself, is down again.
 */
export function useOnce(busy = false): Once {
  const flag = useRef(false);
  const now = useRef(busy);
  now.current = busy;
  const [waiting, setWaiting] = useState(false);

  const once = (act: () => unknown) => {
    if (flag.current || now.current) return;
    flag.current = true;
    let done: unknown;
    try {
      done = act();
    } catch (cause) {
      flag.current = false;
      throw cause;
    }
    if (done instanceof Promise) {
      const end = () => {
        flag.current = false;
        setWaiting(false);
      };
      setWaiting(true);
      done.then(end, end);
    } else {
      // By the next turn the form's own flag is up, if anything runs at all.
      window.setTimeout(() => {
        flag.current = false;
      });
    }
  };
  return {
    running: busy || waiting,
    isRunning: () => flag.current || now.current,
    once,
  };
}
