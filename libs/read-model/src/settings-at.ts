import type { CivilDate } from '#calendar';
import type { CouncilSetting, PartOfKind, SettingsInForce } from '#programme';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';

/**
 * The council's settings with all that is known at a moment, each as at the day that is asked about: a decision is
 * judged by what was in force on its own day, whatever the moment is as at.
 */
export function settingsAt(reader: Reader, programme: string, moment: Moment): SettingsInForce {
  const read = new Map<CouncilSetting, (on: CivilDate) => PartOfKind['setting'] | undefined>();
  return (setting: CouncilSetting, on: CivilDate) => {
    const at = read.get(setting) ?? reader.parts.throughTime(programme, 'setting', setting, moment);
    read.set(setting, at);
    return at(on)?.value;
  };
}
