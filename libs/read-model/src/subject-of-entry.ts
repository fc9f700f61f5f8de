import { parseStreamName } from '#programme';

/** The things of a stream of many, in the order in which its entries name the one that they are about. */
const within = ['unit', 'phase', 'power', 'body', 'office', 'tranche', 'theme', 'scale'];

/**
 * What an entry is about: the thing of its stream, or the one that its data names in a stream of many. A merge names many
 * units, and is about the one that they become; what names none is about the programme.
 */
export function subjectOfEntry(
  stream: string,
  data: object,
): { readonly kind: string; readonly id: string } | undefined {
  const { programme, kind, id } = parseStreamName(stream) ?? {};
  if (programme === undefined || kind === undefined) return undefined;
  if (id !== undefined) return { kind, id };
  const said = data as Readonly<Record<string, unknown>>;
  for (const [field, of] of [...within.map((one) => [one, one] as const), ['successor', 'unit'] as const]) {
    const named = said[field];
    if (typeof named === 'string') return { kind: of, id: named };
  }
  return { kind: 'programme', id: programme };
}
