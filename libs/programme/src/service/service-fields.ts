import { idOf, oneOf, optional, required } from '#fields';

export const headings = ['corporate support', 'front line'] as const;
export type Heading = (typeof headings)[number];

/** The service that an act is about. */
export const service = required(idOf('service'), 'The service.');

export const heading = optional(oneOf(headings), 'The heading of the tranche it counts under.');
