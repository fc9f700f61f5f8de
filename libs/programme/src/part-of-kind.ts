import type { CivilDate } from '#calendar';
import type { BodyPart, OfficePart, PowerPart } from './authority/state.js';
import type { DecisionPart } from './decision/state.js';
import type { PortfolioPart } from './portfolio/state.js';
import type { PhasePart, ProgrammePart, SettingPart, ThemePart, TranchePart } from './programme/state.js';
import type { ScalePart } from './programme/scale.js';
import type { ProjectPart } from './project/state.js';
import type { ReportPart } from './report/state.js';
import type { ReviewPart } from './review/state.js';
import type { SavingPart } from './saving/state.js';
import type { ServicePart } from './service/state.js';
import type { UnitPart } from './structure/state.js';

/** What a thing of each kind is. */
export interface PartOfKind {
  readonly programme: ProgrammePart;
  readonly phase: PhasePart;
  readonly theme: ThemePart;
  readonly tranche: TranchePart;
  readonly setting: SettingPart;
  readonly scale: ScalePart;
  readonly body: BodyPart;
  readonly office: OfficePart;
  readonly power: PowerPart;
  readonly decision: DecisionPart;
  readonly service: ServicePart;
  readonly review: ReviewPart;
  readonly portfolio: PortfolioPart;
  readonly project: ProjectPart;
  readonly unit: UnitPart;
  readonly report: ReportPart;
  readonly saving: SavingPart;
}

/**
 * A thing by its kind and id, in the state of its own stream or in what another stream reads of it.
 *
 * @param on as at the end of which day, where the state knows days
 */
export function partIn<Kind extends keyof PartOfKind>(
  state: { get(key: string, on?: CivilDate): unknown },
  kind: Kind,
  id: string,
  on?: CivilDate,
): PartOfKind[Kind] | undefined {
  return state.get(`${kind}/${id}`, on) as PartOfKind[Kind] | undefined;
}
