import { useEffect, useState } from "react";
import { useWords } from "../shell/speak.js";
import { words as all } from "./words.js";

interface Props {
  years: readonly number[];
  t: number;
  onChange: (t: number) => void;
}

/** Year slider with play; it moves all that hangs on the chosen year together. */
export function Years({ years, t, onChange }: Props) {
  const words = useWords(all);
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      if (t + 1 < years.length) onChange(t + 1);
      if (t + 2 >= years.length) setPlaying(false);
    }, 700);
    return () => clearTimeout(timer);
  }, [playing, t, years.length, onChange]);

  const play = (): void => {
    if (!playing && t === years.length - 1) onChange(0);
    setPlaying(!playing);
  };
  return (
    <div className="years">
      <button type="button" className="quiet" onClick={play} aria-label={playing ? words.pause : words.play}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          {playing ? <path d="M3 2h4v12H3zM9 2h4v12H9z" /> : <path d="M3 1l11 7-11 7z" />}
        </svg>
      </button>
      <span className="note" aria-hidden="true">
        {years[0]}
      </span>
      <input
        type="range"
        min={0}
        max={years.length - 1}
        step={1}
        value={t}
        onChange={(event) => onChange(Number(event.target.value))}
        aria-label={words.year}
        aria-valuetext={String(years[t])}
      />
      <output>{years[t]}</output>
    </div>
  );
}
