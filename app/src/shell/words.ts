import type { Language } from "@gongfu/engine";
import type { Notice } from "../study/study-store.js";
import type { PageName } from "./route.js";

const pageNames: Record<PageName, string> = {
  start: "Start",
  "bring-data": "Bring data",
  "build-index": "Build index",
  compare: "Compare",
  explain: "Explain",
  report: "Report",
  methods: "Methods",
  "audit-paper": "Audit a paper",
};

const en = {
  pages: pageNames,
  pageTitle: (page: string) => `${page} · Gongfu 共富`,
  menu: "Pages",
  language: "中文",
  skip: "Skip to the content",
  large: "Large and simple",
  largeOff: "Normal size",
  readAloud: "Read aloud",
  stopReading: "Stop reading",
  undo: "Undo",
  redo: "Redo",
  cancel: "Cancel",
  computing: "Computing in your browser",
  left: (seconds: number) => `about ${seconds} s left`,
  faultTitle: "The study could not be run",
  keptResults: "What you see below are the results before this change; nothing is lost.",
  loading: "One moment",
  privacy: "Everything is computed on this page; nothing is sent anywhere.",
  notices: {
    kept: "Your study of last time is open again. The example is one button away, under Report.",
    "cut-link": "The link carries no study that can be read: it may have been cut short. The example is open instead.",
  } satisfies Record<Notice, string>,
};

const zh: typeof en = {
  pages: {
    start: "开始",
    "bring-data": "带数据来",
    "build-index": "建指数",
    compare: "比较",
    explain: "解释",
    report: "报告",
    methods: "方法",
    "audit-paper": "审论文",
  },
  pageTitle: (page) => `${page} · Gongfu 共富`,
  menu: "页面",
  language: "English",
  skip: "跳到正文",
  large: "大字简明",
  largeOff: "常规字号",
  readAloud: "朗读",
  stopReading: "停止朗读",
  undo: "撤销",
  redo: "重做",
  cancel: "取消",
  computing: "正在浏览器中计算",
  left: (seconds) => `约剩 ${seconds} 秒`,
  faultTitle: "研究未能运行",
  keptResults: "以下仍是此次改动之前的结果，没有丢失任何内容。",
  loading: "请稍候",
  privacy: "全部计算都在本页完成，不发送任何数据。",
  notices: {
    kept: "已重新打开上次的研究。如需示例，可在“报告”页一键恢复。",
    "cut-link": "链接中的研究无法读取，可能被截断。现打开示例。",
  },
};

export type Words = typeof en;
export const words: Record<Language, Words> = { en, zh };
