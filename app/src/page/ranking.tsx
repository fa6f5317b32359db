import { fixed } from "./numbers.js";
import type { PageProps } from "./start.js";

interface Props extends PageProps {
  t: number;
  unit: number | null;
  onUnit: (unit: number | null) => void;
}

export function Ranking({ view, words, language, t, unit, onUnit }: Props) {
  const order = view.units.map((_, i) => i).sort((a, b) => (view.d[t][b] ?? 0) - (view.d[t][a] ?? 0) || a - b);
  return (
    <section className="scroll" aria-label={words.rankingTitle(view.years[t])}>
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
            <th scope="col" className="number">
              {words.dWang}
            </th>
            <th scope="col" className="number">
              {words.empowerment}
            </th>
            <th scope="col" className="number">
              {words.equity}
            </th>
            <th scope="col">{words.level}</th>
          </tr>
        </thead>
        <tbody>
          {order.map((i, place) => (
            <tr key={view.units[i].code} aria-current={unit === i ? "true" : undefined}>
              <td className="number">{place + 1}</td>
              <th scope="row">
                <button type="button" className="link" onClick={() => onUnit(unit === i ? null : i)}>
                  {view.units[i].names[language]}
                </button>
              </th>
              <td className="number strong">{fixed(view.d[t][i], 3)}</td>
              <td className="number">{fixed(view.dWang[t][i], 3)}</td>
              <td className="number e">{fixed(view.empowerment[t][i], 3)}</td>
              <td className="number q">{fixed(view.equity[t][i], 3)}</td>
              <td className="class">{view.levels[(view.level[t][i] ?? 1) - 1][language]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
