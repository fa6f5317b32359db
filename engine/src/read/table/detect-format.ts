export type FileFormat = "text" | "xlsx" | "parquet";

/** What a data file is, by its first bytes: nobody is asked, and a wrong ending misleads nothing. */
export function detectFormat(bytes: Uint8Array): FileFormat {
  const begins = (...magic: number[]): boolean => magic.every((byte, k) => bytes[k] === byte);
  // a workbook is a zip archive; the compound file is an old or an encrypted one, and the reader of workbooks says which
  if (begins(0x50, 0x4b, 3, 4) || begins(0x50, 0x4b, 5, 6) || begins(0xd0, 0xcf, 0x11, 0xe0)) return "xlsx";
  return begins(0x50, 0x41, 0x52, 0x31) || begins(0x50, 0x41, 0x52, 0x45) ? "parquet" : "text";
}
