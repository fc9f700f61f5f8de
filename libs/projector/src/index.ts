export { applyAsFarAsPossible, catchUp, type Projection } from './catch-up.js';
export { CannotApply, ProjectionBehind, ProjectionStopped } from './errors.js';
export { WouldQuarantine, type QuarantinedStream } from './quarantine.js';
export { Projector } from './projector.js';
export { percentReached } from './share.js';
