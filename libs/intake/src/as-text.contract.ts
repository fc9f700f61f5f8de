import type { CivilDate, FinancialYear } from '#calendar';

/** A command with its dates and its financial years as plain text, so that one can be written down as it is. */
export type AsText<Value> = Value extends CivilDate | FinancialYear
  ? string
  : Value extends object
    ? { readonly [Field in keyof Value]: AsText<Value[Field]> }
    : Value;

/** A command of each name, each with the fields the domain says it has. */
export type OneOfEach<Command extends { readonly type: string }> = {
  readonly [Name in Command['type']]: AsText<Extract<Command, { readonly type: Name }>>;
};
