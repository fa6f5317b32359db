import type { Session } from "../io.js";
import { width } from "./width.js";

/** One line on standard error that rewrites itself; nothing when it is not a terminal. */
export function progressLine({ terminal, err, columns }: Session): { show: (text: string) => void; clear: () => void } {
  if (!terminal) return { show: () => {}, clear: () => {} };
  const erase = "\r\u001b[2K";
  return {
    show: (text) => err(`${erase}${width(text) < columns ? text : [...text].slice(0, Math.floor(columns / 2) - 1).join("")}`),
    clear: () => err(erase),
  };
}
