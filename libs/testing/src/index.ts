export { entryId, given } from './given.js';
