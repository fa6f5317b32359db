import type { Chart as ChartSpec } from "@gongfu/engine/tell";
import { Chart } from "../../part/chart.js";
import { useWords } from "../../shell/speak.js";
import { type KeptMap, useOwnMap } from "./own-map.js";
import { OwnMapForm } from "./own-map-form.js";
import type { View } from "./view.js";
import { type CompareWords, words } from "./words.js";

/** Where the values lie: on the tiles of the study's units, or on a map of the reader's own. */
export function MapFigure({ view, table }: { readonly view: View; readonly table: React.ReactNode }) {
  const w = useWords(words);
  const own = useOwnMap();
  const chart = own ? shapesOf(view, own) : tilesOf(view);
  const { order, year, said, values, ran, language, all } = view;
  const subject = view.subject.names[language];
  const note = [
    own ? (own.approval.trim() ? w.approved(own.file, own.approval.trim()) : w.notApproved(own.file)) : w.mapNote,
    own ? w.matched(ran.units.length - own.map.without.length, all(ran.units.length)) : "",
    own && own.map.without.length > 0 ? w.without(named(view, own.map.without, w)) : "",
    ran.coverage[language],
  ];
  return (
    <div>
      {chart && (
        <Chart
          id="map"
          title={titleOf(view, w)}
          subtitle={own ? w.mapSubtitleOwn(subject, year) : w.mapSubtitle(subject, year)}
          note={note.filter(Boolean).join(language === "zh" ? "" : " ")}
          description={w.mapDescription(order.length, said(values[order[order.length - 1]]), said(values[order[0]]))}
          chart={chart}
          table={table}
        />
      )}
      <OwnMapForm own={own} />
    </div>
  );
}

/** Whether a picture of the units can be drawn without a map of the reader's own. */
export const hasTiles = ({ ran }: View): boolean => ran.units.every(({ tile }) => tile !== null);

const named = ({ ran, language }: View, codes: readonly string[], w: CompareWords): string => {
  const names = codes.map((code) => ran.units.find((one) => one.code === code)?.names[language] ?? code);
  return w.and(names.slice(0, 8), Math.max(0, names.length - 8));
};

function titleOf(view: View, w: CompareWords): string {
  const { ran, subject, values, order, t, chosen, nameOf, said, name, year, all, language } = view;
  const mean = order.reduce((sum, i) => sum + (values[i] as number), 0) / Math.max(1, order.length);
  if (chosen !== null) {
    if (values[chosen] === null) return w.headlineNone(nameOf(chosen), name, year);
    return w.mapTitleUnit(nameOf(chosen), said(values[chosen]), all(order.length), said(mean));
  }
  if (subject.group === "coordination" && ran.coupled?.level) {
    const levels = ran.coupled.level.subarray(t * ran.units.length, (t + 1) * ran.units.length);
    const counts = ran.coupled.levels.map((_, k) => levels.filter((level) => level === k + 1).length);
    const most = counts.indexOf(Math.max(...counts));
    const level = ran.coupled.levels[most][language];
    return w.mapTitleClass(counts[most], all(order.length), level.toLowerCase());
  }
  return w.mapTitle(order.filter((i) => (values[i] as number) > mean).length, all(order.length), name);
}

function tilesOf(view: View): ChartSpec | null {
  const { ran, subject, values, t, language, said, digits } = view;
  if (!hasTiles(view)) return null;
  const tile = (i: number) => {
    const { names, short, tile: at } = ran.units[i];
    return { name: names[language], short: language === "en" ? short : undefined, column: at?.column ?? 0, row: at?.row ?? 0 };
  };
  const level = subject.group === "coordination" ? ran.coupled?.level : null;
  if (level && ran.coupled) {
    return {
      kind: "tile-classes",
      levels: ran.coupled.levels.map((one) => one[language]),
      tiles: values.map((value, i) => {
        const at = level[t * ran.units.length + i];
        return {
          ...tile(i),
          level: Number.isNaN(at) ? null : at - 1,
          label: value === null ? "" : said(Math.round(value * 100) / 100).slice(0, 4),
        };
      }),
    };
  }
  return {
    kind: "tile-values",
    tiles: values.map((value, i) => ({ ...tile(i), value })),
    role: subject.role,
    digits: Math.min(digits, 2),
    unit: subject.unit?.[language],
  };
}

function shapesOf(view: View, { map }: KeptMap): ChartSpec {
  const { ran, subject, values, language, digits, nameOf } = view;
  const at = new Map(ran.units.map(({ code }, i) => [code, i]));
  return {
    kind: "shapes",
    ratio: map.ratio,
    role: subject.role,
    digits: Math.min(digits, 2),
    unit: subject.unit?.[language],
    shapes: map.shapes.map(({ code, name, rings }) => {
      const i = code === null ? undefined : at.get(code);
      return { name: i === undefined ? name : nameOf(i), value: i === undefined ? null : values[i], rings };
    }),
  };
}
