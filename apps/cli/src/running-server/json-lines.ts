/** Lines of JSON as they come, each whole; whatever pieces they come in. */
export async function* jsonLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Record<string, unknown>> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of pieces) {
    text += decoder.decode(piece, { stream: true });
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield JSON.parse(line) as Record<string, unknown>;
  }
  if (text !== '') yield JSON.parse(text) as Record<string, unknown>;
}
