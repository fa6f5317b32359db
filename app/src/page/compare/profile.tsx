import { DataTable } from "../../part/data-table.js";
import { inside, written } from "../../part/phrase.js";
import { useWords } from "../../shell/speak.js";
import { column, ownTable } from "./own-columns.js";
import { extremes, medians } from "./peers.js";
import type { BesideProps } from "./radar.js";
import { ranksOf, type Value } from "./standing.js";
import { words } from "./words.js";

const present = (value: number): Value => (Number.isNaN(value) ? null : value);

/** Every indicator of one unit: its value, rank and distance to its peers, strengths and weaknesses in a sentence. */
export function Profile({ view, unit, peers, comparable, levels }: BesideProps) {
  const w = useWords(words);
  const { ran, year, language, nameOf } = view;
  const { indicators } = comparable;
  const own = levels.level.map((cells) => present(cells[unit]));
  const middle = medians(levels.level, peers);
  const rawMiddle = medians(levels.raw, peers);
  const distances = own.map((value, k) => (value === null || middle[k] === null ? null : value - (middle[k] as number)));
  const { strong, weak } = extremes(distances);
  const told = (places: readonly number[]): string =>
    w.list(places.map((k) => w.distance(inside(indicators[k].names[language], language), signed(distances[k] as number))));
  const title = (one: "en" | "zh"): string => words[one].profileTitle(ran.units[unit].names[one], year);
  return (
    <div>
      <h3>{w.profileTitle(nameOf(unit), year)}</h3>
      <p>
        {strong.length > 0 ? w.strong(told(strong)) : w.noStrong}
        {language === "en" ? " " : ""}
        {weak.length > 0 ? w.weak(told(weak)) : w.noWeak}
      </p>
      <DataTable
        id="profile"
        table={ownTable("profile", { en: title("en"), zh: title("zh") }, [
          ...(["en", "zh"] as const).map((one) => ({
            ...column(
              "indicator",
              indicators.map(({ names }, k) => (levels.imputed[k][unit] ? `${names[one]} ◊` : names[one])),
            ),
            id: `indicator_${one}`,
          })),
          ...(["en", "zh"] as const).map((one) => ({
            ...column(
              "measure",
              indicators.map((indicator) => indicator.unit[one] || null),
            ),
            id: `measure_${one}`,
          })),
          column(
            "own",
            levels.raw.map((cells) => present(cells[unit])),
            ran.units[unit].names,
          ),
          column("median", rawMiddle),
          column(
            "rank",
            levels.level.map((cells) => ranksOf(Array.from(cells, present))[unit]),
          ),
          column("ownLevel", own),
          column("distance", distances),
        ])}
      />
      <p className="note">{w.profileNote}</p>
    </div>
  );
}

const signed = (value: number): string => (value > 0 ? `+${written(value, 2)}` : written(value, 2));
