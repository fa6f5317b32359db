import { element, lettering } from "../svg/element.js";
import { textWidth } from "../text/measure.js";

export interface KeyItem {
  readonly name: string;
  readonly mark: string;
  readonly text: string;
  /** letters inside the swatch */
  readonly inside?: { readonly text: string; readonly fill: string };
}

const size = 12;
const row = 22;

/** A row of swatches with names, wrapped to the width: used where marks cannot carry their names themselves. */
export function key(items: readonly KeyItem[], at: { x: number; y: number; width: number }): { body: string; height: number } {
  let x = at.x;
  let y = at.y;
  const body = items.map(({ name, mark, text, inside }) => {
    const swatch = inside ? Math.max(22, textWidth(inside.text, 11) + 8) : 12;
    const needed = swatch + 6 + textWidth(name, size);
    if (x > at.x && x + needed > at.x + at.width) {
      x = at.x;
      y += row;
    }
    const drawn =
      element("rect", { x, y: y + (inside ? 1 : 4), width: swatch, height: inside ? 18 : 12, fill: mark }) +
      (inside ? lettering(inside.text, { x: x + swatch / 2, y: y + 10, size: 11, fill: inside.fill, anchor: "middle" }) : "") +
      lettering(name, { x: x + swatch + 6, y: y + 10, size, fill: text });
    x += needed + 18;
    return drawn;
  });
  return { body: body.join(""), height: items.length === 0 ? 0 : y - at.y + row };
}
