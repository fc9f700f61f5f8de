export { applyAsFarAsPossible, catchUp, type Projection } from './catch-up.js';
export { CannotApply, ProjectionBehind, ProjectionStopped } from './errors.js';
export { Projector } from './projector.js';
