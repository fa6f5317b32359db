import { useEffect, useState } from "react";
import { useLanguage, useWords } from "./speak.js";
import { words } from "./words.js";

/** Reads headings and paragraphs of the page by the browser's own voice; not there where the browser has none. */
export function ReadAloud() {
  const w = useWords(words);
  const language = useLanguage();
  const [reading, setReading] = useState(false);
  useEffect(() => () => globalThis.speechSynthesis?.cancel(), []);
  if (!("speechSynthesis" in globalThis)) return null;

  const read = (): void => {
    speechSynthesis.cancel();
    setReading(!reading);
    if (reading) return;
    const spoken = new SpeechSynthesisUtterance(sentences().join(language === "zh" ? "。" : ". "));
    spoken.lang = language === "zh" ? "zh-CN" : "en-GB";
    spoken.rate = 0.9;
    spoken.onend = () => setReading(false);
    spoken.onerror = () => setReading(false);
    speechSynthesis.speak(spoken);
  };
  return (
    <button type="button" className="quiet" onClick={read} aria-pressed={reading}>
      {reading ? w.stopReading : w.readAloud}
    </button>
  );
}

/** What is read: headings and running text that are seen, in their order. */
const sentences = (): string[] =>
  [...document.querySelectorAll("main h1, main h2, main p")].flatMap((one) => (one.checkVisibility() && one.textContent?.trim()) || []);
