import type { Role } from "../chart.js";
import type { Inequality } from "../lookup/inequality.js";
import { mainIndex } from "../lookup/steps.js";
import { title } from "../names/names.js";
import type { Tale } from "../tale.js";

/** What is measured, in words: a system of the index or a column of the data. */
export function measured({ run, names }: Tale, { of }: Inequality): string {
  const main = mainIndex(run);
  return main?.index.scores.variables.some((one) => one.id === of.column) ? names.system(of.column) : names.inside(of.column);
}

/** The colour of what is measured. */
export const roleOf = ({ names }: Tale, { of }: Inequality): Role => names.role(of.column);

/** What weighs the rows, for a note. */
export function weighing(tale: Tale, all: readonly Inequality[]): string {
  const { names, pick } = tale;
  const once = pick({ en: `Every ${names.unitWord.one} counts once`, zh: `每个${names.unitWord.one}权重相同` });
  const by = all.filter((one) => one.weight !== null);
  if (by.length === 0) return once;
  const weights = names.list([...new Set(by.map((one) => names.inside(weightColumn(one))))]);
  if (by.length === all.length) return pick({ en: `Weighted by ${weights}`, zh: `以${weights}加权` });
  const which = names.list(by.map((one) => measured(tale, one)));
  return pick({
    en: `${title(which)}: weighted by ${weights}; otherwise every ${names.unitWord.one} counts once`,
    zh: `${which}以${weights}加权，其余${once}`,
  });
}

/** The column that weighs the rows. */
export const weightColumn = ({ weight }: Inequality): string => (weight ?? "").slice((weight ?? "").indexOf(".") + 1);
