import type { Language } from "../ground/words/index.js";
import type { StudyRun } from "../study/index.js";
import { type Move, movesOf, stepsOf } from "./lookup/index.js";
import { alternativeText, variationsOf, wordOf } from "./sections/choice-words.js";
import { tale } from "./tale.js";

/** What each varied choice does to the place of a unit in one column, choices and alternatives in words; null when the study varies none. */
export function toldMoves(run: StudyRun, column: string, unit: string, language: Language): readonly Move[] | null {
  const [step] = stepsOf(run, "uncertainty");
  if (!step) return null;
  const telling = tale(run, language);
  return movesOf(step, column, unit).map(({ choice, high, low }) => {
    const variation = variationsOf(step).find((one) => one.name === choice);
    const told = (one: Move["high"]): Move["high"] => ({
      rank: one.rank,
      alternative: alternativeText(telling, step, { choice, alternative: one.alternative }),
    });
    return { choice: variation ? wordOf(telling, variation) : choice, high: told(high), low: told(low) };
  });
}
