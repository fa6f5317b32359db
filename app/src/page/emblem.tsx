import { renderWheels } from "@gongfu/render/wheels";
import { fixed, levelName, type Reading } from "./numbers.js";
import type { PageProps } from "./start.js";

interface Props extends PageProps {
  now: Reading;
  name: string;
  year: number;
}

/** The two wheels of the country or of one province. */
export function Emblem({ view, words, language, now, name, year }: Props) {
  const side = (wheel: "empowerment" | "equity") => ({
    name: words[wheel],
    score: now[wheel],
    arcs: view.mechanisms.filter((one) => one.wheel === wheel).map((one, k) => ({ name: one.names[language], value: now.arcs[wheel][k] })),
  });
  const lead = now.equity > now.empowerment ? words.leadsEquity : now.equity < now.empowerment ? words.leadsEmpowerment : words.together;
  const svg = renderWheels(
    {
      kind: "wheels",
      left: side("empowerment"),
      right: side("equity"),
      belt: { value: now.d, label: `${levelName(view, now.d, language)}`, note: lead },
    },
    { language, title: `${name}, ${year}: ${words.empowerment} ${fixed(now.empowerment, 2)}, ${words.equity} ${fixed(now.equity, 2)}, D ${fixed(now.d, 2)}` },
  );
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own renderer escapes every text it draws
  return <div className="emblem" dangerouslySetInnerHTML={{ __html: svg }} />;
}
