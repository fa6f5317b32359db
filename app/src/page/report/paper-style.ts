/**
 * The style sheet of a report for a shadow tree: what it says of the document it says of the host, what it says of the body of the part
 * that stands for it. Rules of the printed page have no place there; the app's own style sheet has them.
 */
export const paperStyle = (css: string): string =>
  css
    .replace(/@page\{[^}]*\}\n?/g, "")
    .replaceAll(":lang(zh) body,body:lang(zh)", ".body:lang(zh)")
    .replaceAll("html:lang(en)", ".body:lang(en)")
    .replace(/(^|[\n{},])body(?=[{:])/g, "$1.body")
    .replace(/(^|[\n{},])(?:html|:root)(?=\{)/g, "$1:host");
