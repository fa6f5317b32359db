/// <reference lib="webworker" />
import { renderChart, renderFormula } from "@gongfu/render";
import type { Order, Painted } from "./protocol.js";

const tell = (painted: Painted): void => self.postMessage(painted);

self.onmessage = ({ data: { id, order } }: MessageEvent<{ readonly id: number; readonly order: Order }>) => {
  try {
    tell({ id, markup: order.kind === "chart" ? renderChart(order.chart, order.options) : renderFormula(order.latex) });
  } catch (error) {
    tell({ id, failed: error instanceof Error ? error.message : String(error) });
  }
};
