import { addressOf } from "../../shell/route.js";
import { useWords } from "../../shell/speak.js";
import { type StepName, words } from "./words.js";

/** The way on, as a link that looks like what it is for. */
export function NextStep({ to }: { readonly to: StepName }) {
  const w = useWords(words);
  return (
    <p>
      <a className="go" href={addressOf("bring-data", to)}>
        {w.next(w.steps[to])} →
      </a>
    </p>
  );
}
