import { type PointerEvent, useRef, useState } from "react";

/** Columns under way from the list into the tree, and the mechanism they hang over. */
export interface Carried {
  readonly ids: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly over: string | null;
}

/** How far a pointer moves before a press becomes a carry. */
const slack = 5;

const groupAt = (x: number, y: number): string | null =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-group]")?.dataset.group ?? null;

/** Carrying by mouse, pen or finger: props for a handle, and what is carried. */
export function useCarrying(drop: (ids: readonly string[], group: string) => void) {
  const [carried, setCarried] = useState<Carried | null>(null);
  const start = useRef<{ readonly x: number; readonly y: number; readonly ids: readonly string[] } | null>(null);
  const end = (): void => {
    start.current = null;
    setCarried(null);
  };
  const handle = (ids: readonly string[]) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = { x: event.clientX, y: event.clientY, ids };
    },
    onPointerMove: ({ clientX: x, clientY: y }: PointerEvent<HTMLElement>): void => {
      const from = start.current;
      if (!from || (!carried && Math.hypot(x - from.x, y - from.y) < slack)) return;
      setCarried({ ids: from.ids, x, y, over: groupAt(x, y) });
    },
    onPointerUp: ({ clientX: x, clientY: y }: PointerEvent<HTMLElement>): void => {
      const group = carried && groupAt(x, y);
      if (carried && group) drop(carried.ids, group);
      end();
    },
    onPointerCancel: end,
  });
  return { carried, handle };
}
