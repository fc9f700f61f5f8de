// Specs that take too long to run for every planted fault: laws on random histories, and measures of cost.
export const leftOut = ['.laws.spec.ts', '.cost.spec.ts'];
