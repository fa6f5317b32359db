import type { Token } from "marked";
import { useEffect, useState } from "react";
import { Formula } from "../../part/blocks.js";
import { CopyButton } from "../../part/copy-button.js";
import { addressOf } from "../../shell/route.js";
import { useLanguage, useSay, useWords } from "../../shell/speak.js";
import { useStore, useStudy } from "../../study/use-study.js";
import type { CardSummary } from "../../worker/calls/cards.js";
import type { MethodPage as Page, Source } from "../../worker/calls/method-page.js";
import { Markdown } from "./markdown.js";
import { Inputs, Options } from "./method-tables.js";
import { partOf } from "./page-parts.js";
import { pageOf } from "./pages.js";
import { UseInStudy } from "./use-in-study.js";
import { words } from "./words.js";

/** One method: what it tells, its formula, its page, what may be chosen, where it comes from. */
export function MethodPage({ card }: { readonly card: CardSummary }) {
  const w = useWords(words);
  const say = useSay();
  const store = useStore();
  const { ran } = useStudy();
  const [page, setPage] = useState<Page | null>(null);
  const tokens = usePage(card.id);
  useEffect(() => {
    store.engine.ask("methodPage", card.id).then(setPage);
  }, [store, card.id]);
  const uses = ran?.steps.filter((step) => step.card === card.id).map((step) => step.id) ?? [];
  return (
    <article className="method">
      <p>
        <a href={addressOf("methods")}>← {w.back}</a>
      </p>
      <h1>{say(card.names)}</h1>
      <p className="note">
        {say(card.room)} · <code>{card.id}</code>
        {stepText(card) !== card.id && (
          <>
            {" · "}
            <code>{stepText(card)}</code>
          </>
        )}
      </p>
      <p className="lead">{say(card.summary)}</p>
      <div className="method-parts">
        <div>
          <h2>{w.formula}</h2>
          <Formula latex={say(card.formula)} />
          <div className="prose">
            <Markdown tokens={tokens} />
          </div>
          <Options card={card} needs={page?.needs ?? []} />
          <Inputs card={card} />
        </div>
        <div className="margin">
          {uses.length > 0 && <p className="note">{w.uses(uses.join(", "))}</p>}
          {page && <UseInStudy card={card} page={page} />}
          {page && page.variants.length > 0 && (
            <section>
              <h2>{w.variants}</h2>
              <ul className="plain">
                {page.variants.map(({ chosen, says }) => (
                  <li key={says}>
                    {chosen ? <code>{chosen}</code> : <strong>{w.usualVariant}</strong>} <span lang="en">{says}</span>
                  </li>
                ))}
              </ul>
              <p className="note">{w.variantsHelp}</p>
            </section>
          )}
          {page && (
            <section>
              <h2>{w.sources}</h2>
              <ul className="plain">
                {page.sources.map((one) => (
                  <li key={one.key}>
                    <Cited source={one} />
                  </li>
                ))}
              </ul>
              <details>
                <summary>{w.bibtex}</summary>
                <pre tabIndex={0}>
                  <code>{page.bibtex}</code>
                </pre>
              </details>
              <CopyButton text={page.bibtex} label={`${w.copy} BibTeX`} done={w.copied} />
            </section>
          )}
        </div>
      </div>
    </article>
  );
}

/** The page's text in the reader's language. */
function usePage(id: string): readonly Token[] {
  const language = useLanguage();
  const [markdown, setMarkdown] = useState("");
  useEffect(() => {
    pageOf(id).then((text) => setMarkdown(text ?? ""));
  }, [id]);
  const { example } = useWords(words);
  return partOf(markdown, language, example);
}

const stepText = ({ verb, as }: CardSummary): string => (as === null ? verb : `${verb}: {method: ${as}}`);

function Cited({ source: { author, year, title, in: container, doi, url } }: { readonly source: Source }) {
  const where = doi ? `https://doi.org/${doi}` : url;
  return (
    <span lang="en">
      {author} ({year}). {title}.{container && ` ${container}.`} {where && <a href={where}>{doi ? `doi:${doi}` : url}</a>}
    </span>
  );
}
