/**
 * The default build of an index of the shape of the ASEM index: 51 countries, 49 indicators, 17 of them divided by one of four columns.
 * COINr's recorded seconds are those of its own default build of that index.
 */
import { type Job, report, reportTables } from "./index-job.js";

const asem: Job = {
  name: "ASEM, 51 × 49",
  units: 51,
  periods: 1,
  pillars: [
    [8, 5, 3, 6, 8],
    [5, 9, 5],
  ],
  divided: [9, 5, 2, 1],
  peer: 0.103,
  bareThere: 49e-6,
};

report(asem);
reportTables(asem);
