import type { Changes, Parts } from '#timeline';
import { factOf } from '../recorded.js';
import { present } from '../rules.js';
import type { ProgrammeEvent } from './events.js';
import { meaninglessForProgramme, phaseIn, programmeOf, scaleIn } from './meaningless.js';
import { scaleKey, versionOf } from './scale.js';
import {
  phaseKey,
  phasePart,
  programmeKey,
  programmePart,
  settingKey,
  themeKey,
  trancheKey,
  type PhasePart,
  type ProgrammePart,
  type ProgrammeStreamPart,
} from './state.js';

type State = Parts<ProgrammeStreamPart>;

/** What an entry makes of the programme, its phases, themes, tranches and settings; nothing where it has no meaning. */
export function evolveProgramme(state: State, event: ProgrammeEvent): Changes<ProgrammeStreamPart> {
  if (meaninglessForProgramme(state, event)) return [];
  const fact = factOf(event);
  const { source } = event;
  switch (event.type) {
    case 'ProgrammeStarted': {
      const { programme: id, name, purpose } = event;
      return [[programmeKey(id), programmePart({ id, name, purpose, started: fact, source })]];
    }
    case 'ProgrammeRenamed':
      return programme(state, event, () => ({ name: event.name }));
    case 'ProgrammeClosed':
      return programme(state, event, () => ({ closed: { ...fact, ...present({ reason: event.reason }) } }));
    case 'SavingsTargetSet': {
      const { pence, fromYear, toYear, basis, priceBase } = event;
      const savingsTarget = present({ pence, fromYear, toYear, basis, priceBase, set: fact, source });
      return programme(state, event, () => ({ savingsTarget }));
    }
    case 'SavingsTargetSplit': {
      const years = event.years.map(({ year, pence }) => ({ year, pence }));
      return programme(state, event, ({ savingsTarget: target }) =>
        target ? { savingsTarget: { ...target, years, split: fact } } : {},
      );
    }
    case 'UnitTargetSet': {
      const { baseline, reductionPercent } = event;
      const target = baseline - Math.floor((baseline * reductionPercent) / 100);
      const unitTarget = present({ baseline, reductionPercent, target, set: fact, source });
      return programme(state, event, () => ({ unitTarget }));
    }
    case 'ThemeAdopted': {
      const { theme: id, number, title } = event;
      return [[themeKey(id), { kind: 'theme', id, number, title, adopted: fact }]];
    }
    case 'TrancheDefined': {
      const { tranche: id, name, phase } = event;
      const totals = event.totals.map(({ heading, pence, basis }) => ({ heading, pence, basis }));
      return [[trancheKey(id), present({ kind: 'tranche', id, name, phase, totals, defined: fact, source })]];
    }
    case 'PhasePlanned': {
      const { phase: id, name, plannedStart, plannedEnd } = event;
      const plan = { planned: fact, plannedStart, plannedEnd };
      return [[phaseKey(id), phasePart({ id, name, ...plan, status: 'planned', statusLog: [], source })]];
    }
    case 'PhaseReplanned': {
      const { plannedStart, plannedEnd, reason } = event;
      const replanned = { ...fact, reason };
      return phase(state, event.phase, { ...present({ plannedStart, plannedEnd }), replanned });
    }
    case 'PhaseOpened': {
      const opened = { status: 'open', opened: fact } as const;
      const log = statusLog(state, event.phase, { how: 'opened', ...fact });
      return phase(state, event.phase, { ...opened, closed: undefined, reopened: undefined, ...log });
    }
    case 'PhaseClosed': {
      const closed = { ...fact, ...present({ reason: event.reason }) };
      const log = statusLog(state, event.phase, { how: 'closed', ...closed });
      return phase(state, event.phase, { status: 'closed', closed, ...log });
    }
    case 'PhaseReopened': {
      const reopened = { ...fact, reason: event.reason };
      const log = statusLog(state, event.phase, { how: 'reopened', ...reopened });
      return phase(state, event.phase, { status: 'open', closed: undefined, reopened, ...log });
    }
    case 'CouncilSettingChanged': {
      const { setting: id, value } = event;
      return [[settingKey(id), { kind: 'setting', id, value, changed: fact }]];
    }
    case 'RatingScaleDefined': {
      const { scale: id, name, measure } = event;
      return [[scaleKey(id), { kind: 'scale', id, name, measure, versions: [versionOf(event)] }]];
    }
    case 'RatingScaleChanged': {
      const held = scaleIn(state, event.scale);
      const next = versionOf(event);
      return held ? [[scaleKey(held.id), { ...held, versions: [...held.versions, next] }]] : [];
    }
  }
}

function programme(
  state: State,
  event: ProgrammeEvent,
  change: (held: ProgrammePart) => Partial<ProgrammePart>,
): Changes<ProgrammeStreamPart> {
  const held = programmeOf(state, event);
  return held ? [[programmeKey(held.id), programmePart({ ...held, ...change(held) })]] : [];
}

function phase(state: State, id: string, change: Partial<PhasePart>): Changes<ProgrammeStreamPart> {
  const held = phaseIn(state, id);
  return held ? [[phaseKey(id), phasePart({ ...held, ...change })]] : [];
}

/** The log of a phase with one more line. */
function statusLog(
  state: State,
  id: string,
  line: PhasePart['statusLog'][number],
): Pick<PhasePart, 'statusLog'> {
  return { statusLog: [...(phaseIn(state, id)?.statusLog ?? []), line] };
}
