import type { Changes, Parts } from '#timeline';
import { factOf } from '../recorded.js';
import { present } from '../rules.js';
import type { ProgrammeEvent } from './events.js';
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

export function evolveProgramme(state: State, event: ProgrammeEvent): Changes<ProgrammeStreamPart> {
  const fact = factOf(event);
  const { source } = event;
  switch (event.type) {
    case 'ProgrammeStarted': {
      const { programme: id, name, purpose } = event;
      if (state.get(programmeKey(id))) return [];
      return [[programmeKey(id), programmePart({ id, name, purpose, started: fact, source })]];
    }
    case 'ProgrammeRenamed':
      return programme(state, event, () => ({ name: event.name }));
    case 'ProgrammeClosed':
      return programme(state, event, ({ closed }) => (closed ? undefined : { closed: fact }));
    case 'SavingsTargetSet': {
      const { pence, fromYear, toYear, basis, priceBase } = event;
      const savingsTarget = present({ pence, fromYear, toYear, basis, priceBase, set: fact, source });
      return programme(state, event, () => ({ savingsTarget }));
    }
    case 'SavingsTargetSplit': {
      const years = event.years.map(({ year, pence }) => ({ year, pence }));
      return programme(state, event, ({ savingsTarget: target }) =>
        target ? { savingsTarget: { ...target, years } } : undefined,
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
      if (state.get(themeKey(id))) return [];
      return [[themeKey(id), { kind: 'theme', id, number, title, adopted: fact }]];
    }
    case 'TrancheDefined': {
      const { tranche: id, name, phase } = event;
      if (state.get(trancheKey(id))) return [];
      const totals = event.totals.map(({ heading, pence, basis }) => ({ heading, pence, basis }));
      return [[trancheKey(id), present({ kind: 'tranche', id, name, phase, totals, defined: fact, source })]];
    }
    case 'PhasePlanned': {
      const { phase: id, name, plannedStart, plannedEnd } = event;
      if (state.get(phaseKey(id))) return [];
      const plan = { planned: fact, plannedStart, plannedEnd };
      return [[phaseKey(id), phasePart({ id, name, ...plan, status: 'planned', source })]];
    }
    case 'PhaseReplanned': {
      const { plannedStart, plannedEnd } = event;
      return phase(state, event.phase, () => present({ plannedStart, plannedEnd }));
    }
    case 'PhaseOpened':
      return phase(state, event.phase, ({ status }) =>
        status === 'open' ? undefined : { status: 'open', opened: fact, closed: undefined },
      );
    case 'PhaseClosed':
      return phase(state, event.phase, ({ status }) =>
        status === 'closed' ? undefined : { status: 'closed', closed: fact },
      );
    case 'PhaseReopened':
      return phase(state, event.phase, ({ status }) =>
        status === 'closed' ? { status: 'open', closed: undefined, reopened: fact } : undefined,
      );
    case 'CouncilSettingChanged': {
      const { setting: id, value } = event;
      return [[settingKey(id), { kind: 'setting', id, value, changed: fact }]];
    }
  }
}

function programme(
  state: State,
  event: ProgrammeEvent,
  change: (held: ProgrammePart) => Partial<ProgrammePart> | undefined,
): Changes<ProgrammeStreamPart> {
  const key = programmeKey(event.programme);
  const held = state.get(key) as ProgrammePart | undefined;
  const changed = held && change(held);
  return changed ? [[key, programmePart({ ...held, ...changed })]] : [];
}

function phase(
  state: State,
  id: string,
  change: (held: PhasePart) => Partial<PhasePart> | undefined,
): Changes<ProgrammeStreamPart> {
  const held = state.get(phaseKey(id)) as PhasePart | undefined;
  const changed = held && change(held);
  return changed ? [[phaseKey(id), phasePart({ ...held, ...changed })]] : [];
}
