import { type FieldKind, id, isObject, plain } from '#fields';

/** A command sent in the place of struck entries. Its own fields are taken in one by one, as any command's. */
export const replacementCommand: FieldKind<object, object> = plain(
  {
    shape:
      'object with command, replaces to name the struck entry whose place it takes where several are struck, and the fields of that command',
    mustBe: 'an object with command, the name of a command, and the fields of that command',
    schema: {
      type: 'object',
      properties: {
        command: { type: 'string', description: 'The name of the command.' },
        replaces: {
          ...id.schema,
          description:
            'The struck entry whose place it takes; needed where several are struck. It is judged there where the day is the same, else last in its own day.',
        },
      },
      required: ['command'],
    },
    control: { as: 'command' },
  },
  isObject,
);
