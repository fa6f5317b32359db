/** The only file that knows Temml: LaTeX to MathML, with the LaTeX kept as an annotation. */
import temml from "temml";
import { escapeText } from "../svg/element.js";

/** A displayed formula as MathML; what cannot be parsed is shown as it was written. */
export function formula(latex: string): string {
  try {
    return temml.renderToString(latex, { displayMode: true, annotate: true, throwOnError: true, trust: false });
  } catch {
    return `<code>${escapeText(latex)}</code>`;
  }
}
