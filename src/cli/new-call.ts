/** Prepares a call that begins now, taken or played. */

import { type ExampleCaller, exampleCallers } from '../analysis/example-callers.ts';
import { createCall, startCall } from '../interview/call.ts';
import type { Coach } from '../interview/dialogue-model.ts';
import { headerLine, type JournalHeader } from '../interview/journal.ts';
import { replyIn } from '../interview/replies.ts';
import type { Words } from '../interview/words/words.ts';
import { now } from '../io/clock.ts';
import { absolutePath } from '../io/installed.ts';
import { createSession } from '../io/sessions.ts';
import { stateFolder } from '../io/state-folder.ts';
import { suggest } from '../problems/did-you-mean.ts';
import type { InterviewOptions } from './add-interview.ts';
import { type CallGround, contentFor, groundFor } from './call-ground.ts';
import { languageFor } from './languages.ts';
import { DEFAULT_POLICY } from './options.ts';
import type { PreparedCall } from './prepared-call.ts';
import { notReady, type Ready, ready, readyFrom } from './ready.ts';
import { beginRecording, noRecorder } from './recorder.ts';
import { policyVersion, questionnaireVersion } from './saved-call.ts';

/** Loads everything and, unless an example caller answers, begins the journal. */
export async function newCall(options: InterviewOptions): Promise<Ready<PreparedCall>> {
  const loaded = readyFrom(await contentFor(options));
  if (!loaded.ok) return loaded;
  const ground = readyFrom(groundFor(loaded.value, options.policy ?? DEFAULT_POLICY));
  if (!ground.ok) return ground;
  const language = languageFor(loaded.value.content.questionnaire, options.language);
  if (!language.ok) return language;
  const basis = { ground: ground.value, language: language.value, options };
  return options.example === undefined ? ready(recorded(basis)) : played(basis, options.example);
}

interface Basis {
  readonly ground: CallGround;
  readonly language: string;
  readonly options: InterviewOptions;
}

/** Where the journal cannot be begun yet, the call is taken all the same: every screen says that it is not saved. */
function recorded(basis: Basis): PreparedCall {
  const at = now();
  const folder = stateFolder();
  const recording = beginRecording((lines) =>
    createSession(folder, (id) => headerLine(headerOf(basis, id, at)) + lines),
  );
  return { ...begin(basis, at), ...recording };
}

function begin({ ground, language, options }: Basis, at: number) {
  const call = createCall(ground.compiled, { brief: options.brief ?? false });
  return { ground, call, state: startCall(call, at, language), notices: [], ...siteMark(options) };
}

/** The site and its number stand above every screen, to be read to a caller who asks. */
function siteMark({ site }: InterviewOptions): Pick<PreparedCall, 'mark'> {
  const mark = [site?.name, site?.phone].filter((one) => one !== undefined).join(', ');
  return mark === '' ? {} : { mark: () => mark };
}

function headerOf({ ground, language, options }: Basis, id: string, startedAt: number): JournalHeader {
  const { content, policy } = ground;
  return {
    id,
    startedAt,
    questionnaire: questionnaireVersion(content.questionnaire),
    policy: policyVersion(policy),
    brief: options.brief ?? false,
    language,
    ...(options.directory === undefined ? {} : { directory: oneOrAll(options.directory.map(absolutePath)) }),
  };
}

async function played(basis: Basis, name: string): Promise<Ready<PreparedCall>> {
  const { content } = basis.ground;
  const cases = readyFrom(await content.cases());
  if (!cases.ok) return cases;
  const examples = exampleCallers(cases.value?.value ?? [], content.questionnaire);
  const example = examples.find((one) => one.name === name);
  if (example === undefined) return notReady(noSuchExample(name, examples));
  const begun = begin(basis, now());
  const mark = ({ frame }: Words): string => frame.example(name);
  return ready({ ...begun, recorder: noRecorder(), release: () => {}, mark, coach: coachBy(example) });
}

function noSuchExample(name: string, examples: readonly ExampleCaller[]): string {
  const width = Math.max(0, ...examples.map((one) => one.name.length));
  const list = examples.map((one) => `  ${one.name.padEnd(width)}  ${one.title}\n`).join('');
  const guess = suggest(
    name,
    examples.map((one) => one.name),
  );
  return `intakeline: there is no example caller \`${name}\`\n${guess === undefined ? '' : `  ${guess}\n`}${list}`;
}

/** What an example caller says; where they say nothing, their call ends as it was meant to. */
function coachBy({ answers }: ExampleCaller): Coach {
  const { ended } = answers;
  return (question) => replyIn(answers, question) ?? (ended === undefined ? undefined : { ended });
}

/** One path is written as it was before there could be several. */
function oneOrAll(paths: readonly string[]): string | readonly string[] {
  const [first] = paths;
  return first !== undefined && paths.length === 1 ? first : paths;
}
