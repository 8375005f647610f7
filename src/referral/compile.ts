/** directory.yaml → the directory. */

import { collect, type Draft, type Report } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import { isSound } from '../documents/flaws.ts';
import { checkCitations } from '../policy/check-citations.ts';
import type { Sources } from '../policy/texts.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { claimIds } from '../questionnaire/claim-ids.ts';
import type { Directory, Line, Program } from './model.ts';
import type { DirectorySource, LineSource, ProgramSource } from './schema.ts';

/** Compiles a directory. */
export function compileDirectory(document: Document<DirectorySource>, sources: Sources): Outcome<Directory> {
  const { value, problems } = draftDirectory(document, sources);
  return document.flaws.length > 0 ? failed(problems) : outcomeOf(value, problems);
}

/** Whether all lines and programs of a directory are there with their ids, so that others can be called unknown. */
export function isRegister(document: Document<DirectorySource>): boolean {
  const { lines, programs } = document.value;
  const ids = [
    ...lines.map((_, index) => ['lines', index, 'id']),
    ...programs.map((_, index) => ['programs', index, 'id']),
  ];
  return [['lines'], ['programs'], ...ids].every((path) => isSound(document, path));
}

/** The same, faults or not, for looking into the files that refer to it. */
export function draftDirectory(document: Document<DirectorySource>, sources: Sources): Draft<Directory> {
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
    locator: value.locator,
    programs: value.programs.map(compileProgram),
    lines: value.lines.map(compileLine),
  };
  return { value: directory, problems };
}

function checkIds({ programs, lines }: DirectorySource, report: Report): void {
  const claim = claimIds(report);
  for (const [index, { id }] of programs.entries()) claim(id, ['programs', index, 'id'], 'another program');
  for (const [index, { id }] of lines.entries()) claim(id, ['lines', index, 'id'], 'a program or another line');
}

function compileProgram(source: ProgramSource): Program {
  return {
    id: source.id,
    name: source.name,
    organization: source.organization,
    levels: source.levels,
    firstSteps: source.first_steps,
    supports: source.supports ?? [],
    serves: source.serves,
    affirming: source.affirming,
    address: source.address,
    city: source.city,
    county: source.county,
    states: source.states,
    postalCode: source.postal_code,
    phones: source.phones.map((phone) => ({ number: phone.number, for: phone.for })),
    license: source.license,
    beds: source.beds,
    notStated: source.not_stated ?? [],
    week: source.week,
    cites: source.cites ?? [],
    source: source.source,
    verifiedOn: source.verified_on,
  };
}

function compileLine(source: LineSource): Line {
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
