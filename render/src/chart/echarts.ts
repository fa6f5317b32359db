/**
 * The only file that knows ECharts. It draws axes and marks to a string (SVG renderer, no DOM) and makes the bytes
 * depend on the option alone: shipped text widths, ids rewritten to the caller's prefix, interaction data removed.
 */
import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import type { EChartsCoreOption } from "echarts/core";
import { init, setPlatformAPI, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { textWidth } from "../text/measure.js";

export type PlotOption = EChartsCoreOption;

let ready = false;
function prepare(): void {
  if (ready) return;
  ready = true;
  use([LineChart, BarChart, ScatterChart, GridComponent, SVGRenderer]);
  setPlatformAPI({
    measureText: (text: string, font?: string) => ({
      width: textWidth(text, Number(/(\d+(?:\.\d+)?)px/.exec(font ?? "")?.[1] ?? 12), /bold|[6-9]00/.test(font ?? "")),
    }),
  });
}

/** The marks of an ECharts option as bare SVG elements. */
export function plot(option: PlotOption, width: number, height: number, id: string): string {
  prepare();
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: "sans-serif" }, ...option });
    return chart
      .renderToSVGString()
      .replace(/^<svg[^>]*>\s*<rect[^>]*><\/rect>/, "")
      .replace(/<\/svg>\s*$/, "")
      .replace(/<style ?>[\s\S]*?<\/style>/g, "")
      .replace(/ (?:ecmeta_\w+|class|pointer-events)="[^"]*"/g, "")
      .replace(/style="font-size:(\d+)px;font-family:sans-serif;"/g, 'font-size="$1"')
      .replace(/zr\d+-/g, `${id}-`)
      .replace(/\n+/g, "");
  } finally {
    chart.dispose();
  }
}
