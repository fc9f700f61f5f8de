import type { Fact } from '#acts';
import { either, oneOf, pence, wholeNumber, type FieldKind } from '#fields';

/** How a council counts clear days; the value of each setting whose name ends in `-basis`. */
const dayBasis = oneOf(['calendar', 'working']);
const howMany = wholeNumber(0);

const kinds = {
  'key-decision-threshold-pence': pence,
  'key-decision-divisions': howMany,
  'notice-clear-days': howMany,
  'notice-basis': dayBasis,
  'general-exception-clear-days': howMany,
  'general-exception-basis': dayBasis,
  'call-in-clear-days': howMany,
  'call-in-basis': dayBasis,
  'urgency-report-months': howMany,
} satisfies Readonly<Record<string, FieldKind>>;

/** What a council sets for itself, each valid from a date. */
export type CouncilSetting = keyof typeof kinds;
export const councilSettings = Object.keys(kinds) as readonly CouncilSetting[];

/** A setting as the council last set it. */
export interface SettingPart {
  readonly kind: 'setting';
  readonly id: CouncilSetting;
  readonly value: string | number;
  readonly changed: Fact;
}

export const settingKey = (id: string): string => `setting/${id}`;

/** The kind of value that a setting takes. */
export const kindOfSetting = (setting: CouncilSetting): FieldKind => kinds[setting];

const ofAnySetting: FieldKind<number | string, number | string> = either(
  'calendar',
  either('working', howMany),
);

/** The value of the council setting that the same form names; where it names none, of any of them. */
export const settingValue: FieldKind<number | string, number | string> = {
  ...ofAnySetting,
  shape: "whole number, or 'calendar' or 'working', as the setting asks",
  control: {
    as: 'by-field',
    field: 'setting',
    controls: Object.fromEntries(Object.entries(kinds).map(([setting, { control }]) => [setting, control])),
    otherwise: ofAnySetting.control,
  },
  problem: (value, form) => kindNamedIn(form).problem(value),
};

function kindNamedIn(form: object | undefined): FieldKind {
  const { setting } = (form ?? {}) as { setting?: unknown };
  return typeof setting === 'string' && Object.hasOwn(kinds, setting)
    ? kindOfSetting(setting as CouncilSetting)
    : ofAnySetting;
}
