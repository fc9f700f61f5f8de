import { pageAddress } from '../addresses-of-pages.js';

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

/** Where the form of a command is, filled in with what is known already. */
export function formAddress(
  programme: string,
  command: string,
  known: Readonly<Record<string, string>> = {},
): string {
  return pageAddress({ programme }, `record/new/${command}`, known);
}
