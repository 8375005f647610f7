/** What is said in an emergency: what happened, where they are, whom to call, what was done. Nothing is worked out for it. */

import { ACTIONS, type Action } from '../../policy/care-lists.ts';
import { askedSentence } from '../../questionnaire/asked-sentence.ts';
import { answerInWords, inLanguage } from '../../questionnaire/in-words.ts';
import type { Answers } from '../../questionnaire/model.ts';
import type { Use } from '../../questionnaire/schema.ts';
import { isThirdParty, scriptFor, usedAnswers } from '../../questionnaire/used-answers.ts';
import type { Dialogue } from '../dialogue-model.ts';
import { actionsNow } from '../emergency-actions.ts';
import type { StopCause } from '../model.ts';
import type { Block } from '../screen.ts';
import { firstWords } from './first-words.ts';
import { questionnaireOf, questionOf } from './scripts.ts';

/** Everything but the steps: those are ticked off in the field. */
export function emergencyBlocks(dialogue: Dialogue): readonly Block[] {
  const { title, lines, notices } = dialogue.setting.texts.emergency;
  const log = otherEntries(dialogue);
  return [
    { kind: 'alarm', text: title },
    ...causeBlocks(dialogue),
    ...actionBlocks(dialogue),
    ...whereabouts(dialogue).map((text) => ({ kind: 'text' as const, text })),
    { kind: 'list', items: lines },
    ...(log.length === 0
      ? []
      : [
          { kind: 'text' as const, text: 'Done so far:' },
          { kind: 'list' as const, items: log },
        ]),
    ...notices.map((text) => ({ kind: 'help' as const, text })),
  ];
}

/** What stopped the call; nothing where the counselor opened the panel. */
function causeBlocks(dialogue: Dialogue): readonly Block[] {
  const { isPanelOpen, place } = dialogue.state;
  return isPanelOpen || place.kind !== 'stopped' ? [] : [{ kind: 'text', text: causeInWords(dialogue, place.by) }];
}

/** What to do in this very case, as it is said to the caller; a stop's were worked out before the call. */
function actionBlocks({ setting, state }: Dialogue): readonly Block[] {
  const { isPanelOpen, place } = state;
  if (isPanelOpen || place.kind !== 'stopped') return [];
  return actionsFor({ setting, state }, place.by).map((id) => ({
    kind: 'say',
    text: setting.texts.emergency.actions[id],
  }));
}

function actionsFor({ setting, state }: Pick<Dialogue, 'setting' | 'state'>, by: StopCause): readonly Action[] {
  if (by.kind === 'rules') return actionsNow(setting.call, state);
  const named = new Set(by.options.flatMap((option) => setting.stopActions.get(`${by.question}.${option}`) ?? []));
  return ACTIONS.filter((action) => named.has(action));
}

function causeInWords(dialogue: Dialogue, by: StopCause): string {
  if (by.kind === 'rules') return 'The answers add up to an emergency.';
  const question = questionOf(dialogue, by.question);
  const { language } = dialogue.setting;
  if (question === undefined) return 'An answer stopped the call.';
  const named = question.options.filter(({ id }) => by.options.includes(id));
  const said = `Said: ${named.map(({ label }) => inLanguage(label, language)).join('; ')}`;
  if (question.type !== 'yes-no') return said;
  const aboutOther = isThirdParty(questionnaireOf(dialogue), repliesAsTheyAre(dialogue));
  return `${said}, to: ${askedSentence(inLanguage(scriptFor(question, aboutOther), language))}`;
}

/** Where help would have to go and how to call back, from the replies as they are. Home need not be where they are. */
function whereabouts(dialogue: Dialogue): readonly string[] {
  const said = (use: Use, as = (words: string): string => words): readonly string[] => {
    const words = wordsFor(dialogue, use);
    return words === '' ? [] : [as(words)];
  };
  const home = [
    ...said('state', (state) => `lives in ${state}`),
    ...said('postal_code', (code) => `ZIP code at home ${code}`),
  ];
  const [place = 'not known'] = said('location');
  const number = [...said('callback'), ...said('callback_message')];
  return [`Where: ${[place, ...home].join('; ')}`, ...(number.length === 0 ? [] : [`Call back: ${number.join('; ')}`])];
}

function wordsFor(dialogue: Dialogue, use: Use): string {
  return usedAnswers(questionnaireOf(dialogue), repliesAsTheyAre(dialogue), use)
    .map(({ question, value }) => answerInWords(question, value, dialogue.setting.language))
    .join('; ');
}

/** Every value that was given, without asking whether its question still applies, which would have to be worked out. */
function repliesAsTheyAre(dialogue: Dialogue): Answers {
  const values = [...dialogue.state.given].flatMap(([id, { reply }]) =>
    'said' in reply ? [[id, reply.said] as const] : [],
  );
  return {
    questionnaire: questionnaireOf(dialogue).id,
    values: new Map(values),
    unknown: new Map(),
    unknownOptions: new Map(),
  };
}

/** What was written down beside the steps, with the time. */
function otherEntries({ setting, state }: Dialogue): readonly string[] {
  const steps = setting.texts.emergency.steps.map(firstWords);
  return state.panelLog
    .filter(({ done }) => !steps.includes(done))
    .map(({ done, at }) => `${setting.clock(at)} ${done}`);
}
