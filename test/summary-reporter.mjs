// Ends a run with one plain line, and names every test that was skipped: a skip must never be quiet.
export default class SummaryReporter {
  onRunComplete(_contexts, results) {
    const skipped = results.testResults.flatMap((file) =>
      file.testResults.filter((test) => test.status === 'pending' || test.status === 'todo'),
    );
    for (const test of skipped) console.log(`skipped: ${test.fullName}`);
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const line = `${results.numPassedTests} passed, ${failed} failed`;
    console.log(skipped.length ? `${line}, ${skipped.length} skipped` : line);
  }
}
