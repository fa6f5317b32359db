import { Fault, isFault } from "../../ground/fault/index.js";
import { same, type Text } from "../../ground/words/index.js";

/** What a cell of a flat column may be, once read; nested ones are objects. */
export type ParquetValue = string | number | bigint | boolean | Date | object | null | undefined;

export interface ParquetColumns {
  readonly names: readonly string[];
  readonly values: readonly (readonly ParquetValue[])[];
  readonly rows: number;
}

/** What the reader itself unpacks; for anything else the decompressors are loaded. */
const builtIn = new Set(["UNCOMPRESSED", "SNAPPY"]);

const mostCells = 100_000_000;

/** Every column of a Parquet file, by column. The reader is loaded on first use, and its decompressors only for a file that needs them. */
export async function parquetColumns(bytes: Uint8Array, file: string): Promise<ParquetColumns> {
  // Not the package's entry for Node: that opens files.
  const { parquetMetadata, parquetRead } = await import("hyparquet/src/index.js");
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  try {
    const metadata = parquetMetadata(buffer);
    const rows = Number(metadata.num_rows);
    const codecs = metadata.row_groups.flatMap((group) => group.columns.map((one) => one.meta_data?.codec ?? "UNCOMPRESSED"));
    const names = topNames(metadata.schema);
    if (!(rows >= 0 && rows * names.length <= mostCells)) throw tooManyCells(file, rows, names.length);
    const values = names.map((): ParquetValue[] => new Array(rows).fill(null));
    const position = new Map(names.map((name, k) => [name, k]));
    await parquetRead({
      file: { byteLength: buffer.byteLength, slice: (start, end) => buffer.slice(start, end) },
      metadata,
      compressors: codecs.every((codec) => builtIn.has(codec)) ? undefined : (await import("hyparquet-compressors")).compressors,
      onChunk: ({ columnName, columnData, rowStart, rowEnd }) => {
        const column = values[position.get(columnName) as number];
        for (let row = rowStart; row < rowEnd && row < rows; row++) column[row] = columnData[row - rowStart] as ParquetValue;
      },
    });
    return { names, values, rows };
  } catch (error) {
    if (isFault(error)) throw error;
    throw notParquet(file, same(error instanceof Error ? error.message : String(error)));
  }
}

interface SchemaElement {
  readonly name: string;
  readonly num_children?: number;
}

/** Names of the columns at the top of the schema; what lies inside a nested one is passed over. */
function topNames(schema: readonly SchemaElement[]): string[] {
  const names: string[] = [];
  const [root] = schema;
  let at = 1;
  const skip = (): void => {
    const children = schema[at++].num_children ?? 0;
    for (let k = 0; k < children; k++) skip();
  };
  for (let k = 0; k < (root.num_children ?? 0); k++) {
    names.push(schema[at].name);
    skip();
  }
  return names;
}

export const notParquet = (file: string, why: Text): Fault =>
  new Fault({
    code: "not-parquet",
    place: { file },
    found: { en: `the Parquet file cannot be read: ${why.en}`, zh: `无法读取 Parquet 文件：${why.zh}` },
    expected: { en: "expected a whole, unencrypted Parquet file", zh: "应为完整且未加密的 Parquet 文件" },
    next: { en: "write the file again, or export it as CSV", zh: "请重新写出该文件，或导出为 CSV" },
  });

const tooManyCells = (file: string, rows: number, columns: number): Fault =>
  new Fault({
    code: "file-too-large",
    place: { file },
    found: { en: `${rows} rows × ${columns} columns`, zh: `${rows} 行 × ${columns} 列` },
    expected: { en: "expected at most 100,000,000 cells", zh: "应不超过 1 亿个单元格" },
    next: { en: "keep only the rows and columns the study needs", zh: "请只保留研究所需的行与列" },
  });
