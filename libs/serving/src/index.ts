export { endWhatStalls, largestCommand, largestImport, limitBodies, linesOfJson } from './bodies.js';
export { sayWhoMayKeep } from './caching.js';
export { compressAnswers } from './compression.js';
export {
  csrfHolds,
  csrfToken,
  type FormSent,
  isCrossSite,
  isOfApi,
  keepsWhatIsTyped,
  KeepsWhatIsTyped,
  takeForms,
} from './forms.js';
export { logLevels, type LogSettings, nestInLog, openLog, RequestsInLog } from './log.js';
export { RateLimits, type RateSettings } from './rate-limits.js';
export { sendSafeHeaders } from './safe-headers.js';
export { bodyText, linesNotUtf8, mustBeUtf8, notUtf8 } from './utf-8.js';
