import { listed, type Text } from "../ground/words/index.js";

/** "lines 3, 7 and 2 more", "第 3、7 等 4 行". */
export function lineList(lines: readonly number[], limit = 6): Text {
  const { en, zh } = listed(lines.map(String), limit);
  return { en: `line${lines.length === 1 ? "" : "s"} ${en}`, zh: lines.length > limit ? `第 ${zh.replace("项", "行")}` : `第 ${zh} 行` };
}
