import type { Control } from './control.js';
import { fieldsOf, type Form, type FormField } from './form.js';

/** A field as it is described to whoever fills it in. */
export interface FieldDescription {
  readonly name: string;
  /** What it is called where people fill it in. */
  readonly label: string;
  readonly required: boolean;
  /** There, and true, where it says what the entry changes from. */
  readonly premise?: boolean;
  /** How to write it, in a few words. */
  readonly shape: string;
  /** What it means, in a sentence. */
  readonly says: string;
  /** How a person fills it in. */
  readonly control: Control;
  /** The fields of the objects inside it, where there are any. */
  readonly fields?: readonly FieldDescription[];
}

/** The fields of a form, in the order they are declared. */
export function describeFields(form: Form): FieldDescription[] {
  return [...fieldsOf(form).values()].map(describe);
}

function describe({ name, label, required, says, kind, premise }: FormField): FieldDescription {
  const { shape, control } = kind;
  return {
    name,
    label: label ?? inWords(name),
    required,
    shape,
    says,
    control,
    ...(premise && { premise }),
    ...(kind.form && { fields: describeFields(kind.form) }),
  };
}

/** The name of a field as words: 'plannedStart' is 'Planned start'. */
function inWords(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
