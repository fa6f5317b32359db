import type { Chart } from "@gongfu/engine/tell";
import type { ChartOptions } from "./chart/chart.js";
import { wheels } from "./chart/wheels.js";
import { palette } from "./palette/palette.js";
import { frame } from "./svg/frame.js";
import { words } from "./text/words.js";

export { emblemIcon } from "./chart/emblem-icon.js";
export { palette, type Theme } from "./palette/palette.js";

/** The emblem alone, without the chart library: what a page shows first. */
export function renderWheels(chart: Extract<Chart, { kind: "wheels" }>, options: ChartOptions & { readonly id: string }): string {
  const { id, language, theme, width } = options;
  const drawing = wheels(chart, { width, language, colours: palette[theme], words: words[language], id });
  return frame({
    id,
    width,
    height: drawing.height,
    title: options.title ?? words[language].kinds.wheels,
    description: options.description ?? drawing.says,
    language,
    body: drawing.body,
    defs: drawing.defs,
  });
}
