/** The manual page: every command with what may be written after it, in the macros of man(7). */

import {
  allCommands,
  type CommandNode,
  type CommandOption,
  type CommandTree,
  type PlacedCommand,
} from './command-tree.ts';

/** Writes the page for section 1. */
export function manPage({ version, program, statuses }: CommandTree): string {
  const commands = allCommands(program).filter(({ path }) => path.length > 1);
  return [
    `.TH ${program.name.toUpperCase()} 1 "" "${program.name} ${escaped(version)}" "User Commands"`,
    '.SH NAME',
    `${program.name} \\- ${escaped(firstSmall(program.description))}`,
    '.SH SYNOPSIS',
    `.B ${program.name}`,
    '.I command',
    '.RI [ options ]',
    '.SH DESCRIPTION',
    escaped(program.description),
    '.SH OPTIONS',
    ...program.options.flatMap(optionLines),
    '.SH COMMANDS',
    ...commands.flatMap(commandLines),
    '.SH EXIT STATUS',
    ...statuses.flatMap(({ status, says }) => ['.TP', `.B ${status}`, escaped(says)]),
    ...program.notes.flatMap((note) => noteLines(note, '.SH')),
    '',
  ].join('\n');
}

function commandLines({ path, command }: PlacedCommand): readonly string[] {
  const own = command.options.filter(({ long }) => long !== '--help');
  return [
    `.SS ${escaped(synopsisOf(path, command))}`,
    escaped(command.description),
    ...command.arguments.flatMap(({ shown, says }) => ['.TP', `.I ${escaped(shown)}`, escaped(says)]),
    ...own.filter(isOwn).flatMap(optionLines),
    ...command.notes.flatMap((note) => noteLines(note, '.PP')),
  ];
}

/** Options of every command stand at the top of the page. */
function isOwn({ long }: CommandOption): boolean {
  return long !== '--no-color' && long !== '--debug';
}

/** The words of a command line, with what may follow. */
export function synopsisOf(path: readonly string[], command: CommandNode): string {
  const rest = command.commands.length > 0 ? ['<command>'] : command.arguments.map(({ shown }) => shown);
  return [...path, ...rest].join(' ');
}

function optionLines({ short, long, says, value }: CommandOption): readonly string[] {
  const names = short === null ? long : `${short}, ${long}`;
  const after = value === null ? '' : ` \\fI${escaped(value.shown)}\\fR`;
  return ['.TP', `\\fB${escaped(names)}\\fR${after}`, escaped(says)];
}

/** A block as the help has it; its first line is a heading where it ends with a colon. */
function noteLines(note: string, heading: '.SH' | '.PP'): readonly string[] {
  const [first = '', ...rest] = note.split('\n');
  const titled = first.endsWith(':');
  const title =
    heading === '.SH' && titled
      ? [`.SH ${escaped(first.slice(0, -1).toUpperCase())}`]
      : ['.PP', ...(titled ? [escaped(first)] : [])];
  const lines = titled ? rest : [first, ...rest];
  return [...title, '.nf', ...lines.map(escaped), '.fi'];
}

/** Text in which no character is a command of the formatter, each hyphen one that can be copied. */
function escaped(text: string): string {
  const plain = text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll('’', '\\(cq').replaceAll('`', '\\(ga');
  return /^[.']/.test(plain) ? `\\&${plain}` : plain;
}

function firstSmall(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;
}
