import { unzipSync, zipSync } from "fflate";
import { isFault } from "../../ground/fault/index.js";
import { encrypted, notAWorkbook, oldWorkbook, tooMuch } from "./workbook-faults.js";

/** What a workbook may unpack to. */
const largest = 1_000_000_000;

export interface Sheet {
  readonly name: string;
  /** position in the workbook's list, from 1 */
  readonly position: number;
  readonly hidden: boolean;
  /** path of its part inside the workbook */
  readonly path: string;
}

export interface Unpacked {
  readonly sheets: readonly Sheet[];
  /** the XML of one sheet */
  readonly xml: (sheet: Sheet) => string;
  /**
   * A workbook of the parts one sheet needs, not compressed. Unpacked whole, a large workbook would make the reader start a worker from a
   * script made at run time, which a strict page forbids.
   */
  readonly only: (sheet: Sheet) => ArrayBuffer;
}

/** Open the archive that a workbook is. Throws a Fault when it is none, or one that only its password opens. */
export function unpack(bytes: Uint8Array, file: string): Unpacked {
  refuseOthers(bytes, file);
  const parts = unzip(bytes, file);
  const part = (path: string): string => (parts[path] ? new TextDecoder().decode(parts[path]) : "");
  if (!parts["xl/workbook.xml"]) {
    const binary = Object.keys(parts).includes("xl/workbook.bin");
    throw notAWorkbook(
      file,
      binary
        ? { en: "a binary workbook (.xlsb)", zh: "二进制工作簿（.xlsb）" }
        : { en: "a zip archive without a workbook", zh: "不含工作簿的 zip 压缩包" },
      binary ? undefined : { en: "unpack it, or choose another file", zh: "请先解压，或选择其他文件" },
    );
  }
  return {
    sheets: sheetsOf(part("xl/workbook.xml"), part("xl/_rels/workbook.xml.rels")).filter(({ path }) => parts[path]),
    xml: ({ path }) => part(path),
    only: ({ path }) => {
      const needed = Object.entries(parts).filter(([name]) => name === path || !/^xl\/(worksheets|chartsheets)\//.test(name));
      const packed = zipSync(Object.fromEntries(needed), { level: 0, mtime: "2000-01-01T12:00:00" });
      return packed.buffer as ArrayBuffer;
    },
  };
}

function unzip(bytes: Uint8Array, file: string): Record<string, Uint8Array> {
  let size = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const wanted = name === "xl/workbook.bin" || /^xl\/(_rels\/)?[^/]*(worksheets\/[^/]*)?\.xml(\.rels)?$/i.test(name);
        if (wanted) size += originalSize;
        if (size > largest) throw tooMuch(file, size, largest);
        return wanted;
      },
    });
  } catch (error) {
    if (isFault(error)) throw error;
    throw notAWorkbook(
      file,
      { en: "a damaged Excel workbook, or another archive", zh: "损坏的 Excel 工作簿，或其他压缩包" },
      { en: "copy or download the file again, or open it in Excel and save it", zh: "请重新复制或下载该文件，或用 Excel 打开后另存" },
    );
  }
}

function refuseOthers(bytes: Uint8Array, file: string): void {
  const begins = (...magic: number[]): boolean => magic.every((byte, k) => bytes[k] === byte);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) throw holds(bytes, "EncryptedPackage") ? encrypted(file) : oldWorkbook(file);
  if (!begins(0x50, 0x4b)) throw notAWorkbook(file, { en: "the file is no workbook", zh: "文件不是工作簿" });
  if (bytes[6] & 1) throw encrypted(file);
}

/** Whether bytes hold a text in UTF-16, as the directory of an old compound file does. */
function holds(bytes: Uint8Array, text: string): boolean {
  for (let at = bytes.indexOf(text.charCodeAt(0)); at >= 0; at = bytes.indexOf(text.charCodeAt(0), at + 1)) {
    let k = 1;
    while (k < text.length && bytes[at + 2 * k] === text.charCodeAt(k) && bytes[at + 2 * k - 1] === 0) k++;
    if (k === text.length) return true;
  }
  return false;
}

/** The sheets of a workbook in their order, from its list and the paths that the list refers to. */
function sheetsOf(workbook: string, relations: string): Sheet[] {
  const targets = new Map<string, string>();
  for (const [, attributes] of relations.matchAll(elements("Relationship"))) {
    targets.set(attribute(attributes, "Id"), attribute(attributes, "Target"));
  }
  return [...workbook.matchAll(elements("sheet"))].map(([, attributes], k) => {
    const target = targets.get(attribute(attributes, "\\w+:id")) ?? "";
    return {
      name: attribute(attributes, "name"),
      position: k + 1,
      hidden: /\sstate="(hidden|veryHidden)"/.test(` ${attributes}`),
      path: target.startsWith("/") ? target.slice(1) : `xl/${target}`,
    };
  });
}

/** Elements of a name, with the text of their attributes. */
const elements = (name: string): RegExp => new RegExp(`<(?:\\w+:)?${name}\\s((?:[^>"']|"[^"]*"|'[^']*')*)>`, "g");

function attribute(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return plainText(found?.[1] ?? found?.[2] ?? "");
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** A text of XML without its entities. */
const plainText = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    return hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : (entities[name ?? ""] ?? whole);
  });
