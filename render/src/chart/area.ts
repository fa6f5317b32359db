import { axisLabels, ticks } from "../text/number.js";
import type { Context } from "./context.js";
import type { PlotOption } from "./echarts.js";

/** The rectangle the marks live in, and the two linear scales that place them. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly domain: { readonly x: readonly [number, number]; readonly y: readonly [number, number] };
}

export function area(
  box: { left: number; top: number; width: number; height: number },
  [x0, x1]: readonly [number, number],
  [y0, y1]: readonly [number, number],
): Area {
  return {
    ...box,
    domain: { x: [x0, x1], y: [y0, y1] },
    x: (value) => box.left + ((value - x0) / (x1 - x0 || 1)) * box.width,
    y: (value) => box.top + box.height - ((value - y0) / (y1 - y0 || 1)) * box.height,
  };
}

export const gridOf = ({ left, top, width, height }: Area): PlotOption => ({ left, top, width, height, containLabel: false });

/** Values that are there. */
export const present = (values: Iterable<number | null>): number[] =>
  [...values].filter((v): v is number => v !== null && Number.isFinite(v));

/** Lowest and highest of some values; [0, 1] when there are none. */
export function extent(values: Iterable<number | null>): [number, number] {
  const there = present(values);
  if (there.length === 0) return [0, 1];
  return [there.reduce((a, b) => Math.min(a, b)), there.reduce((a, b) => Math.max(a, b))];
}

const label = (context: Context, texts: ReadonlyMap<number, string>, size: number) => ({
  color: context.colours.quiet,
  fontSize: size,
  formatter: (value: number) => texts.get(value) ?? "",
});

/** An axis of numbers: round steps, labels in quiet ink, hairline grid. */
export function numberAxis(context: Context, at: readonly number[], name?: { gap: number }): PlotOption {
  const texts = new Map(axisLabels(at, context.language).map((text, i) => [at[i], text]));
  return {
    type: "value",
    min: at[0],
    max: at.at(-1),
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: context.colours.rule, width: 1 } },
    axisLabel: { ...label(context, texts, 12), customValues: [...at], margin: name?.gap ?? 10 },
    splitNumber: at.length - 1,
    interval: at.length > 1 ? at[1] - at[0] : 1,
  };
}

/** An axis of years: first and last always, the others as they fit. */
export function yearAxis(context: Context, years: readonly number[], width: number): PlotOption {
  const every = Math.max(1, Math.ceil((years.length - 1) / Math.max(1, Math.floor(width / 46))));
  const last = years.length - 1;
  const shown = years
    .filter((_, i) => (last - i) % every === 0 || i === 0)
    .filter((_, i, all) => i !== 1 || all.length < 3 || last % every === 0);
  const texts = new Map(shown.map((year) => [year, String(year)]));
  return {
    type: "value",
    min: years[0],
    max: years[last],
    axisLine: { show: true, onZero: false, lineStyle: { color: context.colours.quiet, width: 1 } },
    axisTick: { show: true, length: 4, customValues: [...years], lineStyle: { color: context.colours.quiet } },
    splitLine: { show: false },
    axisLabel: { ...label(context, texts, 12), customValues: shown, margin: 10 },
  };
}

/** Ticks that hold every value; from zero when asked or when zero is near. */
export function covering(values: Iterable<number | null>, zero: boolean, wanted = 5): number[] {
  const [low, high] = extent(values);
  const near = low > 0 && low < (high - low) * 1.2;
  return ticks(zero || near ? Math.min(0, low) : low, zero ? Math.max(0, high) : high, wanted);
}
