import { ln } from "../../ground/elementary/index.js";
import type { Warning } from "../../method/index.js";
import type { DivideAxis } from "./divide-axes.js";
import type { DivideLevel, DivideRow } from "./divide-table.js";

/** Indicators of the way from access over use to outcome. */
export interface Chain {
  readonly access: string;
  readonly use: string;
  readonly outcome?: string;
}

/** Who drops where on the way, in one group and period. */
export interface Leak {
  readonly place: string;
  readonly axis: string;
  /** "total" on the empty axis: everyone */
  readonly group: string;
  readonly period: number;
  readonly access_indicator: string;
  readonly use_indicator: string;
  readonly outcome_indicator: string;
  readonly access: number;
  readonly use: number;
  readonly outcome: number | null;
  /** per cent of the group lost before access, between access and use, between use and outcome; below 0 where the next step is larger */
  readonly lost_access: number;
  readonly lost_use: number;
  readonly lost_outcome: number | null;
  /** of those at a step, the part that reaches the next */
  readonly kept_use: number | null;
  readonly kept_outcome: number | null;
  /** the step at which most are lost */
  readonly worst: "access" | "use" | "outcome";
  /** of the distance of the last step to the most advantaged group, the parts that arise at each step; they sum to 1 */
  readonly behind_access: number | null;
  readonly behind_use: number | null;
  readonly behind_outcome: number | null;
}

/** The chains asked for; otherwise one from the first indicator of each level, with a warning when a level has several. */
export function chainsOf(
  rows: readonly DivideRow[],
  asked: readonly Chain[] | undefined,
): { chains: readonly Chain[]; warnings: Warning[] } {
  if (asked) return { chains: asked, warnings: [] };
  const of = (level: DivideLevel): string[] => [...new Set(rows.filter((one) => one.level === level).map(({ indicator }) => indicator))];
  const [access, use, outcome] = [of("access"), of("use"), of("outcome")];
  if (access.length === 0 || use.length === 0) return { chains: [], warnings: [] };
  const several = [access, use, outcome].filter((one) => one.length > 1);
  const warnings = several.map(
    (ids): Warning => ({
      code: "first-of-level",
      text: {
        en: `several indicators of one level (${ids.join(", ")}): the leak table takes ${ids[0]}; name others in chains`,
        zh: `同一层次有多个指标（${ids.join("、")}）：流失表取 ${ids[0]}，其余请在 chains 中指定`,
      },
    }),
  );
  return { chains: [{ access: access[0], use: use[0], ...(outcome.length ? { outcome: outcome[0] } : {}) }], warnings };
}

/** One row a place, axis, group, period and chain in which access and use are known. */
export function leaks(rows: readonly DivideRow[], axes: readonly DivideAxis[], chains: readonly Chain[]): Leak[] {
  const at = new Map(rows.map((row) => [keyOf(row, row.group, row.indicator), row.value]));
  const spots = new Map(rows.map((row) => [JSON.stringify([row.place, row.axis, row.group, row.period]), row]));
  return chains.flatMap((chain) => {
    const found = [...spots.values()].flatMap((spot): Leak[] => {
      const read = (group: string) => {
        const [access, use] = [at.get(keyOf(spot, group, chain.access)), at.get(keyOf(spot, group, chain.use))];
        const outcome = chain.outcome === undefined ? undefined : at.get(keyOf(spot, group, chain.outcome));
        return access === undefined || use === undefined ? undefined : { access, use, outcome: outcome ?? null };
      };
      const own = read(spot.group);
      if (!own) return [];
      const groups = axes.find(({ axis }) => axis === spot.axis)?.groups ?? [];
      const best = groups.length > 1 ? read(groups[groups.length - 1]) : undefined;
      return [leakOf(spot, chain, own, best)];
    });
    const order = (leak: Leak): number => axes.find(({ axis }) => axis === leak.axis)?.groups.indexOf(leak.group) ?? -1;
    const place = [...new Set(found.map((one) => one.place))];
    const axis = [...new Set(found.map((one) => one.axis))];
    return found.sort(
      (a, b) =>
        place.indexOf(a.place) - place.indexOf(b.place) ||
        axis.indexOf(a.axis) - axis.indexOf(b.axis) ||
        a.period - b.period ||
        order(a) - order(b),
    );
  });
}

const keyOf = ({ place, axis, period }: Pick<DivideRow, "place" | "axis" | "period">, group: string, indicator: string): string =>
  JSON.stringify([place, axis, group, period, indicator]);

interface Way {
  readonly access: number;
  readonly use: number;
  readonly outcome: number | null;
}

function leakOf({ place, axis, group, period }: DivideRow, chain: Chain, own: Way, best: Way | undefined): Leak {
  const { access, use, outcome } = own;
  const lost = { access: 100 - access, use: access - use, outcome: outcome === null ? null : use - outcome };
  const steps = (["access", "use", "outcome"] as const).filter((step) => lost[step] !== null);
  return {
    place,
    axis,
    group,
    period,
    access_indicator: chain.access,
    use_indicator: chain.use,
    outcome_indicator: chain.outcome ?? "",
    ...own,
    lost_access: lost.access,
    lost_use: lost.use,
    lost_outcome: lost.outcome,
    kept_use: access > 0 ? use / access : null,
    kept_outcome: outcome !== null && use > 0 ? outcome / use : null,
    worst: steps.reduce((most, step) => ((lost[step] as number) > (lost[most] as number) ? step : most)),
    ...behind(own, best),
  };
}

/** ln(best/own) of the last step = the sum of ln of access, of use per access and of outcome per use. */
function behind(own: Way, best: Way | undefined): Pick<Leak, "behind_access" | "behind_use" | "behind_outcome"> {
  const nothing = { behind_access: null, behind_use: null, behind_outcome: null };
  if (!best || (own.outcome === null) !== (best.outcome === null)) return nothing;
  const [mine, theirs] = [own, best].map(({ access, use, outcome }) => (outcome === null ? [access, use] : [access, use, outcome]));
  if ([...mine, ...theirs].some((one) => !(one > 0))) return nothing;
  const distance = mine.map((one, k) => ln(theirs[k] / one));
  const all = distance[distance.length - 1];
  if (all === 0) return nothing;
  return {
    behind_access: distance[0] / all,
    behind_use: (distance[1] - distance[0]) / all,
    behind_outcome: own.outcome === null ? null : (distance[2] - distance[1]) / all,
  };
}
