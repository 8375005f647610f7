/** A question of the script: what to read aloud, and the field for the answer. */

import { inLanguage } from '../../questionnaire/in-words.ts';
import type { Question } from '../../questionnaire/model.ts';
import { askOf } from '../ask.ts';
import type { Dialogue } from '../dialogue-model.ts';
import type { CallEvent, Reply } from '../model.ts';
import { replyInWords } from '../reply-in-words.ts';
import type { Block } from '../screen.ts';
import { withCallBack } from './call-back.ts';
import { dispositionOf } from './disposition.ts';
import { placeCommands } from './place-commands.ts';
import { type Kept, questionField, readReply } from './question-field.ts';
import { scripts, sectionTitle } from './scripts.ts';
import { earlierEmergency } from './told.ts';
import type { Commands, Filled, Move, View } from './view.ts';

/** What Enter on an untouched field stands for: the example caller's reply, or the earlier one. */
interface Proposal {
  readonly kept: Kept;
  readonly event: CallEvent;
  /** What the example caller says, in words. */
  readonly heard: string | undefined;
}

/** The screen of a question. */
export function questionView(dialogue: Dialogue, question: Question): View {
  const { language, words } = dialogue.setting;
  const proposal = proposalFor(dialogue, question);
  const typed = dialogue.typed.get(question.id);
  return {
    section: sectionTitle(dialogue, question),
    isAlarm: false,
    isFresh: question.safety,
    notices: [...earlierEmergency(dialogue), ...afreshNotices(dialogue)],
    blocks: [
      { kind: 'say', text: scripts(dialogue)(question) },
      ...otherWording(dialogue, question),
      ...heardBlocks(dialogue, proposal),
    ],
    field: questionField(question, { language, words: words.fields, kept: proposal?.kept, typed }),
    line: question.id,
    fill: (input) => fillQuestion(dialogue, question, input, proposal),
    commands: { ...placeCommands(dialogue), ...replyCommands(dialogue, question) },
  };
}

function afreshNotices({ setting, state }: Dialogue): readonly string[] {
  const ask = askOf(setting.call, state);
  if (ask.kind !== 'question' || ask.earlier === undefined || !state.again.has(ask.id)) return [];
  const { mayConfirm, notUsed } = setting.words.screens.question;
  return [ask.mayKeep ? mayConfirm : notUsed];
}

function otherWording({ reworded, setting }: Dialogue, { id, probe, help }: Question): readonly Block[] {
  if (reworded !== id) return [];
  return [
    ...(probe === undefined ? [] : [{ kind: 'probe' as const, text: inLanguage(probe, setting.language) }]),
    ...(help === undefined ? [] : [{ kind: 'help' as const, text: inLanguage(help, setting.language) }]),
  ];
}

function heardBlocks({ setting }: Dialogue, proposal: Proposal | undefined): readonly Block[] {
  const { heard } = setting.words.screens.question;
  return proposal?.heard === undefined ? [] : [{ kind: 'text', text: heard(proposal.heard) }];
}

function proposalFor(dialogue: Dialogue, question: Question): Proposal | undefined {
  const { coach, call } = dialogue.setting;
  const coached = coach?.(question.id);
  if (coached !== undefined)
    return 'ended' in coached ? endingProposal(dialogue, coached.ended) : replyProposal(dialogue, question, coached);
  const ask = askOf(call, dialogue.state);
  if (ask.kind !== 'question' || ask.earlier === undefined || !ask.mayKeep) return undefined;
  return { kept: { reply: ask.earlier }, event: { kind: 'kept', question: question.id }, heard: undefined };
}

function replyProposal({ setting }: Dialogue, question: Question, reply: Reply): Proposal {
  return {
    kept: { reply },
    event: { kind: 'answered', question: question.id, reply },
    heard: replyInWords(question, reply, setting.language),
  };
}

function endingProposal(dialogue: Dialogue, id: string): Proposal {
  const said = dialogue.setting.words.screens.question;
  const words = said.ends(inLanguage(dispositionOf(dialogue, id)?.title ?? id, dialogue.setting.language));
  return { kept: { words }, event: { kind: 'ended', disposition: id }, heard: said.nothingMore(words) };
}

function fillQuestion(
  { setting, state }: Dialogue,
  question: Question,
  input: Filled,
  proposal: Proposal | undefined,
): Move | undefined {
  if (input.kind === 'kept')
    return proposal === undefined ? undefined : { events: withCallBack(setting.call, state, proposal.event) };
  const read = readReply(question, input, { today: setting.today, words: setting.words.fields });
  if (read === undefined) return undefined;
  if ('reply' in read) return { events: withCallBack(setting.call, state, answered(question, read.reply)) };
  const typed = read.typed === undefined ? undefined : { line: question.id, text: read.typed };
  return { notices: [read.notice], ...(typed === undefined ? {} : { typed }) };
}

function answered({ id }: Question, reply: Reply): CallEvent {
  return { kind: 'answered', question: id, reply };
}

function replyCommands(dialogue: Dialogue, question: Question): Commands {
  const { setting, state } = dialogue;
  const { probe, help } = question;
  const unknown = (reason: 'unsure' | 'declined') => (): Move => ({
    events: withCallBack(setting.call, state, answered(question, { unknown: reason })),
  });
  return {
    unsure: unknown('unsure'),
    declined: unknown('declined'),
    ...(probe === undefined && help === undefined ? {} : { reword: () => rewordMove(dialogue, question.id) }),
  };
}

/** Shows the other wording of a question, or hides it again. */
export function rewordMove({ reworded }: Dialogue, id: string): Move {
  return { reworded: reworded === id ? undefined : id, overlays: [] };
}
