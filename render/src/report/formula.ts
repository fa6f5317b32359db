/** The only file that knows Temml: LaTeX to MathML, with the LaTeX kept as an annotation. */
import temml from "temml";
import { escapeText } from "../svg/element.js";

/** A displayed formula as MathML, its parts (set apart by a comma and a quad or thick space) free to wrap; what cannot be parsed is shown as it was written. */
export const formula = (latex: string): string => parts(latex).map(part).join("\n");

/** Cut after top-level commas that are followed by a wide space. */
function parts(latex: string): string[] {
  const found = [""];
  let depth = 0;
  for (let i = 0; i < latex.length; i++) {
    const rest = latex.slice(i);
    if (/^(?:\{|\\left|\\begin)/.test(rest)) depth++;
    if (/^(?:\}|\\right(?![a-z])|\\end)/.test(rest)) depth--;
    const cut = depth === 0 ? /^,\s*\\(?:q?quad|;)\s*/.exec(rest) : null;
    if (cut) {
      found[found.length - 1] += ",";
      found.push("");
      i += cut[0].length - 1;
    } else found[found.length - 1] += latex[i];
  }
  return found;
}

function part(latex: string): string {
  try {
    return temml.renderToString(latex, { displayMode: true, annotate: true, throwOnError: true, trust: false });
  } catch {
    return `<code>${escapeText(latex)}</code>`;
  }
}
