import type { ExampleProps } from "./example.js";
import { fixed } from "./numbers.js";
import { at } from "./wheels-view.js";

interface Props extends ExampleProps {
  t: number;
  unit: number | null;
  onUnit: (unit: number | null) => void;
}

/** Of two words the first as its initial: Inner Mongolia, I. Mongolia. */
const tileName = (name: string): string => name.replace(/^(\p{Lu})\p{L}+ /u, "$1. ");

/** The tile map as a grid of buttons: two bars a province on a common 0–1 scale. */
export function Tiles({ view, words, language, t, unit, onUnit }: Props) {
  return (
    <div className="tiles">
      {view.ran.units.map((one, i) => {
        const e = at(view.ran, view.empowerment.cells, t, i) ?? 0;
        const q = at(view.ran, view.equity.cells, t, i) ?? 0;
        return (
          <button
            key={one.code}
            type="button"
            className="tile"
            aria-pressed={unit === i}
            style={{ gridColumn: (one.tile?.column ?? 0) + 1, gridRow: (one.tile?.row ?? 0) + 1 }}
            onClick={() => onUnit(unit === i ? null : i)}
          >
            <span className="unseen">{words.tile(one.names[language], fixed(e, 2), fixed(q, 2))}</span>
            <span className={one.names[language].length > 10 ? "tile-name whole long" : "tile-name whole"} aria-hidden="true">
              {tileName(one.names[language])}
            </span>
            <span className="tile-name short" aria-hidden="true">
              {language === "en" ? one.short : one.names[language]}
            </span>
            <span className="tile-bars" aria-hidden="true">
              <span className="bar empowerment" style={{ height: `${e * 100}%` }} />
              <span className="bar equity" style={{ height: `${q * 100}%` }} />
            </span>
          </button>
        );
      })}
    </div>
  );
}
