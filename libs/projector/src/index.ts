export { ProjectionBehind, Projector, type Projection } from './projector.js';
