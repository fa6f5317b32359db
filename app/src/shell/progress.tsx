import { useEffect, useRef, useState } from "react";
import { useStore, useStudy } from "../study/use-study.js";
import { useSay, useWords } from "./speak.js";
import { words } from "./words.js";

/** How far a run has come, once it takes longer than a glance; it can be given up. */
export function Progress() {
  const { running } = useStudy();
  const store = useStore();
  const w = useWords(words);
  const say = useSay();
  const [shown, setShown] = useState(false);
  const began = useRef(0);
  const busy = running !== null;
  useEffect(() => {
    setShown(false);
    if (!busy) return;
    began.current = performance.now();
    const timer = setTimeout(() => setShown(true), 400);
    return () => clearTimeout(timer);
  }, [busy]);
  if (!running || !shown) return <div className="progress" aria-live="polite" />;

  const share = running.total ? running.done / running.total : 0;
  const spent = (performance.now() - began.current) / 1000;
  const left = share > 0.1 ? Math.ceil((spent * (1 - share)) / share) : null;
  return (
    <div className="progress shown" aria-live="polite">
      <progress value={running.done} max={running.total} aria-label={w.computing} />
      <span className="note">
        {running.names ? say(running.names) : w.computing}
        {left !== null && left > 1 && ` · ${w.left(left)}`}
      </span>
      <button type="button" className="quiet" onClick={() => store.cancel()}>
        {w.cancel}
      </button>
    </div>
  );
}
