// Adds up what the test runs wrote, prints it as the last line and ends with 1 if anything failed.
// Arguments: how many steps failed, then the reports. A report that is missing is a failure: its run never ended.
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

const [failedSteps, ...reports] = process.argv.slice(2);
let passed = 0;
let failed = 0;

for (const report of reports) {
  const counted = existsSync(report)
    ? count(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 1 };
  process.stdout.write(`${basename(report, '.json')}: ${counted.passed} passed, ${counted.failed} failed\n`);
  passed += counted.passed;
  failed += counted.failed;
}
// A step can fail without a test that did: lint, types, an installation.
if (Number(failedSteps) > 0 && failed === 0) failed = Number(failedSteps);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

function count(report) {
  if (report.stats) {
    // Playwright
    return {
      passed: report.stats.expected + report.stats.flaky,
      failed: report.stats.unexpected + report.errors.length,
    };
  }
  return { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites };
}
