/// <reference lib="webworker" />
import { isFault } from "@gongfu/engine/ground/fault";
import { calls } from "./calls/index.js";
import { plain } from "./plain.js";
import type { Asked, PlainFault, Told } from "./protocol.js";
import { Session } from "./session.js";

const tell = (told: Told): void => self.postMessage(told);
const session = new Session(tell);

self.onmessage = async ({ data: { id, call, args } }: MessageEvent<Asked>) => {
  try {
    const answer = calls[call] as (session: Session, ...args: readonly unknown[]) => unknown;
    tell({ kind: "answer", id, value: await answer(session, ...args) });
  } catch (error) {
    tell({ kind: "fault", id, fault: isFault(error) ? plain(error) : unexpected(error) });
  }
};

const unexpected = (error: unknown): PlainFault => {
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: "unexpected",
    exit: 3,
    found: { en: `something unforeseen happened: ${message}`, zh: `发生意外：${message}` },
    expected: { en: "this is a fault of the program, not of your data", zh: "这是程序的错误，不是数据的错误" },
    next: { en: "your study is kept; undo the last change, or report this message", zh: "研究未受影响；可撤销上一步，或反馈此信息" },
    others: [],
  };
};
