import { useEffect, useRef, useState } from "react";
import { FieldFault } from "../../part/form/field.js";
import { useWords } from "../../shell/speak.js";
import { useStore, useStudy } from "../../study/use-study.js";
import { words } from "./words.js";

/** The study as it is written. What is typed stays until it is applied or given up, whatever is wrong with it. */
export function StudyText() {
  const w = useWords(words);
  const store = useStore();
  const { text, fault } = useStudy();
  const [draft, setDraft] = useState(text);
  const known = useRef(text);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    setDraft((before) => (before === known.current ? text : before));
    known.current = text;
  }, [text]);
  const line = fault?.place?.file === "study.yaml" ? fault.place.line : undefined;
  const goTo = (to: number): void => {
    const lines = draft.split("\n");
    const start = lines.slice(0, to - 1).reduce((sum, one) => sum + one.length + 1, 0);
    area.current?.focus();
    area.current?.setSelectionRange(start, start + (lines[to - 1]?.length ?? 0));
    if (area.current) area.current.scrollTop = (area.current.scrollHeight / Math.max(1, lines.length)) * Math.max(0, to - 4);
  };
  return (
    <section>
      <p className="note" id="study-text-note">
        {w.textNote}
      </p>
      {fault && <FieldFault id="study-text-fault" fault={fault} />}
      {line !== undefined && (
        <p>
          <button type="button" className="quiet small" onClick={() => goTo(line)}>
            {w.line(line)}
          </button>
        </p>
      )}
      <textarea
        ref={area}
        className="study-text"
        aria-label={w.text}
        aria-describedby="study-text-note"
        spellCheck={false}
        wrap="off"
        rows={24}
        value={draft}
        onChange={({ target }) => setDraft(target.value)}
      />
      <p className="step-tools">
        <button type="button" className="quiet" disabled={draft === text} onClick={() => store.write(draft)}>
          {w.apply}
        </button>
        <button type="button" className="quiet" disabled={draft === text} onClick={() => setDraft(text)}>
          {w.discard}
        </button>
      </p>
    </section>
  );
}
