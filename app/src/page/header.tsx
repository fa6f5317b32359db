import { emblemIcon, type Theme } from "@gongfu/render/wheels";
import { useCallback } from "react";
import type { Words } from "../words.js";
import { Picture } from "./picture.js";

interface Props {
  words: Words;
  onLanguage: () => void;
  otherLanguage: string;
}

export function Header({ words, onLanguage, otherLanguage }: Props) {
  const draw = useCallback((size: number, theme: Theme) => emblemIcon({ size, theme }), []);
  return (
    <header className="top">
      <div className="brand">
        <Picture className="icon" draw={draw} />
        <p>
          <strong>Gongfu</strong> <span lang="zh-CN">共富</span>
        </p>
      </div>
      <button type="button" className="quiet" onClick={onLanguage} lang={otherLanguage}>
        {words.language}
      </button>
    </header>
  );
}
