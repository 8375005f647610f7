/** What is said to whoever is on the line in an emergency. */

import type { Text } from '../questionnaire/schema.ts';
import type { Action } from './care-lists.ts';
import type { Emergency } from './texts.ts';

/** The sentences of an action: to the person in danger, or to somebody who calls about that person. */
export function actionText(
  emergency: Pick<Emergency, 'actions' | 'actionsForOther'>,
  action: Action,
  aboutOther: boolean,
): Text {
  return (aboutOther ? emergency.actionsForOther : emergency.actions)[action];
}
