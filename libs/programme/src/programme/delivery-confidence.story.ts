import { said } from './facing-the-challenge.story.js';

// The scale on which the specs rate; only specs import this file.

export const fivePoints = [
  { id: 'green', label: 'Green', order: 1 },
  { id: 'amber-green', label: 'Amber/Green', order: 2 },
  { id: 'amber', label: 'Amber', order: 3 },
  { id: 'amber-red', label: 'Amber/Red', order: 4 },
  { id: 'red', label: 'Red', order: 5 },
] as const;

export const threePoints = [
  { id: 'high', label: 'High', order: 1 },
  { id: 'medium', label: 'Medium', order: 2 },
  { id: 'low', label: 'Low', order: 3 },
] as const;

/** In the order of the old ids, as it is kept. */
export const fiveToThree = [
  { fromPoint: 'amber', toPoint: 'medium' },
  { fromPoint: 'amber-green', toPoint: 'high' },
  { fromPoint: 'amber-red', toPoint: 'low' },
  { fromPoint: 'green', toPoint: 'high' },
  { fromPoint: 'red', toPoint: 'low' },
] as const;

export const scale = {
  scale: 'confidence',
  version: 1,
  name: 'Delivery confidence',
  measure: 'delivery-confidence',
  points: fivePoints,
} as const;
export const defining = said(
  '2014-04-01',
  { type: 'define-rating-scale', ...scale },
  { type: 'RatingScaleDefined', ...scale },
);

export const change = {
  scale: 'confidence',
  version: 2,
  points: threePoints,
  mapping: fiveToThree,
} as const;
export const changing = said(
  '2016-04-01',
  { type: 'change-rating-scale', ...change },
  { type: 'RatingScaleChanged', ...change, fromVersion: 1 },
);
