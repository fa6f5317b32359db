import { useWords } from "../../shell/speak.js";
import { words } from "./words.js";

interface Props {
  /** share of units with a value, by period */
  readonly observed: readonly number[];
  readonly imputed: readonly number[];
}

/** A dot a period: full where every unit has a value, a ring where none has, part full between. */
export function Availability({ observed, imputed }: Props) {
  const w = useWords(words);
  if (observed.length === 0) return <span className="dots" />;
  const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / Math.max(1, list.length);
  const [missing, filled] = [1 - mean(observed), mean(imputed)];
  const text = [missing > 0 ? w.missing(percent(missing)) : w.complete, ...(filled > 0 ? [w.imputed(percent(filled))] : [])].join(" · ");
  const step = observed.length > 16 ? 4 : 9;
  return (
    <span className="dots">
      <svg width={observed.length * step} height="10" aria-hidden="true">
        {observed.map((share, k) => (
          <g key={k} transform={`translate(${k * step + step / 2} 5)`}>
            <circle r={step / 2 - 1} className="dot-ring" />
            <circle r={(step / 2 - 1) * Math.sqrt(share)} className="dot-full" />
          </g>
        ))}
      </svg>
      <span className="note">{text}</span>
    </span>
  );
}

const percent = (share: number): string => String(Math.max(0.1, Number((share * 100).toFixed(1))));
