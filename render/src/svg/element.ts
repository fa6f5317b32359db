export type Attributes = Readonly<Record<string, string | number | undefined | false>>;

/** Text made safe for XML and HTML, in content and in quoted attributes. Characters XML forbids are dropped. */
export const escapeText = (text: string): string =>
  text
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** Two decimals, no negative zero: the same bytes for values that differ in the last bit. */
export const round = (value: number): number => Math.round(value * 100) / 100 + 0;

/** One SVG element; numbers are rounded, undefined and false attributes left out, children taken as markup. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? round(value) : escapeText(value as string)}"`)
    .join("");
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join("")}</${name}>`;
}

interface Lettering {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly fill: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly bold?: boolean;
  readonly rotate?: number;
  /** colour of a thin rim that keeps the letters legible over lines */
  readonly halo?: string;
}

/** A line of text whose middle stands at y. */
export const lettering = (text: string, { x, y, size = 12, fill, anchor = "start", bold, rotate, halo }: Lettering): string =>
  element(
    "text",
    {
      x,
      y: y + size * 0.35,
      "font-size": size,
      fill,
      "text-anchor": anchor === "start" ? undefined : anchor,
      "font-weight": bold ? 700 : undefined,
      stroke: halo,
      "stroke-width": halo ? 3 : undefined,
      "stroke-linejoin": halo ? "round" : undefined,
      "paint-order": halo ? "stroke" : undefined,
      transform: rotate ? `rotate(${round(rotate)} ${round(x)} ${round(y)})` : undefined,
    },
    escapeText(text),
  );

/** What a mark says when asked: shown by browsers on hover, read by screen readers. */
export const spoken = (text: string): string => `<title>${escapeText(text)}</title>`;
