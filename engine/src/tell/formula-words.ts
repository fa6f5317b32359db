/** Words that stand inside the formulas of the cards, in Chinese. */
export const formulaWords: Readonly<Record<string, string>> = {
  first: "首",
  last: "末",
  or: "或",
  "beyond the ends": "（两端之外）",
  "before it": "（此前）",
  "less is better:": "逆向指标：",
  observed: "观测值",
  "(first)": "（首个）",
  "(composite)": "（综合）",
  "(rotated)": "（旋转后）",
  siblings: "同级节点数",
  "number of weighted siblings": "同级有权重的节点数",
  Wang: "修正",
};

/** A card's formula with its words in the language of the report. */
export const formulaIn = (latex: string, language: "en" | "zh"): string =>
  language === "en"
    ? latex
    : latex.replace(/\\text\{([^}]*)\}/g, (whole, word: string) =>
        formulaWords[word.trim()] ? `\\text{${formulaWords[word.trim()]}}` : whole,
      );
