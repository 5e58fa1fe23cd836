/** Prints "N passed, N failed[, N skipped]" from jest's report and the number of failed steps, and ends with 1 if any failed. */
import { readFileSync } from 'node:fs';

const [report, failedSteps] = process.argv.slice(2);

function countTests(file) {
  let result;
  try {
    result = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, skipped: 0, ok: false };
  }
  // A test file that could not be loaded holds no failed test, yet nothing of it was tested.
  const unloaded = result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + unloaded,
    skipped: result.numPendingTests + result.numTodoTests,
    ok: result.success,
  };
}

const tests = countTests(report);
// A failed test fails the step "Tests" too: that is one failure told twice.
const steps = Number(failedSteps) - (tests.failed > 0 ? 1 : 0);
const failed = tests.failed + Math.max(steps, 0);
const skipped = tests.skipped > 0 ? `, ${tests.skipped} skipped` : '';
process.stdout.write(`\n${tests.passed} passed, ${failed} failed${skipped}\n`);
process.exitCode = failed > 0 || !tests.ok ? 1 : 0;
