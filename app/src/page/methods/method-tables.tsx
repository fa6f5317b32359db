import { useSay, useWords } from "../../shell/speak.js";
import type { CardSummary } from "../../worker/calls/cards.js";
import { allowedText, defaultText } from "./option-text.js";
import { words } from "./words.js";

/** What may be chosen, and what holds when nothing is. */
export function Options({ card, needs }: { readonly card: CardSummary; readonly needs: readonly string[] }) {
  const w = useWords(words);
  const say = useSay();
  if (card.options.length === 0) return null;
  return (
    <section>
      <h2>{w.options}</h2>
      <dl className="options">
        {card.options.map(({ key, about, schema }) => {
          const usual = defaultText(schema);
          return (
            <div key={key}>
              <dt>
                <code>{key}</code>
              </dt>
              <dd>
                {about && <p>{say(about)}</p>}
                <p className="note">
                  {w.allowed} <code>{allowedText(schema)}</code>
                  {usual !== null && (
                    <>
                      {" · "}
                      {w.usual} <code>{usual}</code>
                    </>
                  )}
                  {needs.includes(key) && ` · ${w.needed}`}
                </p>
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

/** What the method takes from the study, and the tables it gives. */
export function Inputs({ card }: { readonly card: CardSummary }) {
  const w = useWords(words);
  const say = useSay();
  return (
    <>
      {card.slots.length > 0 && (
        <section>
          <h2>{w.inputs}</h2>
          <dl className="options">
            {card.slots.map(({ name, key, about, optional }) => (
              <div key={name}>
                <dt>
                  <code>{key}</code>
                </dt>
                <dd>
                  <p>
                    {say(about)}
                    {optional && <span className="note"> · {w.optional}</span>}
                  </p>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {card.tables.length > 0 && (
        <section>
          <h2>{w.tables}</h2>
          <p>
            {card.tables.map((one) => (
              <code key={one} className="tag">
                {one}
              </code>
            ))}
          </p>
        </section>
      )}
    </>
  );
}
