import { emblemIcon, type Theme } from "@gongfu/render/wheels";
import { useCallback, useState } from "react";
import { Picture } from "../part/picture.js";
import { useStore, useStudy } from "../study/use-study.js";
import { ReadAloud } from "./read-aloud.js";
import { addressOf, type PageName, pages } from "./route.js";
import { useLanguage, useSay, useWords } from "./speak.js";
import { words } from "./words.js";

interface Props {
  readonly page: PageName;
  readonly large: boolean;
  readonly onLarge: () => void;
  readonly onLanguage: () => void;
}

export function Header({ page, large, onLarge, onLanguage }: Props) {
  const w = useWords(words);
  const say = useSay();
  const language = useLanguage();
  const store = useStore();
  const { ran, canUndo, canRedo } = useStudy();
  const [open, setOpen] = useState(false);
  const draw = useCallback((size: number, theme: Theme) => emblemIcon({ size, theme }), []);
  return (
    <header className="top">
      <div className="brand">
        <Picture className="icon" draw={draw} />
        <p>
          <a href={addressOf("start")}>
            <strong>Gongfu</strong> <span lang="zh-CN">共富</span>
          </a>
          {ran && <span className="study-name">{say(ran.title)}</span>}
        </p>
      </div>
      <div className="steps">
        <button type="button" className="quiet tool" onClick={() => store.undo()} disabled={!canUndo} aria-label={w.undo} title={w.undo}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M6 2 1.5 6.5 6 11V8c4 0 6.500 1.500 8 5 0-5-3-8-8-8z" />
          </svg>
        </button>
        <button type="button" className="quiet tool" onClick={() => store.redo()} disabled={!canRedo} aria-label={w.redo} title={w.redo}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M10 2l4.500 4.500L10 11V8c-4 0-6.500 1.500-8 5 0-5 3-8 8-8z" />
          </svg>
        </button>
      </div>
      <button type="button" className="quiet menu" aria-expanded={open} aria-controls="menu" onClick={() => setOpen(!open)}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M1 3h14v2H1zM1 7h14v2H1zM1 11h14v2H1z" />
        </svg>{" "}
        {w.pages[page]}
      </button>
      <nav id="menu" aria-label={w.menu} className={open ? "open" : undefined}>
        <ul>
          {pages.map((one) => (
            <li key={one}>
              <a href={addressOf(one)} aria-current={one === page ? "page" : undefined} onClick={() => setOpen(false)}>
                {w.pages[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={open ? "tools open" : "tools"}>
        <ReadAloud key={language} />
        <button type="button" className="quiet" onClick={onLarge} aria-pressed={large}>
          {large ? w.largeOff : w.large}
        </button>
        <button type="button" className="quiet" onClick={onLanguage} lang={language === "en" ? "zh-CN" : "en"}>
          {w.language}
        </button>
      </div>
    </header>
  );
}
