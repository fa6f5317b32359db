import { useCards } from "../../part/form/use-plan.js";
import { useWords } from "../../shell/speak.js";
import type { StepSummary } from "../../worker/ran.js";
import { StepView } from "./step-view.js";
import { words } from "./words.js";

/** Steps no question knows of: those that tell a result first, those that prepare the data and the index after. */
export function More({ steps }: { readonly steps: readonly StepSummary[] }) {
  const w = useWords(words);
  const cards = useCards();
  if (!cards) return null;
  const tells = ({ card }: StepSummary): boolean => cards.get(card)?.gives === "report";
  const [results, preparing] = [steps.filter(tells), steps.filter((step) => !tells(step))];
  return (
    <>
      {results.length > 0 && <h2>{w.results}</h2>}
      {results.map((step) => (
        <StepView key={step.id} step={step} />
      ))}
      {preparing.length > 0 && <h2>{w.preparing}</h2>}
      {preparing.map((step) => (
        <StepView key={step.id} step={step} />
      ))}
    </>
  );
}
