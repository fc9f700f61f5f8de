/** What an id may be of: a kind of part, or one of the few sorts of id that are no part's. */
export type ThingKind =
  | 'body'
  | 'decision'
  /** An entry on the record. */
  | 'entry'
  /** A body or an office: whatever may hold a power. */
  | 'maker'
  | 'milestone'
  | 'office'
  | 'option'
  /** A person, who has no name here. */
  | 'person'
  | 'phase'
  /** A point of a rating scale. */
  | 'point'
  | 'portfolio'
  | 'power'
  | 'project'
  | 'report'
  | 'review'
  /** A rule, as a refusal names it. */
  | 'rule'
  | 'saving'
  | 'scale'
  /** A series of published totals. */
  | 'series'
  | 'service'
  | 'theme'
  /** A thing of whatever kind the view that is named beside it shows. */
  | 'thing'
  | 'tranche'
  | 'unit'
  | 'view';

/** Whether the thing that an id names is there already: always, never, or either. */
export type Newness = 'old' | 'new' | 'either';

/** One of the ways in which a value may be given: a word that says it all, or a value of its own. */
export type Way = { readonly word: string } | { readonly name: string; readonly control: Control };

/** A value that is written on one line. */
export type LineControl =
  | { readonly as: 'line' | 'date' | 'day' | 'known' | 'year' | 'number' | 'yes-no' }
  /** An amount: pence where it is sent, pounds where a person fills it in; at most so many pence. */
  | { readonly as: 'money'; readonly most: number }
  | { readonly as: 'choice'; readonly words: readonly string[] }
  /** A few words, or else what is written as the other says. */
  | { readonly as: 'words-or'; readonly words: readonly string[]; readonly other: LineControl };

/** How a person fills a value in, whatever draws it: a page, a column of a spreadsheet. */
export type Control =
  | LineControl
  | { readonly as: 'passage' }
  | {
      readonly as: 'id';
      readonly of: ThingKind;
      readonly newness: Newness;
      /** The field beside it that names the thing it is a part of. */
      readonly within?: string;
    }
  | { readonly as: 'object'; readonly fields: readonly FieldDescription[] }
  | { readonly as: 'list'; readonly item: Control; readonly least: number }
  | { readonly as: 'ways'; readonly ways: readonly Way[] }
  /** Filled in as the value of another field beside it asks. */
  | {
      readonly as: 'by-field';
      readonly field: string;
      readonly controls: Readonly<Record<string, Control>>;
      readonly otherwise: Control;
    }
  /** Texts, each under a name of its own. */
  | { readonly as: 'pairs' }
  /** A command with its own fields, and `replaces`. */
  | { readonly as: 'command' };

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
