import { factOf, refuse } from '#acts';
import { oneOf, required } from '#fields';
import { councilSettings, kindOfSetting, settingKey, settingValue } from '#governance';
import { act, goingOn, inProgramme, started } from './programmes.js';
import { programmeKey } from './state.js';

export const setCouncilSetting = act({
  command: 'set-council-setting',
  event: 'CouncilSettingChanged',
  version: 1,
  says: 'Changes a setting of the council from a day on.',
  happened: 'A setting of the council changed',
  fields: {
    setting: required(oneOf(councilSettings), 'The setting.'),
    value: required(settingValue, 'Its value from that day on.'),
  },
  settles: inProgramme,
  touches: ({ programme, setting }) => [programmeKey(programme), settingKey(setting)],
  *meaningless(state, { programme, setting, value }) {
    yield* started(state, programme);
    const kind = kindOfSetting(setting);
    if (kind.problem(value) !== undefined) {
      yield refuse('setting-value-unsuitable', `Give ${setting} as ${kind.mustBe}`);
    }
  },
  breaches: (state, { programme }) => goingOn(state, programme),
  evolve: (_state, { setting: id, value, ...entry }) => [
    [settingKey(id), { kind: 'setting', id, value, changed: factOf(entry) }],
  ],
  example: {
    effectiveOn: '2012-09-10',
    setting: 'key-decision-threshold-pence',
    value: 100_000_000,
  },
});
