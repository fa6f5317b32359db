import type { Chart } from "@gongfu/engine/tell";
import { element, lettering, spoken } from "../svg/element.js";
import { textWidth } from "../text/measure.js";
import { marked } from "./brush.js";
import type { Context, Drawing } from "./context.js";
import { matrix } from "./matrix.js";

type Signs = Extract<Chart, { kind: "signs" }>;
type Shape = Signs["signs"][number]["shape"];

const row = 22;

/** A matrix with the signs of what was found in every cell; a cell without any is empty paper between thin lines. */
export function signs(chart: Signs, context: Context): Drawing {
  const { colours, words } = context;
  const named = legend(chart, context);
  const { place, cell, cellHeight, labels } = matrix(chart, context, named.height + 20);
  const cells = chart.cells.flatMap((line, r) =>
    line.map((found, c) => {
      const [x, y] = [place.left + c * cell, place.y(r + 0.5)];
      const box = { x: x + 0.5, y: y - cellHeight / 2 + 0.5, width: cell - 1, height: cellHeight - 1 };
      const said = found.length ? found.map((k) => chart.signs[k].name).join(words.comma) : words.noValue;
      return element(
        "g",
        marked(context, chart.rows[r]),
        spoken(`${chart.rows[r]}${words.comma}${chart.columns[c]}${words.colon}${said}`),
        element("rect", { ...box, fill: found.length ? colours.panel : colours.paper, stroke: colours.rule, "stroke-width": 0.5 }),
        ...spots(found.length, cell, cellHeight).map(({ dx, dy, size }, k) =>
          mark(chart.signs[found[k]].shape, x + dx, y + dy, size, chart.role, context),
        ),
      );
    }),
  );
  const bottom = place.top + place.height + 12;
  return {
    body: labels + cells.join("") + named.draw(bottom),
    height: bottom + named.height + 8,
    says: `${words.kinds.signs}, ${chart.rows.length} × ${chart.columns.length}${words.colon}${chart.signs.map((one) => one.name).join(words.comma)}`,
  };
}

/** The signs with their names, wrapped to the width. */
function legend({ signs: all, role }: Signs, context: Context) {
  let [x, y] = [0, 0];
  const items = all.map(({ name, shape }) => {
    const needed = 18 + textWidth(name, 12);
    if (x > 0 && x + needed > context.width) [x, y] = [0, y + row];
    const at = { x, y };
    x += needed + 18;
    return { name, shape, at };
  });
  const draw = (from: number): string =>
    items
      .map(
        ({ name, shape, at }) =>
          mark(shape, at.x + 6, from + at.y + 10, 10, role, context) +
          lettering(name, { x: at.x + 18, y: from + at.y + 10, fill: context.colours.ink }),
      )
      .join("");
  return { height: y + row, draw };
}

/** Where n signs stand in a cell: in one line where there is room, else in two. */
function spots(n: number, width: number, height: number): { readonly dx: number; readonly dy: number; readonly size: number }[] {
  const perLine = n * 12 <= width - 2 || n < 2 ? n : Math.ceil(n / 2);
  const lines = perLine ? Math.ceil(n / perLine) : 0;
  const size = Math.max(3, Math.min(10, (width - 2) / Math.max(1, perLine) - 2, (height - 3) / Math.max(1, lines) - 1));
  const [stepX, stepY] = [size + 2, size + 1];
  return Array.from({ length: n }, (_, k) => {
    const line = Math.floor(k / perLine);
    const inLine = Math.min(perLine, n - line * perLine);
    return {
      dx: width / 2 + ((k % perLine) - (inLine - 1) / 2) * stepX,
      dy: (line - (lines - 1) / 2) * stepY,
      size,
    };
  });
}

/** Told apart by shape first, then by colour. */
function mark(shape: Shape, x: number, y: number, size: number, role: Signs["role"], { colours }: Context): string {
  const half = size / 2;
  switch (shape) {
    case "square":
      return element("rect", { x: x - half, y: y - half, width: size, height: size, fill: colours.mark[role] });
    case "diamond":
      return element("path", {
        d: `M${xy(x, y - half)}L${xy(x + half, y)}L${xy(x, y + half)}L${xy(x - half, y)}Z`,
        fill: colours.ink,
      });
    case "ring":
      return element("circle", { cx: x, cy: y, r: half - 0.75, fill: "none", stroke: colours.quiet, "stroke-width": 1.5 });
    case "slash":
      return element("path", {
        d: `M${xy(x - half, y + half)}L${xy(x - half * 0.15, y + half * 0.15)}M${xy(x + half * 0.3, y - half * 0.3)}L${xy(x + half, y - half)}`,
        stroke: colours.fault,
        "stroke-width": 2,
        fill: "none",
      });
  }
}

const xy = (x: number, y: number): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
