export { methodsAt } from './addresses.js';
export { openApi } from './openapi.js';
