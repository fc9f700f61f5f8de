import { partInBy } from '#acts';
import type { PartOfGovernance } from '#governance';
import type { PortfolioPart } from './portfolio/state.js';
import type { PhasePart, ProgrammePart, ThemePart, TranchePart } from './programme/state.js';
import type { ScalePart } from './programme/scale.js';
import type { ProjectPart } from './project/state.js';
import type { ReportPart } from './report/state.js';
import type { ReviewPart } from './review/state.js';
import type { SavingPart } from './saving/state.js';
import type { ServicePart } from './service/state.js';
import type { UnitPart } from './structure/state.js';

/** What a thing of each kind is. */
export interface PartOfKind extends PartOfGovernance {
  readonly programme: ProgrammePart;
  readonly phase: PhasePart;
  readonly theme: ThemePart;
  readonly tranche: TranchePart;
  readonly scale: ScalePart;
  readonly service: ServicePart;
  readonly review: ReviewPart;
  readonly portfolio: PortfolioPart;
  readonly project: ProjectPart;
  readonly unit: UnitPart;
  readonly report: ReportPart;
  readonly saving: SavingPart;
}

/** A thing by its kind and id, in the state of its own stream or in what another stream reads of it. */
export const partIn = partInBy<PartOfKind>();
