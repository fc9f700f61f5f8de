import { streams } from '#programme';

/** A body for every command, as the page of commands and events and the schemas show it. */
export const exampleBodies: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'strike-entry': {
    stream: 'kent/programme',
    entries: ['5b1f0d3c-90a4-5d5e-8b1e-1f2f3c4d5e6f'],
    reason: 'The minutes give another day',
    authority: 'Head of Paid Service',
    replacement: [
      {
        command: 'open-phase',
        replaces: '5b1f0d3c-90a4-5d5e-8b1e-1f2f3c4d5e6f',
        effectiveOn: '2014-04-07',
        provenance: 'minuted',
        phase: 'phase-2',
      },
    ],
  },
  ...Object.fromEntries(streams.flatMap(({ acts }) => acts.map((act) => [act.command, act.example]))),
};
