import type { CivilDate } from '#calendar';
import type { CouncilSetting, SettingPart, SettingsInForce } from '#programme';
import type { Moment, Reader } from './reader.js';

/**
 * The council's settings with all that is known at a moment, each as at the day that is asked about: a decision is
 * judged by what was in force on its own day, whatever the moment is as at.
 */
export function settingsAt(reader: Reader, programme: string, moment: Moment): SettingsInForce {
  const read = new Map<string, SettingPart['value'] | undefined>();
  return (setting: CouncilSetting, on: CivilDate) => {
    const asked = `${setting} ${on}`;
    if (!read.has(asked)) {
      const { part } = reader.one(programme, 'setting', setting, { ...moment, asAt: on });
      read.set(asked, (part as SettingPart | undefined)?.value);
    }
    return read.get(asked);
  };
}
