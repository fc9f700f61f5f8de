import { either, type FieldKind, oneOf, pence, wholeNumber } from '#fields';
import type { CouncilSetting } from '#programme';

const days = wholeNumber(0);
const dayBasis = oneOf(['calendar', 'working']);

const kindOf: { readonly [Setting in CouncilSetting]: FieldKind } = {
  'key-decision-threshold-pence': pence,
  'key-decision-divisions': wholeNumber(0),
  'notice-clear-days': days,
  'notice-basis': dayBasis,
  'general-exception-clear-days': days,
  'general-exception-basis': dayBasis,
  'call-in-clear-days': days,
  'call-in-basis': dayBasis,
  'urgency-report-months': wholeNumber(0),
};

const ofAnySetting: FieldKind<number | string> = either('calendar', either('working', wholeNumber(0)));

/** The value of the council setting that the same form names; where it names none, of any of them. */
export const settingValue: FieldKind<number | string> = {
  ...ofAnySetting,
  shape: "whole number, or 'calendar' or 'working', as the setting asks",
  control: {
    as: 'by-field',
    field: 'setting',
    controls: Object.fromEntries(Object.entries(kindOf).map(([setting, { control }]) => [setting, control])),
    otherwise: ofAnySetting.control,
  },
  problem: (value, form) => kindOfSetting(form).problem(value),
};

function kindOfSetting(form: object | undefined): FieldKind {
  const { setting } = (form ?? {}) as { setting?: unknown };
  return typeof setting === 'string' && Object.hasOwn(kindOf, setting)
    ? kindOf[setting as CouncilSetting]
    : ofAnySetting;
}
