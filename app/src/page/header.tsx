import type { Words } from "../words.js";

interface Props {
  words: Words;
  onLanguage: () => void;
  otherLanguage: string;
}

export function Header({ words, onLanguage, otherLanguage }: Props) {
  return (
    <header className="top">
      <p className="brand">
        <img src="./icon.svg" alt="" width="40" height="24" />
        <strong>Gongfu</strong> <span lang="zh-CN">共富</span>
      </p>
      <button type="button" className="quiet" onClick={onLanguage} aria-label={words.languageLabel}>
        <span lang={otherLanguage}>{words.language}</span>
      </button>
    </header>
  );
}
