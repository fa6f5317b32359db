import { addressOf } from "../../shell/route.js";
import { useSay } from "../../shell/speak.js";
import type { Ran } from "../../worker/ran.js";
import type { Words } from "./words.js";

/** Verbs that lead from the data to the index and the coupling; what comes after looks at them. */
const building = new Set(["derive", "impute", "treat", "normalise", "weigh", "aggregate", "rate", "couple"]);

interface Props {
  readonly ran: Ran;
  readonly words: Words;
}

/** How the study is computed: its methods in their order, and where the rest stands. */
export function Computed({ ran, words }: Props) {
  const say = useSay();
  const steps = ran.steps.filter((step) => building.has(step.verb));
  const methods = steps.filter((step, k) => steps.findIndex((one) => one.card === step.card) === k);
  return (
    <div>
      <h2>{words.methodTitle}</h2>
      <p>{words.method}</p>
      <ol className="chain">
        {methods.map((step) => (
          <li key={step.card}>
            <a href={addressOf("methods", step.card)}>{say(step.names)}</a>
          </li>
        ))}
      </ol>
      <p>
        {words.full} <a href={addressOf("report")}>{words.fullPage}</a>
        {words.stop}
      </p>
      <aside className="beside" aria-label={words.elsewhere}>
        <p className="note">{words.elsewhereText}</p>
        <code>npx gongfu run study.yaml --out results</code>
      </aside>
    </div>
  );
}
