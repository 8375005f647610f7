/** directory.yaml → the directory. */

import { collect, type Draft, type Report } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import { isSound } from '../documents/flaws.ts';
import { checkCitations } from '../policy/check-citations.ts';
import type { Sources } from '../policy/texts.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { claimIds } from '../questionnaire/claim-ids.ts';
import type { Text } from '../questionnaire/schema.ts';
import type { Availability, Directory, Line, Program } from './model.ts';
import type { DirectorySource, LineSource, ProgramSource } from './schema.ts';

/** Beds are filled within days: what was said earlier is asked again. Our judgement. */
const AVAILABILITY_HOLDS_DAYS = 2;

/** Compiles a directory. */
export function compileDirectory(
  document: Document<DirectorySource>,
  sources: Sources<unknown>,
): Outcome<Directory<Text>> {
  const { value, problems } = draftDirectory(document, sources);
  return document.flaws.length > 0 ? failed(problems) : outcomeOf(value, problems);
}

/** Whether all lines and programs of a directory are there with their ids, so that others can be called unknown. */
export function isRegister(document: Document<DirectorySource>): boolean {
  const { lines, programs } = document.value;
  const ids = [
    ...(lines ?? []).map((_, index) => ['lines', index, 'id']),
    ...programs.map((_, index) => ['programs', index, 'id']),
  ];
  return [['lines'], ['programs'], ...ids].every((path) => isSound(document, path));
}

/** The same, faults or not, for looking into the files that refer to it. */
export function draftDirectory(document: Document<DirectorySource>, sources: Sources<unknown>): Draft<Directory<Text>> {
  const { report, problems } = collect(document);
  const { value } = document;
  checkIds(value, report);
  for (const [index, program] of value.programs.entries()) {
    checkCitations(program.cites, ['programs', index, 'cites'], sources, report);
    checkCitations(program.affirming?.cites, ['programs', index, 'affirming', 'cites'], sources, report);
  }
  const directory = {
    id: value.id,
    title: value.title,
    staleAfterDays: value.stale_after_days,
    availabilityHoldsDays: value.availability_holds_days ?? AVAILABILITY_HOLDS_DAYS,
    locator: value.locator,
    imports: (value.imports ?? []).map((one) => ({ ...one, unmapped: one.unmapped ?? [] })),
    programs: value.programs.map(compileProgram),
    lines: (value.lines ?? []).map(compileLine),
  };
  return { value: directory, problems };
}

function checkIds({ programs, lines }: DirectorySource, report: Report): void {
  const claim = claimIds(report);
  for (const [index, { id }] of programs.entries()) claim(id, ['programs', index, 'id'], 'another program');
  for (const [index, { id }] of (lines ?? []).entries()) claim(id, ['lines', index, 'id'], 'a program or another line');
}

function compileProgram(source: ProgramSource): Program<Text> {
  return {
    id: source.id,
    name: source.name,
    organization: source.organization,
    levels: source.levels,
    mayOffer: source.may_offer ?? [],
    firstSteps: source.first_steps,
    supports: source.supports ?? [],
    serves: source.serves,
    ages: source.ages && { from: source.ages.from, to: source.ages.to },
    pregnant: source.pregnant,
    children: source.children,
    payments: source.payments,
    medicines: source.medicines,
    languages: source.languages,
    interpreter: source.interpreter,
    evenings: source.evenings,
    availability: source.availability && compileAvailability(source.availability),
    affirming: source.affirming && { note: source.affirming.note, cites: source.affirming.cites ?? [] },
    address: source.address,
    city: source.city,
    county: source.county,
    states: source.states,
    postalCode: source.postal_code,
    place: source.place,
    website: source.website,
    phones: source.phones.map((phone) => ({ number: phone.number, for: phone.for, doubtful: phone.doubtful })),
    license: source.license,
    beds: source.beds,
    notStated: source.not_stated ?? [],
    week: source.week,
    cites: source.cites ?? [],
    source: source.source,
    record: source.record,
    verifiedOn: source.verified_on,
  };
}

function compileAvailability({
  opening,
  wait_days,
  beds,
  on,
}: NonNullable<ProgramSource['availability']>): Availability {
  return { opening, waitDays: wait_days, beds, on };
}

function compileLine(source: LineSource): Line<Text> {
  return {
    id: source.id,
    name: source.name,
    number: source.number,
    also: source.also,
    for: source.for,
    source: source.source,
    verifiedOn: source.verified_on,
  };
}
