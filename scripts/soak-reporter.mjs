// Notes each spec as it ends, so that what a soak has found by then is kept however it stops.
import { appendFileSync } from 'node:fs';

export default class SoakReporter {
  onTestResult(test, { testResults, testExecError, failureMessage }) {
    const failures = testResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => [fullName, ...failureMessages].join('\n'));
    if (testExecError) failures.push(failureMessage ?? String(testExecError));
    appendFileSync(process.env.SOAK_NOTES, `${JSON.stringify({ spec: test.path, failures })}\n`);
  }
}
