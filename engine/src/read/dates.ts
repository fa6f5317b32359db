/** A day as 2013-12-31; with its time when it has one. Read as UTC, as spreadsheets and Parquet keep days. */
export function dateText(date: Date): string {
  const text = date.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.replace(/\.000Z$/, "Z");
}

/** Dates that stand for their years: several on one day of the year, or a single first or last day. */
export function areYears(dates: readonly Date[]): boolean {
  const days = new Set(dates.map((date) => dateText(date).slice(4)));
  const [day] = days;
  return days.size === 1 && (dates.length > 1 ? day.length === 6 : day === "-01-01" || day === "-12-31");
}

export const yearOf = (date: Date): string => String(date.getUTCFullYear());
