import type { Changes, Parts } from '#timeline';
import { factOf } from '../recorded.js';
import { present } from '../rules.js';
import type { ProgrammeEvent } from './events.js';
import {
  phaseKey,
  programmeKey,
  settingKey,
  themeKey,
  trancheKey,
  type PhasePart,
  type ProgrammePart,
  type ProgrammeStreamPart,
} from './state.js';

type State = Parts<ProgrammeStreamPart>;

export function evolveProgramme(state: State, event: ProgrammeEvent): Changes<ProgrammeStreamPart> {
  const fact = factOf(event);
  const { source } = event;
  switch (event.type) {
    case 'ProgrammeStarted': {
      const { programme: id, name, purpose } = event;
      if (state.get(programmeKey(id))) return [];
      return [
        [programmeKey(id), { kind: 'programme', id, name, ...present({ purpose, source }), started: fact }],
      ];
    }
    case 'ProgrammeRenamed':
      return programme(state, event, { name: event.name });
    case 'ProgrammeClosed':
      return programme(state, event, { closed: fact });
    case 'SavingsTargetSet': {
      const { pence, fromYear, toYear, basis, priceBase } = event;
      const savingsTarget = { pence, fromYear, toYear, basis, ...present({ priceBase, source }), set: fact };
      return programme(state, event, { savingsTarget });
    }
    case 'SavingsTargetSplit': {
      const held = state.get(programmeKey(event.programme)) as ProgrammePart | undefined;
      const target = held?.savingsTarget;
      return target ? programme(state, event, { savingsTarget: { ...target, years: event.years } }) : [];
    }
    case 'UnitTargetSet': {
      const { baseline, reductionPercent } = event;
      const target = baseline - Math.floor((baseline * reductionPercent) / 100);
      return programme(state, event, {
        unitTarget: { baseline, reductionPercent, target, set: fact, ...present({ source }) },
      });
    }
    case 'ThemeAdopted': {
      const { theme: id, number, title } = event;
      return [[themeKey(id), { kind: 'theme', id, number, title, adopted: fact }]];
    }
    case 'TrancheDefined': {
      const { tranche: id, name, phase, totals } = event;
      if (state.get(trancheKey(id))) return [];
      return [
        [trancheKey(id), { kind: 'tranche', id, name, ...present({ phase, source }), totals, defined: fact }],
      ];
    }
    case 'PhasePlanned': {
      const { phase: id, name, plannedStart, plannedEnd } = event;
      if (state.get(phaseKey(id))) return [];
      const dates = present({ plannedStart, plannedEnd, source });
      return [[phaseKey(id), { kind: 'phase', id, name, planned: fact, ...dates, status: 'planned' }]];
    }
    case 'PhaseReplanned': {
      const { plannedStart, plannedEnd } = event;
      return phase(state, event.phase, (held) => ({ ...held, ...present({ plannedStart, plannedEnd }) }));
    }
    case 'PhaseOpened':
      return phase(state, event.phase, (held) => ({ ...held, status: 'open', opened: fact }));
    case 'PhaseClosed':
      return phase(state, event.phase, (held) => ({ ...held, status: 'closed', closed: fact }));
    case 'PhaseReopened':
      return phase(state, event.phase, ({ closed: _closed, ...held }) => ({ ...held, status: 'open' }));
    case 'CouncilSettingChanged': {
      const { setting: id, value } = event;
      return [[settingKey(id), { kind: 'setting', id, value, changed: fact }]];
    }
  }
}

function programme(
  state: State,
  event: ProgrammeEvent,
  change: Partial<ProgrammePart>,
): Changes<ProgrammeStreamPart> {
  const key = programmeKey(event.programme);
  const held = state.get(key) as ProgrammePart | undefined;
  return held ? [[key, { ...held, ...change }]] : [];
}

function phase(
  state: State,
  id: string,
  change: (held: PhasePart) => PhasePart,
): Changes<ProgrammeStreamPart> {
  const held = state.get(phaseKey(id)) as PhasePart | undefined;
  return held ? [[phaseKey(id), change(held)]] : [];
}
