import type { Language } from "@gongfu/engine";
import { useEffect, useState } from "react";
import { words } from "../words.js";
import { Computing, FaultNote } from "./computing.js";
import { Header } from "./header.js";
import { remember, remembered } from "./memory.js";
import { Start } from "./start.js";
import { useExample } from "./use-example.js";

const preferred = (): Language => {
  const stored = remembered();
  if (stored === "en" || stored === "zh") return stored;
  return navigator.language.startsWith("zh") ? "zh" : "en";
};

export function App() {
  const [language, setLanguage] = useState<Language>(preferred);
  const example = useExample();
  const w = words[language];
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = w.pageTitle;
    remember(language);
  }, [language, w]);

  return (
    <>
      <a className="skip" href="#content">
        {w.skip}
      </a>
      <Header
        words={w}
        onLanguage={() => setLanguage(language === "en" ? "zh" : "en")}
        otherLanguage={language === "en" ? "zh-CN" : "en"}
      />
      <main id="content" tabIndex={-1}>
        {example.kind === "computing" && <Computing words={w} language={language} {...example} />}
        {example.kind === "fault" && <FaultNote words={w} language={language} fault={example.fault} />}
        {example.kind === "ready" && <Start view={example.view} words={w} language={language} />}
      </main>
    </>
  );
}
