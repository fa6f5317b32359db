import type { Language } from "@gongfu/engine";
import { useRef, useState } from "react";
import { useWords } from "../../shell/speak.js";
import type { ReportOutline } from "../../worker/calls/report.js";
import { titleKey } from "../../worker/calls/report-edits.js";
import { type Choices, noChoices } from "./choices.js";
import { words } from "./words.js";

interface Props {
  readonly outline: ReportOutline;
  /** language whose headings are written */
  readonly language: Language;
  readonly choices: Choices;
  readonly onChoices: (change: (before: Choices) => Choices) => void;
}

/** Sections on and off, headings written anew. */
export function SectionsForm({ outline, language, choices, onChoices }: Props) {
  const w = useWords(words);
  const headings = choices.headings[language];
  const write = (key: string, text: string): void =>
    onChoices((before) => ({
      ...before,
      headings: { ...before.headings, [language]: { ...before.headings[language], [key]: text } },
    }));
  const include = (id: string, wanted: boolean): void =>
    onChoices((before) => ({ ...before, without: [...before.without.filter((one) => one !== id), ...(wanted ? [] : [id])] }));
  return (
    <details className="sections">
      <summary>{w.edit}</summary>
      <p className="note">{w.editHelp}</p>
      <ol>
        <li>
          <span />
          <Heading
            label={w.heading}
            was={outline.title}
            text={headings[titleKey]}
            language={language}
            onText={(text) => write(titleKey, text)}
          />
        </li>
        {outline.sections.map(({ id, title }) => (
          <li key={id}>
            <input
              type="checkbox"
              aria-label={w.include(title)}
              checked={!choices.without.includes(id)}
              onChange={({ target: { checked } }) => include(id, checked)}
            />
            <Heading label={w.headingOf(title)} was={title} text={headings[id]} language={language} onText={(text) => write(id, text)} />
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="quiet"
        onClick={() => onChoices((before) => ({ ...before, without: noChoices.without, headings: noChoices.headings }))}
      >
        {w.reset}
      </button>
    </details>
  );
}

interface HeadingProps {
  readonly label: string;
  readonly was: string;
  readonly text: string | undefined;
  readonly language: Language;
  readonly onText: (text: string) => void;
}

/** How long typing must rest before the report is written anew. */
const rest = 500;

function Heading({ label, was, text, language, onText }: HeadingProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const type = (value: string): void => {
    setTyped(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      onText(value);
      setTyped(null);
    }, rest);
  };
  return (
    <input
      type="text"
      aria-label={label}
      lang={language === "zh" ? "zh-CN" : "en"}
      placeholder={was}
      value={typed ?? text ?? was}
      onChange={({ target: { value } }) => type(value)}
    />
  );
}
