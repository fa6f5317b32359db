import { placeText } from "@gongfu/engine/ground/fault";
import { useLanguage } from "../shell/speak.js";
import type { PlainFault } from "../worker/protocol.js";

interface Props {
  readonly fault: PlainFault;
  readonly title: string;
  /** what stands below: what is kept, what to try */
  readonly after?: string;
}

/** Place, what was found, what was expected, what to do next; further faults of the same pass below. */
export function FaultNote({ fault, title, after }: Props) {
  const language = useLanguage();
  return (
    <section className="fault" role="alert">
      <h2>{title}</h2>
      {[fault, ...fault.others].map((one, k) => {
        const place = placeText(one.place ?? {});
        return (
          <div key={k}>
            {place && <code>{place}</code>}
            <p>
              <strong>{one.found[language]}</strong>
              <br />
              {one.expected[language]}
              <br />→ {one.next[language]}
            </p>
          </div>
        );
      })}
      {after && <p className="note">{after}</p>}
    </section>
  );
}
