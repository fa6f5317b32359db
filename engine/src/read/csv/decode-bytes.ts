import { Fault } from "../../ground/fault/index.js";
import { firstBadUtf8, surveyGb18030 } from "./bad-bytes.js";

export type Encoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

/** Encoding named by a byte order mark. */
export function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

/** At least this share of the two-byte characters must be everyday ones before GB18030 is believed. */
const everyday = 0.6;

/** Bytes to text: the wanted or marked encoding; else strict UTF-8; else GB18030 when its characters are everyday Chinese; else a fault at the first bad byte. */
export function decodeBytes(bytes: Uint8Array, file: string, wanted?: Encoding): { text: string; encoding: Encoding } {
  const known = wanted ?? markedEncoding(bytes);
  if (known) {
    const text = decode(bytes, known);
    if (text === undefined) throw badEncoding(bytes, file, firstBad(bytes, known), known);
    return { text, encoding: known };
  }
  const utf8 = decode(bytes, "utf-8");
  if (utf8 !== undefined) return { text: utf8, encoding: "utf-8" };

  const survey = surveyGb18030(bytes);
  if (survey.everyday < everyday) throw badEncoding(bytes, file, firstBadUtf8(bytes), "utf-8");
  const text = decode(bytes, "gb18030");
  if (text === undefined) throw badEncoding(bytes, file, survey.bad, "gb18030");
  return { text, encoding: "gb18030" };
}

/** The byte order mark is left out by the decoder; undefined when the bytes do not fit. */
function decode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function firstBad(bytes: Uint8Array, encoding: Encoding): number {
  if (encoding === "utf-8") return firstBadUtf8(bytes);
  return encoding === "gb18030" ? surveyGb18030(bytes).bad : bytes.length - 1;
}

function badEncoding(bytes: Uint8Array, file: string, bad: number, encoding: Encoding): Fault {
  const at = bad < 0 ? bytes.length - 1 : bad;
  let line = 1;
  let start = 0;
  for (let i = 0; i < at; i++) {
    if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)) {
      line++;
      start = i + 1;
    }
  }
  const hex = `0x${bytes[at].toString(16).toUpperCase().padStart(2, "0")}`;
  const name = encoding.toUpperCase();
  return new Fault({
    code: "wrong-encoding",
    place: { file, line },
    found: {
      en: `byte ${hex} (byte ${at - start + 1} of line ${line}) is not valid ${name}`,
      zh: `第 ${line} 行第 ${at - start + 1} 个字节 ${hex} 不是合法的 ${name}`,
    },
    expected: { en: "expected UTF-8 or GB18030 (GBK) text", zh: "应为 UTF-8 或 GB18030（GBK）编码的文本" },
    next: {
      en: "save the file again as UTF-8 (in Excel: CSV UTF-8), or name its encoding",
      zh: "请将文件另存为 UTF-8（Excel 中选“CSV UTF-8”），或指明其编码",
    },
  });
}
