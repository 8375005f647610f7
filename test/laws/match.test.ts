/** The choice among programs against its definition, and what must hold of it for every directory and caller. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choosePrograms } from '../../src/referral/choose-programs.ts';
import { match } from '../../src/referral/match.ts';
import { choiceInIds } from '../referral/choice-in-ids.ts';
import { aDirectory } from '../referral/given.ts';
import { randomPrograms, randomSearch } from '../referral/random-programs.ts';
import { slowChoice } from '../referral/slow-choice.ts';

const CASES = { numRuns: 1000 };

test('the choice is that of the slow twin', () => {
  fc.assert(
    fc.property(randomPrograms(12), randomSearch, (programs, search) => {
      const directory = aDirectory(programs);
      expect(choiceInIds(choosePrograms(directory, search))).toEqual(slowChoice(directory, search));
    }),
    CASES,
  );
});

test('the order of the directory never matters', () => {
  fc.assert(
    fc.property(randomPrograms(8), randomSearch, (programs, search) => {
      const backwards = aDirectory([...programs].reverse());
      expect(choiceInIds(choosePrograms(backwards, search))).toEqual(
        choiceInIds(choosePrograms(aDirectory(programs), search)),
      );
    }),
    CASES,
  );
});

test('no bed is named outside the caller’s state, without a licence valid on the day, or without the caller’s state', () => {
  fc.assert(
    fc.property(randomPrograms(8), randomSearch, (programs, search) => {
      const strict = { ...search, strict: true };
      for (const { program } of choosePrograms(aDirectory(programs), strict).chosen) {
        expect(program.states).toContain(search.needs.state?.id);
        expect((program.license?.expires ?? '') >= search.today).toBe(true);
      }
    }),
    CASES,
  );
});

test('what is not known of a program never rules it out: only a known fact does', () => {
  const FORGOTTEN = {
    ...{ serves: undefined, ages: undefined, pregnant: undefined, payments: undefined, medicines: undefined },
    ...{ languages: undefined, interpreter: undefined, availability: undefined },
  };
  fc.assert(
    fc.property(randomPrograms(3), randomSearch, (programs, search) => {
      for (const program of programs) {
        const forgotten = match({ ...program, ...FORGOTTEN }, search);
        const unmet = forgotten.hard.flatMap(({ condition, outcome }) => (outcome === 'not-met' ? [condition] : []));
        // For these, being known is itself the condition: a bed needs its state, its licence and its track.
        const needKnown = ['state', 'level', 'license', 'mental-health'];
        expect(unmet.filter((condition) => !needKnown.includes(condition))).toEqual([]);
      }
    }),
    CASES,
  );
});

test('a full program is never named before one that is not', () => {
  fc.assert(
    fc.property(randomPrograms(12), randomSearch, (programs, search) => {
      const full = choosePrograms(aDirectory(programs), search).chosen.map(({ isFull }) => isFull);
      expect(full.lastIndexOf(false)).toBeLessThan(full.includes(true) ? full.indexOf(true) : full.length);
    }),
    CASES,
  );
});
