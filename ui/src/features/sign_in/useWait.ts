import { useCallback, useEffect, useState } from "react";

/** A wait that counts down by itself: the seconds left, and the way to begin one. */
export function useWait(): [seconds: number, begin: (seconds: number) => void] {
  const [until, setUntil] = useState(0);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (until === 0) return;
    const look = () => {
      const seconds = Math.max(0, Math.ceil((until - performance.now()) / 1000));
      setLeft(seconds);
      if (seconds === 0) setUntil(0);
    };
    look();
    const timer = window.setInterval(look, 250);
    return () => window.clearInterval(timer);
  }, [until]);
  const begin = useCallback((seconds: number) => {
    if (seconds > 0) setUntil(performance.now() + seconds * 1000);
  }, []);
  return [left, begin];
}
