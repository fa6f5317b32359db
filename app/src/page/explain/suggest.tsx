import { addStep } from "../../part/form/step-edits.js";
import { usePlan } from "../../part/form/use-plan.js";
import { useSay, useWords } from "../../shell/speak.js";
import { useAnswer, useStore } from "../../study/use-study.js";
import type { Ran } from "../../worker/ran.js";
import { type Question, suggestions } from "./questions.js";
import { words } from "./words.js";

/** What a study lacks to answer a question, and a button that adds it. */
export function Suggest({ question, ran }: { readonly question: Question; readonly ran: Ran }) {
  const w = useWords(words);
  const say = useSay();
  const store = useStore();
  const plan = usePlan(false);
  const { value: comparable } = useAnswer("comparable");
  return (
    <>
      <p className="lead">{w.lacking[question]}</p>
      <p className="choosers">
        {plan &&
          comparable &&
          suggestions(question, ran, comparable?.indicators).flatMap(({ verb, fields }) => {
            const card = [...plan.cards.values()].find((one) => one.verb === verb);
            if (!card) return [];
            return [
              <button
                key={verb}
                type="button"
                className="quiet"
                disabled={plan.unread !== null}
                onClick={() => store.edit(addStep(card, plan.steps, plan.cards, fields).edits)}
              >
                {w.add(say(card.names))}
              </button>,
            ];
          })}
      </p>
    </>
  );
}
