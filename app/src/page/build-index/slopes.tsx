interface Props {
  readonly rows: readonly { readonly code: string; readonly name: string; readonly was: number; readonly now: number }[];
  readonly chosen: string | null;
  /** what is drawn, in one sentence */
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

const rowHeight = 18;
const [left, right, width] = [150, 330, 480];

/** Ranks in two columns, a line a unit: those that move far and the chosen one in ink, the others quiet. */
export function Slopes({ rows, chosen, label, from, to }: Props) {
  const places = (side: "was" | "now"): Map<string, number> =>
    new Map([...rows].sort((a, b) => a[side] - b[side]).map((one, k) => [one.code, k]));
  const [before, after] = [places("was"), places("now")];
  const y = (k: number): number => 36 + k * rowHeight;
  return (
    <svg className="slopes" viewBox={`0 0 ${width} ${y(rows.length)}`} role="img" aria-label={label}>
      <text x={left} y={16} textAnchor="end" className="slope-head">
        {from}
      </text>
      <text x={right} y={16} className="slope-head">
        {to}
      </text>
      {rows.map(({ code, name, was, now }) => {
        const [a, b] = [y(before.get(code) ?? 0), y(after.get(code) ?? 0)];
        const strong = chosen === code || (chosen === null && Math.abs(was - now) >= 3);
        return (
          <g key={code} className={strong ? "slope strong" : "slope"}>
            <text x={left} y={a + 4} textAnchor="end">
              {name} {was}
            </text>
            <line x1={left + 6} y1={a} x2={right - 6} y2={b} />
            <text x={right} y={b + 4}>
              {now} {name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
