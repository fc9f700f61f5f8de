// Whether the server in this container is ready, as an exit code: an image has no curl.
const port = process.env.MINUTEBOOK_PORT || '3000';
try {
  const { ok, status } = await fetch(`http://127.0.0.1:${port}/health`, {
    signal: AbortSignal.timeout(4_000),
  });
  if (!ok) console.error(`/health answers ${status}`);
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
