import { present } from '#acts';
import { idOf, name, oneOf, optional, required, type Values } from '#fields';

export const groups = ['people', 'place', 'corporate'] as const;

/** The unit that an act is about. */
export const unit = required(idOf('unit'), 'The unit.');

/** What a unit has beside its name, all of it dated. */
export const attributes = {
  code: optional(name, 'The code it has elsewhere, as in the ledger of accounts.'),
  unitKind: optional(name, 'What kind of unit it is, such as "business unit".'),
  directorate: optional(name, 'The directorate it belongs to.'),
  group: optional(oneOf(groups), 'The functional group it belongs to.'),
};

/** The dated attributes of a unit. */
export interface UnitAttributes extends Values<typeof attributes> {
  readonly name: string;
}

/** The attributes alone, those that are given. */
export function attributesOf(given: Partial<UnitAttributes>): Partial<UnitAttributes> {
  const { name: called, code, unitKind, directorate, group } = given;
  return present({ name: called, code, unitKind, directorate, group });
}
