/** The completion script of fish. */

import { allCommands, type CommandTree, type CommandValue, type PlacedCommand } from './command-tree.ts';

/** Writes the script. */
export function completionFish({ program }: CommandTree): string {
  const commands = allCommands(program);
  const { name } = program;
  return `# fish completion of ${name}; written by \`${name} completion fish\`.
function __${name}_at --description 'Whether the command line has come to these words'
    set -l at ${name}
    set -l skip 0
    for word in (commandline -opc)[2..-1]
        if test $skip = 1
            set skip 0
            continue
        end
        switch "$at $word"
${valued(commands)}
            case '* -*'
${steps(commands)}
        end
    end
    test "$at" = "$argv"
end

function __${name}_list
    ${name} completion --list $argv 2>/dev/null | string replace ': ' \\t
end

complete -c ${name} -f
${commands.map(completions).join('\n')}
`;
}

function valued(commands: readonly PlacedCommand[]): string {
  return commands
    .flatMap(({ path, command }) =>
      command.options.flatMap(({ short, long, value }) =>
        value === null ? [] : [short, long].flatMap((one) => (one === null ? [] : [quoted([...path, one].join(' '))])),
      ),
    )
    .map((pattern) => `            case ${pattern}\n                set skip 1`)
    .join('\n');
}

function steps(commands: readonly PlacedCommand[]): string {
  return commands
    .filter(({ path }) => path.length > 1)
    .map(({ path }) => `            case ${quoted(path.join(' '))}\n                set at ${quoted(path.join(' '))}`)
    .join('\n');
}

function completions({ path, command }: PlacedCommand): string {
  const [name = ''] = path;
  const start = `complete -c ${name} -n ${quoted(`__${name}_at ${path.join(' ')}`)}`;
  return [
    ...command.commands.map((sub) => `${start} -a ${quoted(sub.name)} -d ${quoted(sub.summary)}`),
    ...command.options.map(({ short, long, says, value }) => {
      const letter = short === null ? '' : ` -s ${short.slice(1)}`;
      return `${start}${letter} -l ${long.slice(2)}${value === null ? '' : optionValue(value, name)} -d ${quoted(says)}`;
    }),
    ...command.arguments.flatMap((argument) => {
      const offered = argumentValue(argument, name);
      return offered === '' ? [] : [`${start}${offered}`];
    }),
  ].join('\n');
}

/** `-x`: takes a value, and no files are offered for it; `-r`: takes a value, and files are; `-F` offers files in spite of `-f`. */
function optionValue(value: CommandValue, name: string): string {
  switch (value.completes) {
    case 'free':
      return ' -x';
    case 'file':
      return ' -r -F';
    default:
      return ` -x${argumentValue(value, name)}`;
  }
}

function argumentValue({ completes, choices }: CommandValue, name: string): string {
  switch (completes) {
    case 'free':
      return '';
    case 'choices':
      return ` -a ${quoted(choices.join(' '))}`;
    case 'file':
      return ' -F';
    case 'folder':
      return ` -a ${quoted('(__fish_complete_directories)')}`;
    default:
      return ` -a ${quoted(`(__${name}_list ${completes})`)}`;
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
