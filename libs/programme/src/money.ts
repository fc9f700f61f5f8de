/** Whole pence in words for a refusal: 23900000000 is "£239,000,000", 12345 is "£123.45". */
export function pounds(pence: number): string {
  const whole = Math.trunc(pence / 100)
    .toString()
    .replace(/\B(?=(?:\d{3})+$)/g, ',');
  const rest = pence % 100;
  return rest === 0 ? `£${whole}` : `£${whole}.${rest.toString().padStart(2, '0')}`;
}
