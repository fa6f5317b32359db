import { Fault } from "../../ground/fault/index.js";

/** The user stopped the run. */
export const cancelled = (): Fault =>
  new Fault({
    code: "cancelled",
    found: { en: "the run was cancelled", zh: "运行已取消" },
    expected: { en: "nothing was written", zh: "没有写出任何文件" },
    next: { en: "run it again when ready", zh: "准备好后可重新运行" },
  });
