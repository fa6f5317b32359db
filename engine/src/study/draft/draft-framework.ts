import type { Text } from "../../ground/words/index.js";
import type { Panel } from "../../table/index.js";
import { bilingual, yamlText } from "./draft-text.js";

/** A column taken as an indicator. */
export interface DraftIndicator {
  /** id of the column */
  readonly id: string;
  readonly names: Text;
  readonly unit: Text;
  readonly direction: -1 | 1;
}

export interface DraftGroup {
  readonly id: string;
  readonly names: Text;
  /** groups or indicators; every indicator lies equally deep */
  readonly children: readonly (DraftGroup | DraftIndicator)[];
}

/** Columns put into groups of groups. */
export interface DraftTree {
  /** from the top to the indicators */
  readonly levels: readonly { readonly id: string; readonly names: Text }[];
  readonly roots: readonly DraftGroup[];
}

export interface FrameworkParts {
  readonly id: string;
  readonly names: Text;
  readonly tree: DraftTree;
}

const advice = [
  '# The indicator tree. Review every direction: "+" more is better, "-" less is better.',
  "# 指标体系。请逐一核对方向：“+”越大越好，“-”越小越好。",
];
const noUnit: Text = { en: "unit?", zh: "单位？" };

/** A framework file of a tree. */
export function draftTree({ id, names, tree: { levels, roots } }: FrameworkParts): string {
  const lines = (node: DraftGroup | DraftIndicator, indent: string): string[] =>
    "children" in node
      ? [
          `${indent}- id: ${yamlText(node.id)}`,
          `${indent}  names: ${bilingual(node.names)}`,
          `${indent}  children:`,
          ...node.children.flatMap((one) => lines(one, `${indent}    `)),
        ]
      : [
          `${indent}- {id: ${yamlText(node.id)}, names: ${bilingual(node.names)}, unit: ${bilingual(node.unit.en ? node.unit : noUnit)}, direction: "${node.direction > 0 ? "+" : "-"}"}`,
        ];
  return [
    ...advice,
    "gongfu: framework",
    `id: ${id}`,
    `names: ${bilingual(names)}`,
    "levels:",
    ...levels.map((one) => `  - {id: ${one.id}, names: ${bilingual(one.names)}}`),
    "tree:",
    ...roots.flatMap((one) => lines(one, "  ")),
    "",
  ].join("\n");
}

/** A framework file with one flat group: every column an indicator, "+" until a person says otherwise. */
export const draftFramework = (panel: Panel, id: string): string =>
  draftTree({
    id,
    names: { en: "My framework", zh: "我的指标体系" },
    tree: {
      levels: [
        { id: "index", names: { en: "index", zh: "指数" } },
        { id: "indicator", names: { en: "indicator", zh: "指标" } },
      ],
      roots: [
        {
          id: "index",
          names: { en: "Index", zh: "综合指数" },
          children: panel.variables.map((one) => ({ id: one.id, names: one.names, unit: one.unit, direction: 1 })),
        },
      ],
    },
  });
