/** The field of a question, by its type, and the reply that is read from what was filled in. */

import { rejections } from '../../questionnaire/accept-answer.ts';
import { inLanguage } from '../../questionnaire/in-words.ts';
import type { Question } from '../../questionnaire/model.ts';
import type { Reply } from '../model.ts';
import { needOf, readTyped, type TypedOn, typedHint } from '../read-typed.ts';
import { replyInWords } from '../reply-in-words.ts';
import type { Field, FieldOption } from '../screen.ts';
import type { Words } from '../words/words.ts';
import type { Filled } from './view.ts';

/** What stands after Enter on an untouched field: a reply, or something else in words. */
export type Kept = { readonly reply: Reply } | { readonly words: string };

interface FieldSetting {
  readonly language: string;
  readonly words: Words['fields'];
  readonly kept: Kept | undefined;
  /** A line that was typed and not accepted. */
  readonly typed: string | undefined;
}

/** The field in which a question is answered; no answer is chosen beforehand. */
export function questionField(question: Question, { language, words, kept, typed }: FieldSetting): Field {
  const options = question.options.map((option) => fieldOption(option, language));
  switch (question.type) {
    case 'yes-no':
    case 'choice':
      return { kind: 'one', options, kept: keptWords(question, kept, language) };
    case 'choices':
      return {
        kind: 'some',
        options,
        none: inLanguage(question.none ?? words.none, language),
        kept: keptTicks(question, kept),
      };
    case 'number':
    case 'text':
    case 'date':
    case 'phone':
      return {
        kind: 'line',
        of: question.type,
        hint: typedHint(question, words),
        kept: keptWords(question, kept, language),
        ...(typed === undefined ? {} : { typed }),
      };
    default:
      return question.type satisfies never;
  }
}

function fieldOption({ id, label, synonyms }: Question['options'][number], language: string): FieldOption {
  return { id, label: inLanguage(label, language), synonyms };
}

function keptWords(question: Question, kept: Kept | undefined, language: string): string | undefined {
  if (kept === undefined) return undefined;
  return 'words' in kept ? kept.words : replyInWords(question, kept.reply, language);
}

/** A field of several answers shows what is kept as ticks: without an answer, every option is unsure. */
function keptTicks({ options }: Question, kept: Kept | undefined): Extract<Field, { kind: 'some' }>['kept'] {
  if (kept === undefined) return undefined;
  if ('words' in kept || 'unknown' in kept.reply) return { ids: [], unsure: options.map(({ id }) => id) };
  const { said, unsure = [] } = kept.reply;
  return { ids: typeof said === 'object' ? said : [], unsure };
}

export type ReadReply = { readonly reply: Reply } | { readonly notice: string; readonly typed?: string };

/** Reads the reply to a question; undefined where the input is for another kind of field. */
export function readReply(question: Question, input: Filled, on: TypedOn): ReadReply | undefined {
  switch (input.kind) {
    case 'chose':
      return question.kind.kind === 'values' ? accepted(question, { said: input.id }, on) : undefined;
    case 'ticked':
      return question.kind.kind === 'options' ? readTicks(question, input, on) : undefined;
    case 'typed':
      return question.kind.kind === 'number' || question.kind.kind === 'unreadable'
        ? readLine(question, input.text, on)
        : undefined;
    case 'kept':
      return undefined;
    default:
      return input satisfies never;
  }
}

function readLine(question: Question, text: string, on: TypedOn): ReadReply {
  const read = readTyped(question, text, on);
  return 'value' in read ? { reply: { said: read.value } } : { ...read, typed: text };
}

/** What was ticked is said, whatever was unsure of it before; unsure about everything is no answer. */
function readTicks(question: Question, { ids, unsure }: Extract<Filled, { kind: 'ticked' }>, on: TypedOn): ReadReply {
  const order = (chosen: readonly string[]): readonly string[] => [
    ...question.options.map(({ id }) => id).filter((id) => chosen.includes(id)),
    ...chosen.filter((id) => question.options.every((option) => option.id !== id)),
  ];
  const open = order(unsure.filter((id) => !ids.includes(id)));
  if (ids.length === 0 && open.length === question.options.length) return { reply: { unknown: 'unsure' } };
  const stray = accepted(question, { said: open }, on);
  if (!('reply' in stray)) return stray;
  return accepted(question, { said: order(ids), ...(open.length === 0 ? {} : { unsure: open }) }, on);
}

function accepted(question: Question, reply: Extract<Reply, { said: unknown }>, { words }: TypedOn): ReadReply {
  return rejections(question, reply.said).length === 0 ? { reply } : { notice: needOf(question, words) };
}
