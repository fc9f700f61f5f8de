export { metrics, processMetrics } from './metric-names.js';
export { Metrics } from './metrics.js';
