/** A hand-off, begun: which program of the referral, or which other one, was asked to take the caller. */

import type { Dialogue } from '../dialogue-model.ts';
import { nextProgram, type OfferedProgram, type RecordedHandOff } from '../hand-off.ts';
import type { Block } from '../screen.ts';
import { laidOver, overlayCommands, overlaysOn } from './overlay-moves.ts';
import { type Choice, choicesField, type View } from './view.ts';

/** The line that leads there, once it is known how the call ends. */
export function handOffChoice(dialogue: Dialogue): readonly Choice[] {
  const { kind } = dialogue.state.place;
  if (kind !== 'review' && kind !== 'disposition') return [];
  const below = overlaysOn(dialogue).filter((overlay) => overlay.kind !== 'menu');
  const move = { overlays: [...below, { kind: 'hand-off-program' } as const] };
  return [{ id: 'hand-off', label: dialogue.setting.words.handOff.menu, move }];
}

/** The programs of the referral, those that were asked with what they said, and any other one. */
export function handOffProgramView(dialogue: Dialogue): View {
  const words = dialogue.setting.words.handOff;
  return {
    ...handOffFrame(dialogue, [{ kind: 'title', text: words.which }]),
    ...choicesField([
      ...offeredPrograms(dialogue).map((program) => programChoice(dialogue, program)),
      { id: 'other-program', label: words.other, move: laidOver(dialogue, { kind: 'hand-off-name' }) },
    ]),
  };
}

/** What every step of a hand-off has in common. */
export function handOffFrame(dialogue: Dialogue, blocks: readonly Block[]): Omit<View, 'field' | 'line' | 'fill'> {
  return {
    section: dialogue.setting.words.handOff.section,
    isAlarm: false,
    isFresh: false,
    notices: [],
    blocks,
    commands: { ...overlayCommands(dialogue), close: () => ({ overlays: [] }) },
  };
}

/** What was recorded so far, a line each. */
export function handOffBlocks(dialogue: Dialogue): readonly Block[] {
  const items = dialogue.state.handOffs.map((handOff) => `${handOff.program}: ${saidBy(dialogue, handOff)}`);
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** Which program is to be tried after what was recorded; undefined where all of the referral were asked. */
export function programToTry({ setting, state }: Dialogue, asked: string | undefined): OfferedProgram | undefined {
  const all = [...state.handOffs, ...(asked === undefined ? [] : [{ programId: asked }])];
  return nextProgram(setting.offered(state), all);
}

/** A program as it is dialled. */
export function dialled({ name, phone }: OfferedProgram): string {
  return phone === undefined ? name : `${name}, ${phone}`;
}

function offeredPrograms({ setting, state }: Dialogue): readonly OfferedProgram[] {
  return setting.offered(state);
}

function programChoice(dialogue: Dialogue, program: OfferedProgram): Choice {
  const words = dialogue.setting.words.handOff;
  const last = dialogue.state.handOffs.findLast(({ programId }) => programId === program.id);
  return {
    id: `program-${program.id}`,
    label: dialled(program),
    synonyms: [program.id, program.name],
    detail: last === undefined ? words.chosenFor[program.chosenAs] : saidBy(dialogue, last),
    move: laidOver(dialogue, {
      kind: 'hand-off-outcome',
      handOff: { program: program.name, programId: program.id },
    }),
  };
}

function saidBy({ setting }: Dialogue, { outcome, by, at }: RecordedHandOff): string {
  const said = setting.words.handOff.tried(setting.words.handOff.outcomes[outcome], setting.clock(at));
  return by === undefined ? said : `${said} (${by})`;
}
