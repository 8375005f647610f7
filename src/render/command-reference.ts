/** The command reference as a page: every command, its arguments and its options. */

import { allCommands, type CommandOption, type CommandTree, type PlacedCommand } from './command-tree.ts';
import { synopsisOf } from './man-page.ts';

/** Writes the page in Markdown. */
export function commandReference({ program, statuses }: CommandTree): string {
  const commands = allCommands(program).filter(({ path }) => path.length > 1);
  const everywhere = program.options;
  const isEverywhere = ({ long }: CommandOption): boolean => everywhere.some((one) => one.long === long);
  return `${[
    '# Commands',
    `Everything that can be written after \`${program.name}\`, from the command tree itself. The same stands in \`--help\` after each command and in the manual page (\`man ./docs/intakeline.1\`).`,
    commands
      .map(({ path, command }) => `- [\`${path.join(' ')}\`](#${anchorOf(path)}): ${inTable(command.summary)}`)
      .join('\n'),
    `These may stand after every command, but for \`--version\`, which stands alone.`,
    table('option', everywhere.map(optionRow)),
    ...commands.map((one) => section(one, isEverywhere)),
    '## Exit status',
    table(
      'status',
      statuses.map(({ status, says }) => [String(status), inTable(says)]),
    ),
  ].join('\n\n')}\n`;
}

/** What may stand after every command is told once. */
function section({ path, command }: PlacedCommand, isEverywhere: (option: CommandOption) => boolean): string {
  const options = command.options.filter((option) => !isEverywhere(option));
  return [
    `## ${path.join(' ')}`,
    inTable(command.description),
    `\`\`\`\n${synopsisOf(path, command)}\n\`\`\``,
    ...(command.arguments.length === 0
      ? []
      : [
          table(
            'argument',
            command.arguments.map(({ shown, says }) => [`\`${shown}\``, inTable(says)]),
          ),
        ]),
    ...(options.length === 0 ? [] : [table('option', options.map(optionRow))]),
    ...command.notes.map((note) => `\`\`\`\n${note}\n\`\`\``),
  ].join('\n\n');
}

function optionRow({ short, long, says, value }: CommandOption): readonly [string, string] {
  const names = [short, long].flatMap((one) => (one === null ? [] : [one])).join(', ');
  return [`\`${names}${value === null ? '' : ` ${value.shown}`}\``, inTable(says)];
}

function table(what: string, rows: readonly (readonly string[])[]): string {
  return [`| ${what} | |`, '|---|---|', ...rows.map((cells) => `| ${cells.join(' | ')} |`)].join('\n');
}

function anchorOf(path: readonly string[]): string {
  return path.join('-');
}

function inTable(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');
}
