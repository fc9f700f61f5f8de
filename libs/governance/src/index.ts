export * from './authority/index.js';
export * from './decision/index.js';
export { gateBreaches, gateReads } from './decision/gate.js';
export {
  councilSettings,
  kindOfSetting,
  settingKey,
  settingValue,
  type CouncilSetting,
  type SettingPart,
} from './council-settings.js';
export type { PartOfGovernance } from './part-of-kind.js';
