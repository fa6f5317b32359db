import { useRef } from "react";
import { addStep } from "../../part/form/step-edits.js";
import type { Plan } from "../../part/form/use-plan.js";
import { useSelection } from "../../shell/selection.js";
import { useLanguage, useWords } from "../../shell/speak.js";
import { useAnswer, useStore, useStudy } from "../../study/use-study.js";
import type { Interval } from "../../worker/ran.js";
import { openChoices } from "./open-choices.js";
import { words } from "./words.js";

interface Props {
  readonly plan: Plan;
  readonly column: string;
  readonly interval: Interval | null;
}

/** One line: how many choices move the chosen unit, and which. A study that varies none can be given the step that does. */
export function Moves({ plan, column, interval }: Props) {
  const w = useWords(words);
  const store = useStore();
  const { ran } = useStudy();
  const { unit } = useSelection();
  const index = ran?.scores?.step;
  const varied = plan.steps.some((one) => one.verb === "uncertainty");
  if (varied) return unit === null ? interval && <p className="note">{w.chooseUnit}</p> : <MovesOf column={column} unit={unit} />;

  const card = plan.cards.get("uncertainty");
  const fields = index && openChoices(plan.steps, plan.offers, index);
  if (!card || !fields) return null;
  return (
    <p>
      <button type="button" className="quiet" onClick={() => store.edit(addStep(card, plan.steps, plan.cards, fields).edits)}>
        {w.addUncertainty}
      </button>{" "}
      <span className="note">{w.uncertaintyNote}</span>
    </p>
  );
}

function MovesOf({ column, unit }: { readonly column: string; readonly unit: string }) {
  const w = useWords(words);
  const language = useLanguage();
  const { ran } = useStudy();
  const { value: answered } = useAnswer("moves", column, unit, language);
  // while the plan is being run again the results of before stand
  const kept = useRef({ column, unit, language, value: answered });
  const { current } = kept;
  if (answered || current.column !== column || current.unit !== unit || current.language !== language) {
    kept.current = { column, unit, language, value: answered };
  }
  const { value } = kept.current;
  const name = ran?.units.find((one) => one.code === unit)?.names[language];
  if (!value || value.length === 0 || !name) return null;
  const far = value.filter(({ high, low }) => low.rank - high.rank > 1);
  return (
    <section className="moves" aria-live="polite">
      <p className="moves-line">{w.moves(far.length, name)}</p>
      <ul className="note">
        {far.map(({ choice, high, low }, k) => (
          <li key={`${choice} ${k}`}>{w.move(choice, high.alternative, high.rank.toFixed(1), low.alternative, low.rank.toFixed(1))}</li>
        ))}
      </ul>
    </section>
  );
}
