/** All that a directory knows of one program, a line each. */

import type { Program } from '../directory/model.ts';

/** Indented lines; what is not known has none, but for what a caller will ask. */
export function programDetails(program: Program): string {
  const { address, city, county, states, postalCode, organization, website, license, availability } = program;
  const where = [address, city, county, states?.join('/'), postalCode].filter((part) => part !== undefined);
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['run by', organization],
    ['where', where.length === 0 ? undefined : where.join(', ')],
    ['phone', program.phones.map(phoneText).join('; ')],
    ['web', website],
    ['levels', listed(program.levels)],
    ['may offer', listed(program.mayOffer)],
    ['first steps', program.firstSteps?.length === 0 ? 'none itself' : listed(program.firstSteps)],
    ['supports', listed(program.supports)],
    ['takes', program.serves],
    ['ages', agesText(program)],
    ['pregnancy', yesOrNo(program.pregnant)],
    ['children', yesOrNo(program.children)],
    ['payment', listed(program.payments)],
    ['medicines', program.medicines?.length === 0 ? 'none' : listed(program.medicines)],
    ['languages', listed(program.languages)],
    ['affirming', program.affirming?.note],
    ['license', license && `${license.number}, ${license.authority}, until ${license.expires}`],
    ['openings', availability && `${availability.opening}, as of ${availability.on}`],
    ['ask', program.notStated.length === 0 ? undefined : program.notStated.join('; ')],
    ['source', `${program.source}; verified on ${program.verifiedOn}`],
    ['id', program.record === undefined ? program.id : `${program.id} (record ${program.record})`],
  ];
  return lines.flatMap(([key, text]) => (text === undefined ? [] : [`  ${key}: ${text}`])).join('\n');
}

function listed(values: readonly string[] | undefined): string | undefined {
  return values === undefined || values.length === 0 ? undefined : values.join(', ');
}

function yesOrNo(value: boolean | undefined): string | undefined {
  if (value === undefined) return undefined;
  return value ? 'yes' : 'no';
}

function agesText({ ages }: Program): string | undefined {
  if (ages === undefined) return undefined;
  if (ages.from === undefined) return ages.to === undefined ? undefined : `up to ${ages.to}`;
  return ages.to === undefined ? `${ages.from} and older` : `${ages.from} to ${ages.to}`;
}

function phoneText({ number, for: use, doubtful }: Program['phones'][number]): string {
  const notes = [use, doubtful === undefined ? undefined : `may be wrong: ${doubtful}`].filter(
    (one) => one !== undefined,
  );
  return notes.length === 0 ? number : `${number} (${notes.join('; ')})`;
}
