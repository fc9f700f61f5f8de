/**
 * Whole pence as people meet them everywhere: 23900000000 is "£239,000,000", 12345 is "£123.45", 50 is "£0.50" and -50 is
 * "-£0.50". Every amount that is shown goes through here, so that none is written in two ways.
 */
export function pounds(pence: number): string {
  const digits = Math.abs(pence).toString().padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',');
  const rest = digits.slice(-2);
  return `${pence < 0 ? '-' : ''}£${whole}${rest === '00' ? '' : `.${rest}`}`;
}

/**
 * Whole pence in millions of pounds to one decimal, for a label beside which the amount stands in full: "£9.5m". Less than
 * a million is said in full, because a tenth of a million hides it.
 */
export function millions(pence: number): string {
  const inMillions = Math.abs(pence) / 100_000_000;
  if (inMillions < 1) return pounds(pence);
  const label = inMillions.toLocaleString('en-GB', { maximumFractionDigits: 1 });
  return `${pence < 0 ? '-' : ''}£${label}m`;
}
