import { createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { Refused } from "../engine/client.js";
import type { Answer, Arguments, CallName, PlainFault } from "../worker/protocol.js";
import type { StudyState, StudyStore } from "./study-store.js";

export const StudyContext = createContext<StudyStore | null>(null);

export function useStore(): StudyStore {
  const store = useContext(StudyContext);
  if (!store) throw new Error("no study above this component");
  return store;
}

export function useStudy(): StudyState {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, store.state);
}

export interface Asking<T> {
  /** the last answer there is; it stays while a newer one is on the way */
  readonly value: T | null;
  readonly fault: PlainFault | null;
}

/** The worker's answer to a call about the present results, asked again whenever they or the arguments (plain data) change. */
export function useAnswer<K extends CallName>(call: K, ...args: Arguments<K>): Asking<Answer<K>> {
  const store = useStore();
  const { version } = useStudy();
  const [answer, setAnswer] = useState<Asking<Answer<K>>>({ value: null, fault: null });
  const asked = JSON.stringify(args);
  useEffect(() => {
    if (version === 0) return;
    let wanted = true;
    store.engine.ask(call, ...(JSON.parse(asked) as Arguments<K>)).then(
      (value) => wanted && setAnswer({ value, fault: null }),
      (error: unknown) => wanted && error instanceof Refused && setAnswer((before) => ({ ...before, fault: error.fault })),
    );
    return () => {
      wanted = false;
    };
  }, [store, version, call, asked]);
  return answer;
}
