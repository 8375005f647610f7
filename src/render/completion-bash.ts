/** The completion script of bash. It needs nothing besides bash 4. */

import {
  allCommands,
  type CommandNode,
  type CommandTree,
  type CommandValue,
  type PlacedCommand,
} from './command-tree.ts';

/** Writes the script. */
export function completionBash({ program }: CommandTree): string {
  const commands = allCommands(program);
  return `# bash completion of ${program.name}; written by \`${program.name} completion bash\`.
_${program.name}() {
  local word=\${COMP_WORDS[COMP_CWORD]} at='${program.name}' option='' value='' i
  local -i given=0
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    value=\${COMP_WORDS[i]}
    # bash hands over \`--format=json\` as three words.
    if [[ $value == '=' ]]; then continue; fi
    if [[ -n $option ]]; then option=''; continue; fi
    case "$at $value" in
${valued(commands)}
      *' -'*) continue ;;
${steps(commands)}
      *) given+=1 ;;
    esac
  done
  if [[ $word == '=' ]]; then word=''; fi
  if [[ -n $option ]]; then
    case "$option" in
${values(commands)}
    esac
    return
  fi
  if [[ $word == -* ]]; then
    case "$at" in
${options(commands)}
    esac
    return
  fi
  case "$at" in
${words(commands)}
  esac
}

# Lines are compared and never expanded: \`compgen -W\` would run what stands in them.
_${program.name}_offer() {
  local line
  while IFS= read -r line; do
    if [[ -n $line && $line == "$2"* ]]; then COMPREPLY+=("$line"); fi
  done <<< "$1"
}

_${program.name}_files() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen "$1" -- "$2")
}

_${program.name}_list() {
  _${program.name}_offer "$(${program.name} completion --list "$1" 2>/dev/null | cut -d : -f 1)" "$2"
}

complete -F _${program.name} ${program.name}
`;
}

/** The options that take the next word, each with the command at which it stands. */
function valued(commands: readonly PlacedCommand[]): string {
  return commands
    .flatMap(({ path, command }) =>
      command.options.flatMap(({ short, long, value }) =>
        value === null ? [] : [short, long].flatMap((one) => (one === null ? [] : [quoted([...path, one])])),
      ),
    )
    .map((pattern) => `      ${pattern}) option=$at' '$value ;;`)
    .join('\n');
}

function steps(commands: readonly PlacedCommand[]): string {
  return commands
    .filter(({ path }) => path.length > 1)
    .map(({ path }) => `      ${quoted(path)}) at=${quoted(path)} given=0 ;;`)
    .join('\n');
}

function values(commands: readonly PlacedCommand[]): string {
  return commands
    .flatMap(({ path, command }) =>
      command.options.flatMap(({ short, long, value }) => {
        const patterns = [short, long].flatMap((one) => (one === null ? [] : [quoted([...path, one])]));
        return value === null ? [] : [`      ${patterns.join(' | ')}) ${offer(value, path[0] ?? '')} ;;`];
      }),
    )
    .join('\n');
}

function options(commands: readonly PlacedCommand[]): string {
  return commands
    .map(({ path, command }) => {
      const names = command.options.flatMap(({ short, long }) => (short === null ? [long] : [short, long]));
      return `      ${quoted(path)}) ${offerWords(names, path[0] ?? '')} ;;`;
    })
    .join('\n');
}

/** After a command come its subcommands or its arguments, whichever it has. */
function words(commands: readonly PlacedCommand[]): string {
  return commands
    .map(({ path, command }) => `    ${quoted(path)}) ${wordsAfter(command, path[0] ?? '')} ;;`)
    .join('\n');
}

function wordsAfter(command: CommandNode, name: string): string {
  if (command.commands.length > 0)
    return offerWords(
      command.commands.map((sub) => sub.name),
      name,
    );
  const offers = command.arguments.map((argument, place) => {
    const test = argument.isVariadic ? `given >= ${place}` : `given == ${place}`;
    return `if ((${test})); then ${offer(argument, name)}; fi`;
  });
  return offers.length === 0 ? ':' : offers.join('; ');
}

function offer({ completes, choices }: CommandValue, name: string): string {
  switch (completes) {
    case 'free':
      return ':';
    case 'choices':
      return offerWords(choices, name);
    case 'file':
      return `_${name}_files -f "$word"`;
    case 'folder':
      return `_${name}_files -d "$word"`;
    default:
      return `_${name}_list ${completes} "$word"`;
  }
}

function offerWords(offered: readonly string[], name: string): string {
  return `_${name}_offer $'${offered.map((word) => word.replaceAll("'", "\\'")).join('\\n')}' "$word"`;
}

/** Words as one word of bash; no command or option holds a quote. */
function quoted(path: readonly string[]): string {
  return `'${path.join(' ')}'`;
}
