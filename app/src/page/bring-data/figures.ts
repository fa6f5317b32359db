/** A share as a person reads it: no 100 % that is not all, no 0 % that is not nothing. */
export function share(of: number): string {
  const percent = Math.round(of * 1000) / 10;
  const shown = of < 1 && percent === 100 ? 99.9 : of > 0 && percent === 0 ? 0.1 : percent;
  return `${shown} %`;
}
