/** A signal that aborts when the operator presses Ctrl-C. A second time ends the process at once, as ever. */
export function interruption(): AbortSignal {
  const interrupted = new AbortController();
  process.once('SIGINT', () => {
    console.error('\nStopping…');
    interrupted.abort();
  });
  return interrupted.signal;
}
