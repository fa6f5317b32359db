import { foldWidth } from "../numbers/fold-width.js";

/** A name reduced to what matters for matching: case, width, accents, spaces and punctuation gone. "Côte d'Ivoire " → "cotedivoire". */
export function foldName(text: string): string {
  return foldAccented(text).normalize("NFD").replace(/\p{M}/gu, "");
}

/** The same with accents kept: the tones tell Shānxī from Shǎnxī. */
export function foldAccented(text: string): string {
  return foldWidth(text)
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/^\s*(\d+)\.0+\s*$/, "$1")
    .replace(/\bst\b\.?(?=\s)/g, "saint")
    .replace(/^\s*the\s+/, "")
    .replace(/[^\p{L}\p{N}\p{M}]/gu, "");
}
