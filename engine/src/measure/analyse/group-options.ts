import { about, optional, text } from "../../ground/schema/index.js";
import { scopeOption } from "./correlation-options.js";

/** Which members of an index are taken together. */
export const groupOptions = {
  level: optional(about(text({ min: 1 }), "level whose members are analysed; by default the indicators", "所分析的层级；默认为指标层")),
  within: optional(
    about(
      text({ min: 1 }),
      "level whose nodes make the groups, or all for one group; by default the level above",
      "以哪一层级的节点分组，all 为合成一组；默认为上一层",
    ),
  ),
  ...scopeOption,
};

export const groupText = ({ level, within, scope }: { level?: string; within?: string; scope: string }): string =>
  `${level ?? "indicators"} within ${within ?? "the level above"} · ${scope}`;
