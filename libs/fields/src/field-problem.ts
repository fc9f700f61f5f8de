/** What is wrong with one field of what was sent. */
export interface FieldProblem {
  /** The field as it was sent, with dots into what it holds: 'totals.0.pence'. Empty for the body as a whole. */
  readonly field: string;
  /** Plain English that says how to write the value. */
  readonly problem: string;
}
