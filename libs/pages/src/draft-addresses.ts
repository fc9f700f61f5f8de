import { pageAddress } from './addresses-of-pages.js';

/** A page of a draft. */
export type DraftPage = 'what' | 'when' | 'check' | 'done' | 'correct' | 'meeting';

/** Where a page of a draft is; `asked` says what the page is to say beside it. */
export function draftAddress(
  { programme, id }: { readonly programme: string; readonly id: string },
  page: DraftPage | 'record' | 'drop',
  asked: Readonly<Record<string, string>> = {},
): string {
  return pageAddress({ programme }, `record/drafts/${id}/${page}`, asked);
}

/**
 * The place of a field on a page: where somebody goes on after a row was added. What is sent as the name of a field and
 * could be none leads to the page alone: an address may be no longer than a browser takes.
 */
export function atField(address: string, field: string): string {
  return /^[\w.-]{1,200}$/.test(field) ? `${address}#${field}` : address;
}

/** Where the form of a command is, filled in with what is known already. */
export function formAddress(
  programme: string,
  command: string,
  known: Readonly<Record<string, string>> = {},
): string {
  return pageAddress({ programme }, `record/new/${command}`, known);
}

/**
 * Where somebody does what needs doing next about a thing: the form of the command with what is known of its fields, or the
 * page that corrects an entry. Where it is not known which entry that is, they find it in the history of the thing.
 */
export function nextAddress(
  programme: string,
  { command, fields }: { readonly command: string; readonly fields: Readonly<Record<string, string>> },
  about: string,
): string {
  if (command !== 'strike-entry') return formAddress(programme, command, fields);
  const entry = fields['entries'];
  return pageAddress({ programme }, entry === undefined ? `history/${about}` : `record/correct/${entry}`);
}
