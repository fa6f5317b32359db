import { parentPort } from "node:worker_threads";
import { isFault } from "@gongfu/engine/ground/fault";
import { perform } from "@gongfu/engine/study";
import { type Message, packFault, type Reply, receiver } from "./wire.js";

const reply = (message: Reply): void => parentPort?.postMessage(message);
const read = receiver();

parentPort?.on("message", async (message: Message) => {
  try {
    reply({ kind: "answer", answer: await perform(read(message)) });
  } catch (error) {
    if (isFault(error)) reply({ kind: "fault", fault: packFault(error) });
    else reply({ kind: "error", message: String((error as Error)?.message ?? error), stack: (error as Error)?.stack });
  }
});
