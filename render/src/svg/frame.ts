import { element, escapeText } from "./element.js";

const chinese = "'Source Han Sans SC', 'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif";
/** Letters of each language first from the fonts made for it: a Chinese font sets Latin quotation marks as wide as a character. */
const fontStacks: Readonly<Record<string, string>> = {
  en: `Inter, 'Helvetica Neue', Arial, 'Segoe UI', Roboto, 'Liberation Sans', 'Noto Sans', ${chinese}`,
  zh: `Inter, ${chinese}`,
};

interface Frame {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly body: string;
  readonly defs?: string;
  readonly paper?: string;
}

/** A complete SVG picture with its name and one-sentence description for those who cannot see it. */
export function frame({ id, width, height, title, description, language, body, defs, paper }: Frame): string {
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}`,
      width: Math.round(width),
      height: Math.round(height),
      role: "img",
      "aria-label": title,
      "aria-describedby": `${id}-desc`,
      lang: language === "zh" ? "zh-Hans" : language,
      "font-family": fontStacks[language],
      "font-variant-numeric": "tabular-nums lining-nums",
    },
    `<title>${escapeText(title)}</title>`,
    `<desc id="${id}-desc">${escapeText(description)}</desc>`,
    defs ? `<defs>${defs}</defs>` : "",
    paper ? element("rect", { width: Math.round(width), height: Math.round(height), fill: paper }) : "",
    body,
  );
}
