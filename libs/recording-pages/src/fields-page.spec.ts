import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { commandNames, describeCommand, type FieldDescription } from '#intake';
import { readEntry } from './entry-reading.js';
import { fieldsShown, type FieldShown } from './fields-page.js';
import { template } from './meeting-reading.js';
import { whatFields } from './steps.js';
import type { Things } from './things.js';
import { nothingOnRecord } from './contract/nothing-on-record.js';
import type { Typed, TypedProblem } from './typed.js';

const things = { choices: () => [] } as unknown as Things;
const context = { programme: 'kent', today: civilDate('2026-11-23') };

function labels(command: string, typed: Typed = {}, problems: readonly TypedProblem[] = []): string[] {
  const { needed, more } = fieldsShown(whatFields(command), typed, problems, things);
  return [...needed, ...more].flatMap(ofField);
}

const ofField = ({ label, fields = [], rows = [] }: FieldShown): string[] => [
  label,
  ...[...fields, ...rows.flatMap((row) => row.fields)].flatMap(ofField),
];

const premisesOf = (fields: readonly FieldDescription[] = []): string[] =>
  fields.flatMap(({ name, premise, fields: inside }) => [...(premise ? [name] : []), ...premisesOf(inside)]);

describe('What an entry changes from', () => {
  it('is said by fourteen commands, and nothing else is taken for it', () => {
    const said = commandNames.flatMap((command) => {
      const premises = premisesOf(describeCommand(command)?.fields);
      return premises.length > 0 ? [[command, premises]] : [];
    });
    expect(Object.fromEntries(said)).toEqual({
      'change-rating-scale': ['fromVersion'],
      'rename-body': ['fromName'],
      'transfer-service': ['fromDirectorate'],
      'assign-service-to-tranche': ['fromTranche'],
      'move-project': ['fromPortfolio'],
      'reach-project-stage': ['fromStage'],
      'rename-unit': ['fromName'],
      'recode-unit': ['fromCode'],
      'recode-units': ['fromCode'],
      'reclassify-unit': ['fromKind'],
      'transfer-unit': ['fromDirectorate', 'fromGroup'],
      'reprofile-saving': ['fromProfile'],
      'move-saving': ['fromPortfolio'],
      'change-saving-owner': ['fromOwner'],
    });
  });

  it('is asked of nobody who fills in a form', () => {
    expect(labels('rename-unit')).toEqual(['Unit', 'Name']);
    expect(labels('recode-unit')).toEqual(['Unit', 'Code']);
    expect(labels('recode-units')).toEqual(['Units', 'Unit', 'Code']);
    expect(labels('move-project')).toEqual(['Project', 'New portfolio']);
    expect(labels('transfer-unit')).toEqual([
      'Unit',
      'New directorate (optional)',
      'New functional group (optional)',
    ]);
  });

  it('stands in a correction that carries it, and beside what is wrong with it', () => {
    const carried = { unit: 'legal', name: 'Legal', fromName: 'Law' };
    expect(labels('rename-unit', carried)).toEqual(['Unit', 'Name', 'Former name (optional)']);
    const swapped = { 'units.0.unit': 'legal', 'units.0.code': '2', 'units.0.fromCode': '1' };
    expect(labels('recode-units', swapped)).toEqual(['Units', 'Unit', 'Code', 'Former code (optional)']);
    const wrong = [{ field: 'fromName', problem: 'is too long' }];
    expect(labels('rename-unit', {}, wrong)).toEqual(['Unit', 'Name', 'Former name (optional)']);
  });

  it('is read where it is sent all the same', () => {
    const typed = {
      unit: 'legal',
      name: 'Legal',
      fromName: 'Law',
      when: 'reported',
      'when-day': '1 April 2014',
    };
    expect(readEntry('rename-unit', typed, nothingOnRecord, context).body).toMatchObject({ fromName: 'Law' });
  });

  it('has no column in the headings offered for a paste', () => {
    expect(template('rename-unit').split('\t')).toEqual([
      'What happened',
      'Unit',
      'Name',
      'Holds from',
      'Source',
    ]);
  });
});
