// The one door of the domain: whoever asks of it need not know in which of its rooms a stream is.
export * from '#acts';
export * from '#governance';
export * from './streams.js';
export type { PartOfKind } from './part-of-kind.js';
export { commandOf } from './command-of.js';
export { readBack } from './read-back.js';
export * from './rule-in-words.js';
export { commandsInWords } from './commands-in-words.js';
export { entryInWords } from './entry-in-words.js';
export * from './programme/index.js';
export * from './service/index.js';
export * from './review/index.js';
export * from './portfolio/index.js';
export * from './project/index.js';
export * from './structure/index.js';
export * from './report/index.js';
export * from './saving/index.js';
export { statedBy } from './saving/stated-by.js';
