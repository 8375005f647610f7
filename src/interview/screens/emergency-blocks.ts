/** What is said in an emergency: what happened, what to say, where they are, whom to call, what was done. */

import type { Dialogue } from '../dialogue-model.ts';
import { actionsNow } from '../emergency-actions.ts';
import type { Block } from '../screen.ts';
import { emergencyLog } from './emergency-log.ts';
import { firstWords } from './first-words.ts';
import { isPanelUnused } from './overlay-moves.ts';
import { causeInWords } from './told.ts';
import { concernsOther, whereabouts } from './whereabouts.ts';

/** Everything but the steps, which are ticked off in the field: in the order in which it is needed. */
export function emergencyBlocks(dialogue: Dialogue): readonly Block[] {
  const { title, lines, notices } = dialogue.setting.texts.emergency;
  const afterwards = isPanelUnused(dialogue) ? [] : [dialogue.setting.words.emergency.afterwards];
  return [
    { kind: 'alarm', text: title },
    ...stopBlocks(dialogue),
    ...whereabouts(dialogue),
    ...logBlocks(dialogue),
    { kind: 'text', text: lines.join(' · ') },
    ...[...notices, ...afterwards].map((text) => ({ kind: 'help' as const, text })),
  ];
}

/** What stopped the call, and what to do in this very case as it is said to the caller; nothing in a panel that was opened. */
function stopBlocks(dialogue: Dialogue): readonly Block[] {
  const { setting, state } = dialogue;
  if (state.isPanelOpen || state.place.kind !== 'stopped') return [];
  const { actions, actionsForOther } = setting.texts.emergency;
  const said = concernsOther(dialogue) ? actionsForOther : actions;
  return [
    { kind: 'text', text: causeInWords(dialogue, state.place.by) },
    ...actionsNow(setting.call, state).map((id) => ({ kind: 'say' as const, text: said[id] })),
  ];
}

/** More entries of earlier emergencies than these would push the steps off the screen; the review has all of them. */
const MOST_EARLIER = 3;

/** What was written down beside the steps, with the time; and of earlier emergencies, whose steps are not ticked, the last entries. */
function logBlocks(dialogue: Dialogue): readonly Block[] {
  const { setting } = dialogue;
  const said = setting.words.emergency;
  const steps = setting.texts.emergency.steps.map(firstWords);
  const { earlier, now } = emergencyLog(dialogue);
  const items = [
    ...earlier.slice(-MOST_EARLIER).map(({ done, at }) => said.earlier(`${setting.clock(at)} ${done}`)),
    ...now.filter(({ done }) => !steps.includes(done)).map(({ done, at }) => `${setting.clock(at)} ${done}`),
  ];
  return items.length === 0
    ? []
    : [
        { kind: 'text', text: said.doneSoFar },
        { kind: 'list', items },
      ];
}
