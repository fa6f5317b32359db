/** The default build of an index over panels of provinces and of counties, half of 40 indicators per head, and the memory it takes. */
import { type Job, report, reportTables } from "./index-job.js";

const shape = {
  periods: 12,
  pillars: [
    [10, 10],
    [10, 10],
  ],
  divided: [20],
};
const provinces: Job = { ...shape, name: "provinces, 31 × 12 × 40", units: 31, peer: 1.25, bareThere: 0.4e-3 };
const counties: Job = { ...shape, name: "counties, 3000 × 12 × 40", units: 3000, peer: 15.1, bareThere: 59e-3 };

report(provinces);
report(counties);
console.log(`peak memory (RSS) ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
reportTables(provinces);
reportTables(counties);
