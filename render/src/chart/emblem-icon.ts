import { palette, type Theme } from "../palette/palette.js";
import { element } from "../svg/element.js";
import { arc } from "./ring.js";

/** The emblem reduced to what reads at 24 pixels: two rings of three arcs inside one belt. For logo and favicon. */
export function emblemIcon({
  theme = "light",
  size = 24,
  title = "Gongfu 共富",
}: {
  theme?: Theme;
  size?: number;
  title?: string;
} = {}): string {
  const { mark, ink } = palette[theme];
  const shape = { y: 12, radius: 3.5, thickness: 1.9, gap: 0 };
  const wheel = (x: number, colour: string): string =>
    [0, 120, 240].map((from) => arc({ ...shape, x }, from + 13, from + 107, colour)).join("");
  return element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: "0 0 24 24", width: size, height: size, role: "img", "aria-label": title },
    `<title>${title}</title>`,
    element("rect", { x: 0.6, y: 5.8, width: 22.8, height: 12.4, rx: 6.2, fill: "none", stroke: ink, "stroke-width": 1.1 }),
    wheel(6.6, mark.empowerment),
    wheel(17.4, mark.equity),
  );
}
