import type { FaultParts, Language, Text } from "@gongfu/engine";
import type { Words } from "../words.js";

interface ComputingProps {
  words: Words;
  language: Language;
  done: number;
  total: number;
  names: Text | null;
}

export function Computing({ words, language, done, total, names }: ComputingProps) {
  return (
    <section className="waiting" aria-live="polite">
      <h1>{words.computing}</h1>
      <progress value={done} max={total} aria-label={words.computing} />
      <p className="note">{names?.[language] ?? "…"}</p>
    </section>
  );
}

export function FaultNote({ words, language, fault }: { words: Words; language: Language; fault: FaultParts }) {
  return (
    <section className="waiting" role="alert">
      <h1>{words.faultTitle}</h1>
      <p>{fault.found[language]}</p>
      <p>{fault.expected[language]}</p>
      <p>{fault.next[language]}</p>
    </section>
  );
}
