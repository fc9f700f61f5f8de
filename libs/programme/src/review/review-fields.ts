import { idOf, name, oneOf, optional, required, type Values } from '#fields';

/** The review that an act is about. */
export const review = required(idOf('review'), 'The review.');

/** What is said of each member of a team. */
export const member = {
  role: required(name, 'Their part in the team, by office or profession; no personal name.'),
  from: required(
    oneOf(['in-house', 'external']),
    'Whether they come from the council or from outside.',
    'Comes from',
  ),
  organisation: optional(name, 'The organisation or the directorate they come from.'),
};

export type TeamMember = Values<typeof member>;
