import type { FaultParts, Text } from "@gongfu/engine";
import { useEffect, useState } from "react";
import type { View } from "../view/view.js";
import type { FromWorker } from "../worker/messages.js";

export type Example =
  | { readonly kind: "computing"; readonly done: number; readonly total: number; readonly names: Text | null }
  | { readonly kind: "ready"; readonly view: View }
  | { readonly kind: "fault"; readonly fault: FaultParts };

/** The shipped study, computed in a worker. */
export function useExample(): Example {
  const [example, setExample] = useState<Example>({ kind: "computing", done: 0, total: 1, names: null });
  useEffect(() => {
    const worker = new Worker(new URL("../worker/worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === "progress") setExample({ ...data, kind: "computing" });
      else if (data.kind === "view") setExample({ kind: "ready", view: data.view });
      else setExample({ kind: "fault", fault: data.fault });
    };
    worker.onerror = ({ message }) =>
      setExample({
        kind: "fault",
        fault: {
          code: "worker",
          found: { en: message, zh: message },
          expected: { en: "expected the worker to compute the example", zh: "后台线程应能完成计算" },
          next: { en: "reload the page", zh: "请重新加载页面" },
        },
      });
    return () => worker.terminate();
  }, []);
  return example;
}
