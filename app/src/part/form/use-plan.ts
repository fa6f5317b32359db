import { useEffect, useMemo, useState } from "react";
import { Refused } from "../../engine/client.js";
import { useAnswer, useStore, useStudy } from "../../study/use-study.js";
import type { CardSummary } from "../../worker/calls/cards.js";
import type { Offers, PlainStep } from "../../worker/calls/outline.js";
import type { PlainFault } from "../../worker/protocol.js";

/** The study as forms need it: its steps as they are written, every method there is, what stands above each step. */
export interface Plan {
  readonly framework: string | null;
  readonly steps: readonly PlainStep[];
  readonly cards: ReadonlyMap<string, CardSummary>;
  readonly offers: Offers;
  /** why the text cannot be read; the steps are then those of before */
  readonly unread: PlainFault | null;
}

/** Null until the worker has answered. What stands above each step is asked for only where forms are shown. */
export function usePlan(forms: boolean): Plan | null {
  const store = useStore();
  const { text } = useStudy();
  const [outline, setOutline] = useState<Pick<Plan, "framework" | "steps" | "unread"> | null>(null);
  const cards = useCards();
  const { value: offers } = useAnswer("offers", forms);
  useEffect(() => {
    if (!text) return;
    let wanted = true;
    store.engine.ask("outline", text).then(
      (value) => wanted && setOutline({ ...value, unread: null }),
      (error: unknown) =>
        wanted && error instanceof Refused && setOutline((before) => ({ framework: null, steps: [], ...before, unread: error.fault })),
    );
    return () => {
      wanted = false;
    };
  }, [store, text]);
  return useMemo(() => outline && cards && { ...outline, cards, offers: offers ?? nothing }, [outline, cards, offers]);
}

const nothing: Offers = { steps: [], views: [], levels: [] };

/** Every method there is, asked for once. */
export function useCards(): ReadonlyMap<string, CardSummary> | null {
  const store = useStore();
  const [cards, setCards] = useState<ReadonlyMap<string, CardSummary> | null>(null);
  useEffect(() => {
    store.engine.ask("cards").then(
      (all) => setCards(new Map(all.map((one) => [one.id, one]))),
      () => undefined,
    );
  }, [store]);
  return cards;
}
