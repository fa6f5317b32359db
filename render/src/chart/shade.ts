import type { Role } from "@gongfu/engine/tell";
import { onSequential } from "../palette/palette.js";
import { element, lettering } from "../svg/element.js";
import { textWidth } from "../text/measure.js";
import { fixed } from "../text/number.js";
import { extent, present } from "./area.js";
import type { Context } from "./context.js";

interface Shaded {
  readonly role: Role;
  readonly digits: number;
  readonly unit?: string;
}

/** Seven steps of one hue for some values, and their key. */
export interface Shade {
  readonly written: (value: number) => string;
  readonly fill: (value: number) => string;
  /** letters on that fill */
  readonly ink: (value: number) => string;
  /** in words, from the lowest to the highest */
  readonly range: string;
  /** a strip with its ends, `x` to the right, at most `room` wide, 12 high */
  readonly key: (x: number, y: number, room: number) => string;
}

/** Where the darkest step begins to stand for everything above: a few outliers must not make all others look alike. */
function ceiling(values: readonly number[], low: number, highest: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const usual = sorted[Math.floor(0.975 * (sorted.length - 1))] ?? highest;
  return highest - low > 1.5 * (usual - low) && usual > low ? usual : highest;
}

export function shade(values: readonly (number | null)[], { role, digits, unit }: Shaded, { colours }: Context): Shade {
  const scale = role === "quiet" ? colours.sequential.ink : colours.sequential[role];
  const [low, highest] = extent(values);
  const high = ceiling(present(values), low, highest);
  const stepOf = (value: number): number => (high === low ? 3 : Math.min(6, Math.floor(((value - low) / (high - low)) * 7)));
  const written = (value: number): string => fixed(value, digits);
  const lowText = written(low) + (unit ? ` ${unit}` : "");
  return {
    written,
    fill: (value) => scale[stepOf(value)],
    ink: (value) => onSequential(colours, stepOf(value)),
    range: `${lowText} – ${written(highest)}`,
    key: (x, y, room) => {
      const swatch = Math.min(28, (room - 120) / 7);
      const from = x + textWidth(lowText, 11) + 8;
      return [
        lettering(lowText, { x, y: y + 6, size: 11, fill: colours.quiet }),
        ...scale.map((fill, i) => element("rect", { x: from + i * swatch, y, width: swatch - 1, height: 12, fill })),
        lettering(high < highest ? `≥ ${written(high)}` : written(high), {
          x: from + 7 * swatch + 8,
          y: y + 6,
          size: 11,
          fill: colours.quiet,
        }),
      ].join("");
    },
  };
}
