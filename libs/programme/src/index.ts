export * from './recorded.js';
export * from './stream.js';
