import type { Language } from "@gongfu/engine";
import { type ComponentType, lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { Start } from "../page/start/start.js";
import { FaultNote } from "../part/fault-note.js";
import type { StudyStore } from "../study/study-store.js";
import { StudyContext, useStudy } from "../study/use-study.js";
import { remember, remembered } from "./choices.js";
import { Header } from "./header.js";
import { Progress } from "./progress.js";
import { type PageName, useRoute } from "./route.js";
import { type Selection, SelectionContext } from "./selection.js";
import { LanguageContext } from "./speak.js";
import { words } from "./words.js";

export interface PageProps {
  /** what stands after the page's name in the address */
  readonly rest: string;
}

const byName: Record<PageName, ComponentType<PageProps>> = {
  start: Start,
  "bring-data": lazy(() => import("../page/bring-data/bring-data.js")),
  "build-index": lazy(() => import("../page/build-index/build-index.js")),
  compare: lazy(() => import("../page/compare/compare.js")),
  explain: lazy(() => import("../page/explain/explain.js")),
  report: lazy(() => import("../page/report/report.js")),
  methods: lazy(() => import("../page/methods/methods.js")),
  "audit-paper": lazy(() => import("../page/audit-paper/audit-paper.js")),
};

const preferred = (): Language => {
  const stored = remembered("language");
  if (stored === "en" || stored === "zh") return stored;
  return navigator.language.startsWith("zh") ? "zh" : "en";
};

export function App({ store }: { readonly store: StudyStore }) {
  return (
    <StudyContext value={store}>
      <Shell />
    </StudyContext>
  );
}

function Shell() {
  const [language, setLanguage] = useState<Language>(preferred);
  const [large, setLarge] = useState(() => remembered("large") === "yes");
  const { page, rest } = useRoute();
  const selection = useChosen();
  const w = words[language];
  const { fault, running, text, notice } = useStudy();

  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = w.pageTitle(w.pages[page]);
    remember("language", language);
  }, [language, w, page]);
  useEffect(() => {
    document.documentElement.toggleAttribute("data-large", large);
    remember("large", large ? "yes" : "no");
  }, [large]);

  const Page = byName[page];
  return (
    <LanguageContext value={language}>
      <SelectionContext value={selection}>
        <button type="button" className="skip" onClick={() => document.getElementById("content")?.focus()}>
          {w.skip}
        </button>
        <Header
          page={page}
          large={large}
          onLarge={() => setLarge(!large)}
          onLanguage={() => setLanguage(language === "en" ? "zh" : "en")}
        />
        <Progress />
        <main id="content" tabIndex={-1} data-page={page} data-settled={text && !running ? "" : undefined}>
          {notice && (
            <p className="warning" role="status">
              {w.notices[notice]}
            </p>
          )}
          {fault && <FaultNote fault={fault} title={w.faultTitle} after={w.keptResults} />}
          <Suspense fallback={<p className="note">{w.loading}</p>}>
            <Page rest={rest} />
          </Suspense>
        </main>
        <footer className="foot note">{w.privacy}</footer>
      </SelectionContext>
    </LanguageContext>
  );
}

/** The chosen unit and period; a period that is gone gives way to the last one. */
function useChosen(): Selection {
  const { ran } = useStudy();
  const [unit, choose] = useState<string | null>(null);
  const [period, setPeriod] = useState<number | null>(null);
  const periods = ran?.periods;
  const found = periods && period !== null ? periods.indexOf(period) : -1;
  const t = found >= 0 ? found : Math.max(0, (periods?.length ?? 1) - 1);
  const known = unit !== null && ran?.units.some((one) => one.code === unit) ? unit : null;
  const goTo = useCallback((to: number) => setPeriod(periods?.[to] ?? null), [periods]);
  return useMemo(() => ({ unit: known, t, choose, goTo }), [known, t, goTo]);
}
