export * from './act.js';
export * from './envelope.js';
export * from './part-by-kind.js';
export * from './recorded.js';
export * from './rules.js';
export * from './facts.js';
export * from './stream.js';
export * from './stream-of-acts.js';
