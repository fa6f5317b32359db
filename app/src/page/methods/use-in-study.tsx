import type { YamlEdit } from "@gongfu/engine/ground/yaml";
import { useEffect, useState } from "react";
import { useSay, useWords } from "../../shell/speak.js";
import { useStore, useStudy } from "../../study/use-study.js";
import type { CardSummary } from "../../worker/calls/cards.js";
import type { MethodPage } from "../../worker/calls/method-page.js";
import type { PlainStep } from "../../worker/calls/outline.js";
import { addedStep, keysToWrite, stepsToSwitch, switched } from "./step-for.js";
import { words } from "./words.js";

interface Props {
  readonly card: CardSummary;
  readonly page: MethodPage;
}

/** Put the method into the study that is open: as a step of its own, or in place of another of the same verb. */
export function UseInStudy({ card, page }: Props) {
  const w = useWords(words);
  const say = useSay();
  const store = useStore();
  const { text, ran, running } = useStudy();
  const [outline, setOutline] = useState<readonly PlainStep[]>([]);
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    if (text)
      store.engine.ask("outline", text).then(
        ({ steps }) => wanted && setOutline(steps),
        () => wanted && setOutline([]),
      );
    return () => {
      wanted = false;
    };
  }, [store, text]);
  if (!ran || outline.length === 0) return null;
  const needs = keysToWrite(card, ran, page);
  const apply = async (edits: readonly YamlEdit[]): Promise<void> => {
    setSaid(null);
    await store.edit(edits);
    setSaid(store.state().fault ? w.refused : w.added);
  };
  const names = (step: PlainStep): string => {
    const found = ran.steps.find((one) => one.id === step.id);
    return found ? say(found.names) : (step.card ?? step.verb);
  };
  return (
    <section>
      <h2>{w.use}</h2>
      <div className="uses">
        {needs.length > 0 ? (
          <p className="note">{w.needs(needs.join(", "))}</p>
        ) : (
          <button type="button" className="quiet" disabled={running !== null} onClick={() => apply([addedStep(card, ran, page, outline)])}>
            {w.addStep}
          </button>
        )}
        {stepsToSwitch(card, outline).map((step) => (
          <button key={step.id} type="button" className="quiet" disabled={running !== null} onClick={() => apply(switched(card, step))}>
            {w.switchStep(step.id, names(step))}
          </button>
        ))}
      </div>
      <p className="note" aria-live="polite">
        {said}
      </p>
    </section>
  );
}
