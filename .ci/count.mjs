/** From vitest's JSON report: "passed failed". A file that could not be read, and a run that failed without a failed test, count as one each. */
import { readFileSync } from "node:fs";

const [, , path, code] = process.argv;
const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(path, "utf8"));
const unread = testResults.filter((file) => file.status === "failed" && !file.assertionResults.some((one) => one.status === "failed"));
for (const file of unread) console.error(`FAILED: ${file.name}: ${file.message}`);
if (numPendingTests > 0) console.error(`${numPendingTests} skipped`);
const failed = numFailedTests + unread.length;
const silent = code !== "0" && failed === 0 ? 1 : 0;
if (silent) console.error(`FAILED: vitest ended with ${code} although no test failed`);
console.log(`${numPassedTests} ${failed + silent}`);
