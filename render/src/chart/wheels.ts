import type { Chart, Role } from "@gongfu/engine/tell";
import { element, lettering, spoken } from "../svg/element.js";
import { textWidth, wrap, wrapEvenly } from "../text/measure.js";
import { decimalsFor, fixed } from "../text/number.js";
import { belt, beltBottom, tension } from "./belt.js";
import type { Context, Drawing } from "./context.js";
import { ring } from "./ring.js";

type Wheels = Extract<Chart, { kind: "wheels" }>;
type Side = Wheels["left"];

/** The emblem: two rings of arcs as long as their scores, and the belt between them that tightens with D. */
export function wheels(chart: Wheels, context: Context): Drawing {
  const { colours, width, words } = context;
  const span = Math.min(width, 620);
  const off = (width - span) / 2;
  const reach = span * 0.205;
  const thickness = Math.max(8, span * 0.036);
  const clearance = thickness * 0.62 + 3;
  const radius = reach - clearance - thickness / 2;
  const y = reach + 3;
  const centres = [off + reach + 3, off + span - reach - 3] as const;
  const decimals = Math.max(2, decimalsFor([chart.left.score, chart.right.score]));

  const widest = Math.max(textWidth(chart.left.name, 1), textWidth(chart.right.name, 1));
  const small = Math.max(9, Math.min(15, (radius * 1.5) / Math.max(1, widest)));
  const wheel = (side: Side, role: Role, x: number): string => {
    const tints = colours.tints[role];
    const shares = side.arcs.map(({ name, value }, i) => ({
      share: value,
      colour: tints[i % tints.length],
      says: spoken(`${name}${words.colon}${fixed(value, decimals)}`),
    }));
    const big = span * 0.072;
    return (
      ring({ x, y, radius, thickness, gap: 9 }, shares, colours.rule) +
      lettering(fixed(side.score, decimals), { x, y: y - big * 0.22, size: big, bold: true, fill: colours.text[role], anchor: "middle" }) +
      lettering(side.name, { x, y: y + big * 0.66, size: small, fill: colours.quiet, anchor: "middle" })
    );
  };
  const middle = (centres[0] + centres[1]) / 2;
  const room = centres[1] - centres[0] - 2 * reach - 4;
  const size = Math.min(span * 0.052, room / Math.max(1, textWidth(chart.belt.label, 1, true)));
  const label = lettering(chart.belt.label, { x: middle, y, size, bold: true, fill: colours.ink, anchor: "middle" });

  const noteTop = beltBottom(y, reach, chart.belt.value, centres[1] - centres[0]) + 18;
  const says = `${words.belts[tension(chart.belt.value)]} · ${chart.belt.note}`;
  const noteLines = wrap(says, 13, span - 8);
  const note = noteLines.map((text, i) =>
    lettering(text, { x: middle, y: noteTop + i * 18, size: 13, fill: colours.ink, anchor: "middle" }),
  );
  const keyTop = noteTop + noteLines.length * 18 + 8;
  const wide = Math.min(span / 2 - 10, 2 * reach);
  const crowded = [chart.left, chart.right].some((side) => side.arcs.some(({ name }) => wrap(name, 12, nameRoom(wide)).length > 2));
  const column = (side: 0 | 1): number => Math.max(off, Math.min(centres[side] - wide / 2, off + span - wide));
  const at = (side: 0 | 1) => (crowded ? { x: off, width: span } : { x: column(side), width: wide });
  const left = list(chart.left, "empowerment", { ...at(0), y: keyTop }, decimals, context);
  const right = list(chart.right, "equity", { ...at(1), y: crowded ? keyTop + left.height : keyTop }, decimals, context);
  const body =
    belt({ left: centres[0], right: centres[1], y, radius: reach }, chart.belt.value, {
      stroke: colours.ink,
      width: Math.max(1.75, span * 0.005),
    }) +
    wheel(chart.left, "empowerment", centres[0]) +
    wheel(chart.right, "equity", centres[1]) +
    label +
    note.join("") +
    left.body +
    right.body;
  return {
    body,
    height: keyTop + (crowded ? left.height + right.height : Math.max(left.height, right.height)),
    says: `${chart.left.name} ${fixed(chart.left.score, decimals)}${words.comma}${chart.right.name} ${fixed(chart.right.score, decimals)}${words.comma}${chart.belt.label}${words.comma}${says}`,
  };
}

/** Room for a mechanism's name between its square and its score. */
const nameRoom = (width: number): number => width - 54;

/** The mechanisms of a wheel, clockwise from the top, with their scores. */
function list(
  side: Side,
  role: Role,
  at: { x: number; y: number; width: number },
  decimals: number,
  { colours }: Context,
): { body: string; height: number } {
  let y = at.y + 8;
  const rows = side.arcs.map(({ name, value }, i) => {
    const score = fixed(value, decimals);
    const lines = wrapEvenly(name, 12, nameRoom(at.width));
    const drawn = [
      element("rect", { x: at.x, y: y - 5, width: 10, height: 10, fill: colours.tints[role][i % 3] }),
      ...lines.map((text, k) => lettering(text, { x: at.x + 16, y: y + k * 15, size: 12, fill: colours.quiet })),
      lettering(score, { x: at.x + at.width, y, size: 12, fill: colours.text[role], anchor: "end" }),
    ];
    y += lines.length * 15 + 5;
    return drawn.join("");
  });
  return { body: rows.join(""), height: y - at.y };
}
