import { Fault, nearest } from "../../ground/fault/index.js";
import { listed, quote, type Text } from "../../ground/words/index.js";

const saveAsXlsx: Text = {
  en: "open the file in Excel or WPS and save it as .xlsx",
  zh: "请用 Excel 或 WPS 打开，另存为 .xlsx",
};

/** Something is there, but no workbook that can be read. */
export const notAWorkbook = (file: string, found: Text, next: Text = saveAsXlsx): Fault =>
  new Fault({
    code: "not-a-workbook",
    place: { file },
    found,
    expected: { en: "expected an Excel workbook (.xlsx)", zh: "应为 Excel 工作簿（.xlsx）" },
    next,
  });

export const encrypted = (file: string): Fault =>
  new Fault({
    code: "encrypted-workbook",
    place: { file },
    found: { en: "the workbook is protected by a password", zh: "工作簿有打开密码" },
    expected: { en: "expected a workbook that opens without a password", zh: "应为无打开密码的工作簿" },
    next: {
      en: "open it in Excel or WPS, remove the password and save it again",
      zh: "请用 Excel 或 WPS 打开，取消打开密码后重新保存",
    },
  });

export const oldWorkbook = (file: string): Fault =>
  new Fault({
    code: "old-workbook",
    place: { file },
    found: { en: "an old workbook (.xls or .et)", zh: "旧版工作簿（.xls 或 .et）" },
    expected: { en: "expected an Excel workbook (.xlsx)", zh: "应为 Excel 工作簿（.xlsx）" },
    next: saveAsXlsx,
  });

export const tooMuch = (file: string, bytes: number, limit: number): Fault =>
  new Fault({
    code: "file-too-large",
    place: { file },
    found: { en: `the workbook unpacks to ${bytes} bytes`, zh: `工作簿解压后有 ${bytes} 字节` },
    expected: { en: `expected at most ${limit} bytes`, zh: `应不超过 ${limit} 字节` },
    next: { en: "keep only the sheet and columns the study needs", zh: "请只保留研究所需的工作表与列" },
  });

export function unknownSheet(file: string, name: string, names: readonly string[]): Fault {
  const all = listed(
    names.map((one) => quote(one)),
    12,
  );
  const near = nearest(name, names);
  return new Fault({
    code: "unknown-sheet",
    place: { file },
    found: { en: `no sheet ${quote(name)}`, zh: `没有名为 ${quote(name)} 的工作表` },
    expected: { en: `expected one of: ${all.en}`, zh: `应为以下之一：${all.zh}` },
    next: near
      ? { en: `did you mean "${near}"?`, zh: `是否想写“${near}”？` }
      : { en: "choose one of these sheets", zh: "请选择其中一个工作表" },
  });
}

export function noTable(file: string, sheets: readonly string[]): Fault {
  const all = listed(sheets.map((one) => quote(one)));
  return new Fault({
    code: "no-table",
    place: { file },
    found: { en: `no table in sheet ${all.en}`, zh: `工作表 ${all.zh} 中没有表格` },
    expected: { en: "expected a header row and at least one row below it", zh: "应有一行表头，其下至少有一行数据" },
    next: { en: "name the sheet that holds the data, or choose another file", zh: "请指明数据所在的工作表，或选择其他文件" },
  });
}
