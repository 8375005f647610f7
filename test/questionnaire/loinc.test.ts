import { expect, test } from 'vitest';
import { isLoinc } from '../../src/questionnaire/loinc.ts';

// Codes as LOINC and FHIR R4 publish them.
test.each(['30525-0', '45401-7', '57133-1', '8867-4', '85354-9', '44250-9', '55758-7', 'LA6568-5', 'LA6571-9'])(
  '%s is a code',
  (code) => {
    expect(isLoinc(code)).toBe(true);
  },
);

test.each(['30525-1', '45401', '45410-7', 'LL6568-5', '', '-0', '12345678-9'])('%s is none', (code) => {
  expect(isLoinc(code)).toBe(false);
});
