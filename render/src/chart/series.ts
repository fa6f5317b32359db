import type { Series } from "@gongfu/engine/tell";
import type { Palette } from "../palette/palette.js";

export interface Ink {
  readonly mark: string;
  readonly text: string;
  readonly width: number;
  /** stands back behind an emphasised series */
  readonly back: boolean;
}

/** Colour and weight of every series: its wheel's colour, tints where several share a wheel, quiet where another is emphasised. */
export function inks(series: readonly Series[], colours: Palette): Ink[] {
  const anyEmphasis = series.some((s) => s.emphasised);
  const front = series.filter((s) => !anyEmphasis || s.emphasised);
  return series.map((s) => {
    if (!front.includes(s)) return { mark: colours.faint, text: colours.quiet, width: 1.25, back: true };
    const peers = front.filter((other) => other.role === s.role);
    const place = peers.indexOf(s);
    const alone = peers.length === 1;
    const crowd = front.length > 6;
    const mark = alone || peers.length > 3 ? colours.mark[s.role] : colours.tints[s.role][place];
    return { mark, text: colours.text[s.role], width: crowd ? 1.25 : 2.25, back: false };
  });
}

export interface Stroke {
  readonly dashed: boolean;
  readonly points: readonly (readonly [number, number])[];
}

/** A line cut where values are missing, dashed where an end is doubtful. A lone point is a stroke of one. */
export function strokes(x: readonly number[], series: Series): Stroke[] {
  const found: { dashed: boolean; points: [number, number][] }[] = [];
  let open: { dashed: boolean; points: [number, number][] } | undefined;
  series.values.forEach((value, i) => {
    if (value === null) {
      open = undefined;
      return;
    }
    const doubtful = series.doubtful?.[i] ?? false;
    const here: [number, number] = [x[i], value];
    if (open === undefined) {
      open = { dashed: doubtful, points: [here] };
      found.push(open);
      return;
    }
    const dashed = doubtful || (series.doubtful?.[i - 1] ?? false);
    if (open.points.length === 1) open.dashed = dashed;
    if (open.dashed === dashed) open.points.push(here);
    else {
      open = { dashed, points: [open.points.at(-1)!, here] };
      found.push(open);
    }
  });
  return found;
}
