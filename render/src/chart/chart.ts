import type { Language } from "@gongfu/engine/ground/words";
import type { Chart } from "@gongfu/engine/tell";
import { palette, type Theme } from "../palette/palette.js";
import { frame } from "../svg/frame.js";
import { words } from "../text/words.js";
import { bars } from "./bars.js";
import { type Brush, emphasising } from "./brush.js";
import { bump } from "./bump.js";
import type { Context, Drawing } from "./context.js";
import { heatmap } from "./heatmap.js";
import { intervals } from "./intervals.js";
import { lines } from "./lines.js";
import { lorenz } from "./lorenz.js";
import { plane } from "./plane.js";
import { pyramid } from "./pyramid.js";
import { quadrant } from "./quadrant.js";
import { radar } from "./radar.js";
import { shapes } from "./shapes.js";
import { signs } from "./signs.js";
import { stack } from "./stack.js";
import { tileClasses } from "./tile-classes.js";
import { tileValues } from "./tile-values.js";
import { tiles } from "./tiles.js";
import { wheels } from "./wheels.js";

export interface ChartOptions {
  readonly language: Language;
  readonly theme: Theme;
  /** pixels; below 480 the picture is drawn for a phone */
  readonly width: number;
  /** pixels; left out, the chart takes what it needs */
  readonly height?: number;
  /** name and one-sentence description for those who cannot see it; drawn from the data when left out */
  readonly title?: string;
  readonly description?: string;
  /** prefix of the ids inside; left out, made from the content, so that different charts never collide on a page */
  readonly id?: string;
  readonly brush?: Brush;
}

/** FNV-1a: enough to tell the charts of one page apart. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `c${(hash >>> 0).toString(36)}`;
}

function draw(chart: Chart, context: Context): Drawing {
  switch (chart.kind) {
    case "lines":
      return lines(chart, context);
    case "tiles":
      return tiles(chart, context);
    case "tile-classes":
      return tileClasses(chart, context);
    case "tile-values":
      return tileValues(chart, context);
    case "shapes":
      return shapes(chart, context);
    case "bump":
      return bump(chart, context);
    case "bars":
      return bars(chart, context);
    case "intervals":
      return intervals(chart, context);
    case "quadrant":
      return quadrant(chart, context);
    case "plane":
      return plane(chart, context);
    case "heatmap":
      return heatmap(chart, context);
    case "signs":
      return signs(chart, context);
    case "stack":
      return stack(chart, context);
    case "pyramid":
      return pyramid(chart, context);
    case "lorenz":
      return lorenz(chart, context);
    case "radar":
      return radar(chart, context);
    case "wheels":
      return wheels(chart, context);
  }
}

/** A chart as one SVG element; the same input gives the same bytes on every machine. */
export function renderChart(chart: Chart, options: ChartOptions): string {
  const { language, theme, width, height, brush } = options;
  const id = options.id ?? fingerprint(JSON.stringify([chart, language, theme, width, height]));
  const context: Context = { width, height, language, colours: palette[theme], words: words[language], id, brush };
  const drawing = draw(brush?.chosen ? emphasising(chart, brush.chosen) : chart, context);
  return frame({
    id,
    width,
    height: drawing.height,
    title: options.title ?? context.words.kinds[chart.kind],
    description: options.description ?? drawing.says,
    language,
    body: drawing.body,
    defs: drawing.defs,
  });
}
