import { useState } from "react";
import { written } from "../../part/data-table.js";
import { useSay, useWords } from "../../shell/speak.js";
import type { ColumnSummary, PanelSummary } from "../../worker/calls/bring-data/types.js";
import { useBringing } from "./bringing.js";
import { share } from "./figures.js";
import { words } from "./words.js";

const shown = 400;

/** Every column of numbers: what it is called, measured in, and how much of it is there. */
export function Columns({ panel: { columns, periods, aside, groupings } }: { readonly panel: PanelSummary }) {
  const w = useWords(words);
  const say = useSay();
  const bringing = useBringing();
  const [wanted, setWanted] = useState("");
  const found = matching(columns, wanted);
  const number = (value: number | null): string => (value === null ? "–" : written(value));
  return (
    <section className="column-table">
      <h2>
        {w.columnsTitle} <span className="note">{w.shownOf(Math.min(found.length, shown), found.length)}</span>
      </h2>
      {columns.length > 12 && (
        <label className="search">
          <span>{w.search}</span>
          <input type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
        </label>
      )}
      <section className="scroll" aria-label={w.columnsTitle} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.column}</th>
              <th scope="col">{w.measure}</th>
              <th scope="col" className="number">
                {w.n}
              </th>
              <th scope="col" className="number">
                {w.missing}
              </th>
              <th scope="col" className="number">
                {w.min}
              </th>
              <th scope="col" className="number">
                {w.median}
              </th>
              <th scope="col" className="number">
                {w.max}
              </th>
              {periods.length > 1 && <th scope="col">{w.byPeriod}</th>}
            </tr>
          </thead>
          <tbody>
            {found.slice(0, shown).map((one) => (
              <tr key={one.id}>
                <th scope="row" className="name">
                  {say(one.names)}
                  {say(one.names) !== one.id && <code>{one.id}</code>}
                </th>
                <td>
                  <input
                    className="measure"
                    aria-label={w.measureOf(say(one.names))}
                    value={bringing.draft?.units[one.id] ?? say(one.unit)}
                    onChange={(event) => bringing.measure(one.id, event.target.value)}
                  />
                </td>
                <td className="number">{one.n}</td>
                <td className="number">{one.missing}</td>
                <td className="number">{number(one.min)}</td>
                <td className="number">{number(one.median)}</td>
                <td className="number">{number(one.max)}</td>
                {periods.length > 1 && (
                  <td>
                    <Availability periods={periods} available={one.available} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {groupings.length > 0 && (
        <p className="note">
          {w.groupingsTitle}: {groupings.join(", ")}
        </p>
      )}
      {aside.length > 0 && (
        <p className="note">
          {w.asideTitle}: {aside.join(", ")}
        </p>
      )}
    </section>
  );
}

export function matching<C extends Pick<ColumnSummary, "id" | "names">>(columns: readonly C[], wanted: string): readonly C[] {
  const word = wanted.trim().toLowerCase();
  if (!word) return columns;
  return columns.filter(({ id, names }) => [id, names.en, names.zh].some((text) => text.toLowerCase().includes(word)));
}

/** A bar a period: full height where every unit has a value. */
function Availability({ periods, available }: { readonly periods: readonly number[]; readonly available: Float64Array }) {
  const w = useWords(words);
  const worst = available.reduce((least, one, t) => (one < available[least] ? t : least), 0);
  const [from, to] = [periods[0], periods[periods.length - 1]].map(String);
  const step = Math.min(8, 160 / periods.length);
  return (
    <svg
      className="available"
      width={step * periods.length}
      height="20"
      role="img"
      aria-label={w.availability(from, to, String(periods[worst]), share(available[worst]))}
    >
      {periods.map((period, t) => (
        <g key={period}>
          <rect className="full" x={t * step} y="0" width={step - 1} height="20" />
          <rect className="there" x={t * step} y={20 - 20 * available[t]} width={step - 1} height={20 * available[t]} />
        </g>
      ))}
    </svg>
  );
}
