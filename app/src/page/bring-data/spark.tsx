import { useWords } from "../../shell/speak.js";
import type { FoundLine } from "../../worker/calls/bring-data/types.js";
import { words } from "./words.js";

const [width, height, edge] = [180, 44, 6];

/** A little line of a series: gaps where nothing is, rings where the finding points. */
export function Spark({ periods, line: { values, marked } }: { readonly periods: readonly number[]; readonly line: FoundLine }) {
  const w = useWords(words);
  const there = values.filter((value) => value === value);
  const [low, high] = [Math.min(...there), Math.max(...there)];
  const x = (t: number): number => edge + (t * (width - 2 * edge)) / Math.max(1, periods.length - 1);
  const y = (value: number): number => (high > low ? height - edge - ((value - low) * (height - 2 * edge)) / (high - low) : height / 2);
  const strokes = Array.from(values, (value, t) =>
    value === value ? `${t > 0 && values[t - 1] === values[t - 1] ? "L" : "M"}${x(t).toFixed(1)} ${y(value).toFixed(1)}` : "",
  ).join("");
  const label = w.lineLabel(String(periods[0]), String(periods[periods.length - 1]), marked.map((t) => periods[t]).join(", "));
  return (
    <svg className="spark" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      <path d={strokes} />
      {marked.map((t) => (
        <circle
          key={periods[t]}
          className={values[t] === values[t] ? undefined : "gone"}
          cx={x(t)}
          cy={values[t] === values[t] ? y(values[t]) : height / 2}
          r="4"
        />
      ))}
    </svg>
  );
}
