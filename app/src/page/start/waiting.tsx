import { useSay, useWords } from "../../shell/speak.js";
import { useStudy } from "../../study/use-study.js";
import { words } from "./words.js";

/** Before there is any result. */
export function Waiting() {
  const { running } = useStudy();
  const w = useWords(words);
  const say = useSay();
  return (
    <section className="waiting" aria-live="polite">
      <h1>{w.computing}</h1>
      <progress value={running?.done ?? 0} max={running?.total ?? 1} aria-label={w.computing} />
      <p className="note">{running?.names ? say(running.names) : "…"}</p>
    </section>
  );
}
