import type { Role } from "@gongfu/engine/tell";

export type Theme = "light" | "dark";
export type Wheel = "empowerment" | "equity" | "outcome";

/** Every colour a figure or report may use. Steps with the same place in light and dark mean the same. */
export interface Palette {
  readonly paper: string;
  readonly panel: string;
  readonly rule: string;
  readonly ink: string;
  readonly quiet: string;
  /** lines that only give context to an emphasised one */
  readonly faint: string;
  /** filled marks and lines, at least 3 : 1 on paper */
  readonly mark: Readonly<Record<Role, string>>;
  /** letters in a wheel's colour, at least 4.5 : 1 on paper and panel */
  readonly text: Readonly<Record<Role, string>>;
  /** the three mechanisms of a wheel, each at least 3 : 1 on paper */
  readonly tints: Readonly<Record<Role, readonly [string, string, string]>>;
  /** seven steps of even OKLCH lightness, little to much; the first four carry ink, the others paper */
  readonly sequential: Readonly<Record<Wheel | "ink", readonly string[]>>;
  /** ten steps, worst to best, neutral between the fifth and sixth; two at either end carry paper, the others ink */
  readonly diverging: readonly string[];
  readonly fault: string;
  readonly warning: string;
  readonly fine: string;
}

const light: Palette = {
  paper: "#FFFFFF",
  panel: "#F7F7F4",
  rule: "#DFE1DC",
  ink: "#1F2328",
  quiet: "#5B6470",
  faint: "#B4B9BE",
  mark: { empowerment: "#0072B2", equity: "#D55E00", outcome: "#009E73", ink: "#1F2328", quiet: "#5B6470" },
  text: { empowerment: "#005A8C", equity: "#A84A00", outcome: "#00704F", ink: "#1F2328", quiet: "#5B6470" },
  tints: {
    empowerment: ["#004C79", "#0072B2", "#3995D7"],
    equity: ["#6D2C00", "#9F4400", "#D55E00"],
    outcome: ["#004F38", "#007655", "#009E73"],
    ink: ["#1F2328", "#5B6470", "#878D93"],
    quiet: ["#1F2328", "#5B6470", "#878D93"],
  },
  sequential: {
    empowerment: ["#E7F4FF", "#B2D5F2", "#81B5E1", "#4D96CF", "#0C76B7", "#00588B", "#003B60"],
    equity: ["#FFEEE6", "#F8C2A8", "#E89971", "#D56F36", "#B34E00", "#873900", "#5D2500"],
    outcome: ["#E2F8EE", "#AFDCC7", "#7BC0A2", "#3EA47F", "#008560", "#006347", "#00432F"],
    ink: ["#F1F2F3", "#CED0D3", "#ACAFB4", "#8B9095", "#6C7178", "#4F545A", "#34383E"],
  },
  diverging: ["#7D3400", "#B14D00", "#D47541", "#E5A788", "#F2D8CB", "#D0E0EF", "#94BDDF", "#5599CE", "#0774B5", "#005181"],
  fault: "#B3261E",
  warning: "#8A6100",
  fine: "#1B6E4B",
};

const dark: Palette = {
  paper: "#14171A",
  panel: "#1C2024",
  rule: "#33383E",
  ink: "#E8EAED",
  quiet: "#A3ABB5",
  faint: "#565D65",
  mark: { empowerment: "#4FB3E8", equity: "#F08A3C", outcome: "#3CC79B", ink: "#E8EAED", quiet: "#A3ABB5" },
  text: { empowerment: "#7CC8F0", equity: "#F5AD74", outcome: "#74DDB8", ink: "#E8EAED", quiet: "#A3ABB5" },
  tints: {
    empowerment: ["#9CDAFF", "#4FB3E8", "#0D84B7"],
    equity: ["#FFC29A", "#B95E00", "#F08A3C"],
    outcome: ["#69EDBF", "#00906C", "#3CC79B"],
    ink: ["#E8EAED", "#A3ABB5", "#767B82"],
    quiet: ["#E8EAED", "#A3ABB5", "#767B82"],
  },
  sequential: {
    empowerment: ["#091F2B", "#11384D", "#185371", "#1E7097", "#248DBF", "#5DAAD5", "#8CC6E9"],
    equity: ["#2D1606", "#502809", "#753C0B", "#9C500A", "#C66507", "#DC894E", "#EFAD81"],
    outcome: ["#052319", "#053E2D", "#005C43", "#007757", "#009A74", "#4FB692", "#85D0B3"],
    ink: ["#1C1D1F", "#323437", "#4A4D51", "#64686D", "#7F838A", "#9CA0A6", "#BBBEC3"],
  },
  diverging: ["#FFB98A", "#E27D2D", "#95521E", "#634633", "#3B3430", "#31363A", "#385160", "#2B6E90", "#41A6DB", "#8CD5FF"],
  fault: "#F2A29B",
  warning: "#E3C06A",
  fine: "#7FD1AC",
};

export const palette: Readonly<Record<Theme, Palette>> = { light, dark };

/** Letters on a step of the sequential scale. */
export const onSequential = (colours: Palette, step: number): string => (step < 4 ? colours.ink : colours.paper);

/** Letters on a step of the diverging scale. */
export const onDiverging = (colours: Palette, step: number): string => (step > 1 && step < 8 ? colours.ink : colours.paper);

/** Colours of the diverging scale for any number of levels, spread from end to end. */
export function divergingStep(level: number, levels: number): number {
  if (levels <= 1) return 9;
  return Math.round((level * 9) / (levels - 1));
}

const flat = (value: unknown): string[] => (typeof value === "string" ? [value] : Object.values(value as object).flatMap(flat));

/** Light colour → dark colour of the same meaning, for documents that follow the reader's scheme. */
export const darkOf: ReadonlyMap<string, string> = new Map(flat(light).map((colour, place) => [colour, flat(dark)[place]]));
