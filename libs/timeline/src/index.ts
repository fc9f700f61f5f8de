export type { Changes, Parts, Refusal, Rules } from './rules.js';
