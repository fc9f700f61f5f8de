import {
  type FieldKind,
  type FieldProblem,
  id,
  isObject,
  type JsonSchema,
  listOf,
  optional,
  plain,
  required,
  yesOrNo,
} from '#fields';
import { formOf, formSchema, problemsOf } from './form.js';

/** A command as one of a batch. Its own fields are taken in when it is played, as any command's. */
const batchItem: FieldKind<object, object> = plain(
  {
    shape: 'object with command, id if it is to have one of its own, and the fields of that command',
    mustBe: 'an object with command, the name of a command, and the fields of that command',
    schema: {
      type: 'object',
      properties: {
        id: {
          ...id.schema,
          description: 'Its id within the batch; its number, counted from 0, if left out.',
        },
        command: { type: 'string', description: 'The name of the command.' },
      },
      required: ['command'],
    },
    control: { as: 'command' },
  },
  isObject,
);

/** What many commands at once are sent on. */
const BatchForm = formOf('BatchForm', {
  items: required(listOf(batchItem), 'The commands, in order: a later one may follow from an earlier one.'),
  dryRun: optional(yesOrNo, 'Whether to play it only, and record nothing.'),
  keepGoing: optional(yesOrNo, 'Whether to record what can be recorded though something else is refused.'),
});

/** A batch as it was sent, its items not yet taken in. */
export interface SentBatch {
  readonly items: readonly {
    readonly id?: string;
    readonly command: string;
    readonly body: Readonly<Record<string, unknown>>;
  }[];
  readonly dryRun: boolean;
  readonly keepGoing: boolean;
}

/** The name under which a batch is sent: no command and no item may have it. */
export const batchName = 'batch';

/** The batch that a body makes, or everything that is wrong with it as a batch. */
export function takeInBatch(
  body: unknown,
): { readonly batch: SentBatch } | { readonly problems: readonly FieldProblem[] } {
  if (!isObject(body)) return { problems: [{ field: '', problem: 'the body must be a JSON object' }] };
  const problems = problemsOf(BatchForm, body);
  if (problems.length > 0) return { problems };
  const {
    items,
    dryRun = false,
    keepGoing = false,
  } = body as { readonly items: object[]; readonly dryRun?: boolean; readonly keepGoing?: boolean };
  const sent = (items as Record<string, unknown>[]).map(({ id: own, command, ...rest }) => ({
    own,
    command,
    rest,
  }));
  const named = new Set<string>();
  for (const [index, { own, command }] of sent.entries()) {
    const problem = problemWith(own, command, named, String(index));
    if (problem) problems.push({ ...problem, field: `items.${index}.${problem.field}` });
    named.add(typeof own === 'string' ? own : String(index));
  }
  if (problems.length > 0) return { problems: problems.slice(0, 100) };
  return {
    batch: {
      items: sent.map(({ own, command, rest }) => ({
        ...(own !== undefined && { id: own as string }),
        command: command as string,
        body: rest,
      })),
      dryRun,
      keepGoing,
    },
  };
}

function problemWith(
  own: unknown,
  command: unknown,
  named: ReadonlySet<string>,
  number: string,
): FieldProblem | undefined {
  if (typeof command !== 'string')
    return { field: 'command', problem: 'command is needed: name one, such as open-phase' };
  if (command === batchName)
    return { field: 'command', problem: 'command must not be batch: a batch holds commands, not batches' };
  const wrong = own === undefined ? undefined : id.problem(own);
  if (wrong !== undefined) return { field: 'id', problem: `id ${wrong}` };
  if (named.has(own === undefined ? number : (own as string)))
    return { field: 'id', problem: 'id is that of an item before it: give every item its own' };
  return undefined;
}

/** The JSON Schema of the body of a batch. */
export function batchJsonSchema(): JsonSchema {
  return { title: batchName, ...formSchema(BatchForm) };
}
