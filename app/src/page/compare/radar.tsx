import type { Role } from "@gongfu/engine/tell";
import { Chart } from "../../part/chart.js";
import { DataTable } from "../../part/data-table.js";
import { useWords } from "../../shell/speak.js";
import type { Comparable, Levels } from "../../worker/calls/compare.js";
import type { Ran } from "../../worker/ran.js";
import { column, ownTable } from "./own-columns.js";
import { medians } from "./peers.js";
import type { Value } from "./standing.js";
import type { View } from "./view.js";
import { words } from "./words.js";

export interface BesideProps {
  readonly view: View;
  readonly unit: number;
  readonly peers: readonly number[];
  readonly comparable: Comparable;
  readonly levels: Levels;
}

interface Axis {
  readonly names: { readonly en: string; readonly zh: string };
  readonly role: Role;
  /** by unit */
  readonly cells: Float64Array;
}

/** A web needs three axes, and no eye reads more than a dozen and a half. */
const [least, most] = [3, 16];

/** The parts right below the systems; where there are too few of them, the indicators on their common scale. */
function axesOf(ran: Ran, t: number, { indicators }: Comparable, { level }: Levels): readonly Axis[] {
  const { scores } = ran;
  const n = ran.units.length;
  const roles = new Map((scores?.systems ?? []).map(({ id, role }) => [id, role]));
  const parts = (scores?.nodes ?? []).flatMap(({ names, parent, cells }): Axis[] => {
    const role = roles.get(parent);
    return role === undefined ? [] : [{ names, role, cells: cells.subarray(t * n, (t + 1) * n) }];
  });
  if (parts.length >= least && parts.length <= most) return parts;
  return indicators.map(({ names, system }, k) => ({ names, role: roles.get(system) ?? ("ink" as const), cells: level[k] })).slice(0, most);
}

/** The common end of the axes: that of the scale the scores are on. */
function endOf(values: readonly Value[]): number {
  const largest = values.reduce<number>((high, value) => Math.max(high, value ?? 0), 0);
  return largest <= 1 ? 1 : largest <= 10 ? 10 : Math.max(largest, 100);
}

/** One unit on all axes beside the median of its peers, with its table. */
export function Radar({ view, unit, peers, comparable, levels }: BesideProps) {
  const w = useWords(words);
  const { ran, t, year, language, nameOf } = view;
  const axes = axesOf(ran, t, comparable, levels);
  const own = axes.map(({ cells }): Value => (Number.isNaN(cells[unit]) ? null : cells[unit]));
  const middle = medians(
    axes.map(({ cells }) => cells),
    peers,
  );
  if (axes.length < least || own.every((value) => value === null) || own.some((value) => value !== null && value < 0)) return null;
  const above = own.filter((value, k) => value !== null && middle[k] !== null && value > (middle[k] as number)).length;
  const title = (one: "en" | "zh"): string => words[one].radarTable(ran.units[unit].names[one], year);
  return (
    <Chart
      id="radar"
      level={3}
      title={w.radarTitle(nameOf(unit), above, axes.length)}
      subtitle={w.radarSubtitle(year)}
      description={w.radarDescription(nameOf(unit), axes.length)}
      chart={{
        kind: "radar",
        axes: axes.map(({ names, role }) => ({ name: names[language], role })),
        series: [
          { name: nameOf(unit), role: "empowerment", values: own, emphasised: true },
          { name: w.median, role: "quiet", values: middle },
        ],
        max: endOf([...own, ...middle]),
      }}
      table={
        <DataTable
          id="radar"
          table={ownTable("radar", { en: title("en"), zh: title("zh") }, [
            ...(["en", "zh"] as const).map((one) => ({
              ...column(
                "axis",
                axes.map(({ names }) => names[one]),
              ),
              id: `axis_${one}`,
            })),
            column("own", own, ran.units[unit].names),
            column("median", middle),
            column(
              "distance",
              own.map((value, k) => (value === null || middle[k] === null ? null : value - (middle[k] as number))),
            ),
          ])}
        />
      }
    />
  );
}
