import { expect, test } from 'vitest';
import { stateOfPostalCode } from '../../src/referral/postal-states.ts';
import { shippedContent } from '../fixtures/shipped.ts';

/** Codes of city halls, capitols and main post offices, one at least of every state and territory. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  ...{ AL: ['35203', '36104'], AK: ['99501', '99801'], AZ: ['85003', '86001'], AR: ['72201'], CA: ['90012', '96001'] },
  ...{ CO: ['80202', '81501'], CT: ['06103'], DE: ['19901'], DC: ['20001', '20500'], FL: ['32301', '33130', '34102'] },
  ...{ GA: ['30303', '39817'], HI: ['96813'], ID: ['83702'], IL: ['60602', '62701'], IN: ['46204'], IA: ['50309'] },
  ...{ KS: ['66603', '67202'], KY: ['40202', '40601'], LA: ['70112'], ME: ['04101', '04330'], MD: ['21202'] },
  ...{ MA: ['02108', '01103'], MI: ['48226', '49503'], MN: ['55401', '55802'], MS: ['39201'], MO: ['63103', '65101'] },
  ...{ MT: ['59601'], NE: ['68102'], NV: ['89101', '89701'], NH: ['03301'], NJ: ['07102', '08608'], NM: ['87501'] },
  ...{ NY: ['10007', '14202', '00501'], NC: ['27601', '28801'], ND: ['58501'], OH: ['43215', '45202'] },
  ...{ OK: ['73102', '74103'], OR: ['97204'], PA: ['19107', '15219'], RI: ['02903'], SC: ['29201'], SD: ['57501'] },
  ...{ TN: ['37219', '38103'], TX: ['78701', '79901', '73301', '88510'], UT: ['84111'], VT: ['05401', '05602'] },
  ...{ VA: ['23219', '20101'], WA: ['98104'], WV: ['25301'], WI: ['53703'], WY: ['82001'] },
  ...{ AS: ['96799'], GU: ['96910'], MP: ['96950'], PR: ['00901', '00601'], VI: ['00802'] },
};

test.each(Object.entries(KNOWN))('%s: %j', (state, codes) => {
  expect(codes.map(stateOfPostalCode)).toEqual(codes.map(() => state));
});

test('every state that the questionnaire offers is among them', async () => {
  const { questionnaire } = await shippedContent();
  const states = questionnaire.questions.filter(({ uses }) => uses.includes('state')).flatMap(({ options }) => options);
  const ids = states.map(({ id }) => id).filter((id) => /^[A-Z]{2}$/.test(id));
  expect(ids.length).toBeGreaterThanOrEqual(56);
  expect(ids.filter((id) => KNOWN[id] === undefined)).toEqual([]);
});

test('military mail and codes below the first lie in no state', () => {
  expect(['09012', '34002', '96201', '00000', '00400'].map(stateOfPostalCode)).toEqual(Array(5).fill(undefined));
});
