import type { Text } from "@gongfu/engine";
import type { CardSummary } from "../../worker/calls/cards.js";

export interface RoomOfMethods {
  readonly names: Text;
  readonly methods: readonly CardSummary[];
}

/** Everything of a card that is searched: id, verb, names and summary in both languages. */
const searched = ({ id, verb, as, names, summary, room }: CardSummary): string =>
  [id, verb, as ?? "", names.en, names.zh, summary.en, summary.zh, room.en, room.zh].join(" ").toLowerCase();

/** Methods that hold every word of a query, room by room in the order in which a study uses them. */
export function findMethods(cards: readonly CardSummary[], query: string): readonly RoomOfMethods[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const rooms = new Map<string, CardSummary[]>();
  for (const card of cards) {
    const room = rooms.get(card.room.en) ?? [];
    rooms.set(card.room.en, room);
    const text = searched(card);
    if (words.every((one) => text.includes(one))) room.push(card);
  }
  return [...rooms.values()].flatMap((methods) => (methods.length ? [{ names: methods[0].room, methods }] : []));
}
