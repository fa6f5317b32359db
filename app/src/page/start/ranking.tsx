import type { ExampleProps } from "./example.js";
import { fixed } from "./numbers.js";
import { at } from "./wheels-view.js";

interface Props extends ExampleProps {
  t: number;
  unit: number | null;
  onUnit: (unit: number | null) => void;
}

export function Ranking({ view, words, language, t, unit, onUnit }: Props) {
  const { ran, coupled, empowerment, equity } = view;
  const cell = (cells: Float64Array | undefined, i: number): number | null => (cells ? at(ran, cells, t, i) : null);
  const order = ran.units.map((_, i) => i).sort((a, b) => (cell(coupled.d, b) ?? 0) - (cell(coupled.d, a) ?? 0) || a - b);
  const level = (i: number): string => coupled.levels[(cell(coupled.level ?? undefined, i) ?? 1) - 1][language];
  return (
    <section className="scroll" aria-label={words.rankingTitle(ran.periods[t])}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="number">
              {words.rank}
            </th>
            <th scope="col">{words.province}</th>
            <th scope="col" className="number">
              {words.dShort}
            </th>
            <th scope="col" className="number unfolded">
              {words.dWang}
            </th>
            <th scope="col" className="number">
              {words.empowerment}
            </th>
            <th scope="col" className="number">
              {words.equity}
            </th>
            <th scope="col" className="unfolded">
              {words.level}
            </th>
          </tr>
        </thead>
        <tbody>
          {order.map((i, place) => (
            <tr key={ran.units[i].code} aria-current={unit === i ? "true" : undefined}>
              <td className="number">{place + 1}</td>
              <th scope="row">
                <button type="button" className="link" onClick={() => onUnit(unit === i ? null : i)}>
                  {ran.units[i].names[language]}
                </button>
                <span className="note folded">{level(i)}</span>
              </th>
              <td className="number strong">{fixed(cell(coupled.d, i), 3)}</td>
              <td className="number unfolded">{fixed(cell(coupled.other?.d, i), 3)}</td>
              <td className="number e">{fixed(cell(empowerment.cells, i), 3)}</td>
              <td className="number q">{fixed(cell(equity.cells, i), 3)}</td>
              <td className="class unfolded">{level(i)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
