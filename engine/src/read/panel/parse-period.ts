import { foldWidth } from "../numbers/fold-width.js";

/** A period cell as a whole number: 2013, "2013年", "2013年度", "2013.0", waves such as 1, 2, 3; undefined when it is none. */
export function parsePeriod(text: string): number | undefined {
  const found = /^(\d{1,4})(?:\.0+)?\s*(?:年度?)?$/.exec(foldWidth(text).trim());
  return found ? Number(found[1]) : undefined;
}

/** A column heading that is a year: 2013, "2013年", "Y2013", "2013 [YR2013]". */
export function parseYearHeading(text: string): number | undefined {
  const found = /^(?:y|yr|year)?\s*_?(\d{4})(?:\.0)?\s*(?:年度?)?(?:\s*\[yr\d{4}\])?$/i.exec(foldWidth(text).trim());
  const year = found ? Number(found[1]) : 0;
  return year >= 1000 && year < 3000 ? year : undefined;
}

/** A heading of two parts of which one is a year: "GDP/2013年", "2013年/GDP". The rest names the variable; without one it is a plain year. */
export function parseYearPart(heading: string): { readonly period: number; readonly variable: string | null } | undefined {
  const whole = parseYearHeading(heading);
  if (whole !== undefined) return { period: whole, variable: null };
  const parts = heading.split("/");
  const years = parts.flatMap((part, k) => (parseYearHeading(part) === undefined ? [] : [k]));
  if (years.length !== 1) return undefined;
  const [at] = years;
  return {
    period: parseYearHeading(parts[at]) as number,
    variable: parts
      .filter((_, k) => k !== at)
      .join("/")
      .trim(),
  };
}
