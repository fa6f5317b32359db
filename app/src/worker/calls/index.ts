import { auditData, composeStudy, readData, shippedSets, studyData, wheelGroups } from "./bring-data/index.js";
import { cards } from "./cards.js";
import { cells, comparable, levels } from "./compare.js";
import { agreement, moves } from "./design.js";
import { edit } from "./edit.js";
import { auditClaim, claimFamilies, guessClaim, printedTable } from "./formula-audit.js";
import { methodPage } from "./method-page.js";
import { field, offers, outline } from "./outline.js";
import { ownMap } from "./own-map.js";
import { files } from "./record.js";
import { bibliography, bundle, packed, report, reportOutline, reportPage } from "./report.js";
import { cancel, keep, run } from "./run.js";
import { resultCsv, resultXlsx, table } from "./table.js";
import { editTree, tree } from "./tree.js";

/** All the worker can be asked. A call is a function of the session and what the page sends; its code beyond a few lines comes by import(). */
export const calls = {
  agreement,
  auditClaim,
  auditData,
  bibliography,
  bundle,
  cancel,
  cards,
  cells,
  claimFamilies,
  comparable,
  composeStudy,
  edit,
  editTree,
  field,
  files,
  guessClaim,
  keep,
  levels,
  methodPage,
  moves,
  offers,
  outline,
  ownMap,
  packed,
  printedTable,
  readData,
  report,
  reportOutline,
  reportPage,
  resultCsv,
  resultXlsx,
  run,
  shippedSets,
  studyData,
  table,
  tree,
  wheelGroups,
};
export type Calls = typeof calls;
