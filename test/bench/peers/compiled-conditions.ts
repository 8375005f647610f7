/** The ten rules of comparison.yaml, written by hand as a person would for speed: the most intensive that holds. */

import { listed, numbered, PLACES } from './rows-out.ts';

/** Decides a row by its cells; what is blank holds nowhere. */
export function levelOf(cells: readonly string[]): string {
  const cell = (place: number): string => cells[place] ?? '';
  if (cell(PLACES.in_danger) === 'Y') return 'emergency';
  const drugs = listed(cell(PLACES.drugs));
  if (cell(PLACES.symptoms) === '2' && (drugs.includes('alcohol') || drugs.includes('sedatives'))) return 'inpatient';
  const lastUse = numbered(cell(PLACES.last_use));
  if (lastUse !== null && lastUse <= 5 && listed(cell(PLACES.withdrawal_before)).includes('seizure'))
    return 'inpatient';
  if (cell(PLACES.housing) === 'homeless') {
    const signs = listed(cell(PLACES.signs));
    if (signs.includes('4') && signs.includes('5')) return 'residential';
  }
  const effect = cell(PLACES.mind_effect);
  if (effect === '3') return 'residential';
  const health = cell(PLACES.mental_health);
  if (effect === '2' && (health === 'untreated' || health === 'off')) return 'php';
  const days = numbered(cell(PLACES.drink_days));
  const drinks = numbered(cell(PLACES.drinks));
  if (cell(PLACES.main_drug) === 'A' && days !== null && days >= 20 && drinks !== null && drinks >= 5) return 'iop';
  if (cell(PLACES.opioid_use) === '2' && cell(PLACES.opioid_source) === 'street') return 'iop';
  if (cell(PLACES.injects) === 'Y') return 'iop';
  if (cell(PLACES.pregnant) === '2' || cell(PLACES.violence) === 'Y') return 'outpatient';
  return 'information';
}
