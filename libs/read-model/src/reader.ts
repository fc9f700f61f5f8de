import { DecisionRegister } from './decision-register.js';
import { Log } from './log.js';
import { Moments } from './moments.js';
import { Parts } from './parts.js';
import type { ReadModel } from './read-model.js';

/** Reads the read model as at a date and as known on a date. */
export class Reader {
  readonly moments: Moments;
  readonly parts: Parts;
  readonly decisions: DecisionRegister;
  readonly log: Log;

  constructor(model: ReadModel) {
    this.moments = new Moments(model);
    this.parts = new Parts(model);
    this.decisions = new DecisionRegister(model);
    this.log = new Log(model, this.moments, this.parts);
  }
}
