import type { Text } from "@gongfu/engine/ground/words";
import type { Command } from "commander";
import type { Session } from "../io.js";

interface Entry {
  readonly name: string;
  readonly about: Text;
  /** arguments as the overview shows them */
  readonly shape: string;
  readonly load: () => Promise<{ define: (command: Command, session: Session) => void }>;
}

/** The commands beside the methods; each file is read only when its command is called. */
export const commands: readonly Entry[] = [
  {
    name: "run",
    shape: "STUDY --out DIR",
    about: { en: "run a study: report, figures, tables, results", zh: "运行研究：报告、图、表与结果" },
    load: () => import("./run.js"),
  },
  {
    name: "new",
    shape: "FILE",
    about: { en: "draft a study from a data file", zh: "从数据文件起草一份研究" },
    load: () => import("./new.js"),
  },
  {
    name: "audit",
    shape: "formula FILE",
    about: { en: "find the formula that made published numbers", zh: "核验所公布的数字出自哪个公式" },
    load: () => import("./audit.js"),
  },
  {
    name: "methods",
    shape: "",
    about: { en: "list the methods; each is a command", zh: "列出全部方法；每个方法都是一条命令" },
    load: () => import("./methods.js"),
  },
  {
    name: "explain",
    shape: "METHOD",
    about: { en: "a method as a page: formula, options, sources", zh: "查看方法说明：公式、选项、出处" },
    load: () => import("./explain.js"),
  },
  {
    name: "schema",
    shape: "",
    about: { en: "print the JSON Schema of study.yaml", zh: "输出 study.yaml 的 JSON Schema" },
    load: () => import("./schema.js"),
  },
  {
    name: "app",
    shape: "",
    about: { en: "serve the app on this computer", zh: "在本机打开应用" },
    load: () => import("./app.js"),
  },
];
