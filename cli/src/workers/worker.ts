import { parentPort } from "node:worker_threads";
import { isFault } from "@gongfu/engine/ground/fault";
import { perform, type Task } from "@gongfu/engine/study";
import { packFault, type Reply } from "./wire.js";

const reply = (message: Reply): void => parentPort?.postMessage(message);

parentPort?.on("message", async (task: Task) => {
  try {
    reply({ kind: "answer", answer: await perform(task) });
  } catch (error) {
    if (isFault(error)) reply({ kind: "fault", fault: packFault(error) });
    else reply({ kind: "error", message: String((error as Error)?.message ?? error), stack: (error as Error)?.stack });
  }
});
