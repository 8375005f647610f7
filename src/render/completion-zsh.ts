/** The completion script of zsh. */

import {
  allCommands,
  type CommandArgument,
  type CommandOption,
  type CommandTree,
  type CommandValue,
  type PlacedCommand,
} from './command-tree.ts';

/** Writes the script: a function for each command, which hands on to those of its subcommands. */
export function completionZsh({ program }: CommandTree): string {
  const { name } = program;
  return `#compdef ${name}
# zsh completion of ${name}; written by \`${name} completion zsh\`.

_${name}_list() {
  local -a offered
  offered=(\${(f)"$(_call_program values ${name} completion --list $1 2>/dev/null | sed -e 's/: /:/')"})
  _describe -t $1 $1 offered
}

${allCommands(program).map(commandFunction).join('\n\n')}

if [[ $funcstack[1] == _${name} ]]; then
  _${name} "$@"
else
  compdef _${name} ${name}
fi
`;
}

function commandFunction({ path, command }: PlacedCommand): string {
  const name = functionName(path);
  const options = command.options.flatMap((option) => optionSpecs(option, path[0] ?? ''));
  if (command.commands.length === 0) {
    const specs = [
      ...options,
      ...command.arguments.map((argument, place) => argumentSpec(argument, place, path[0] ?? '')),
    ];
    return `${name}() {\n  _arguments -S \\\n${laidOut(specs)}\n}`;
  }
  const subcommands = command.commands.map((sub) => `    ${quoted(`${sub.name}:${sub.summary}`)}`).join('\n');
  const calls = command.commands
    .map((sub) => `        ${sub.name}) ${functionName([...path, sub.name])} ;;`)
    .join('\n');
  return `${name}() {
  local context state state_descr line
  local -A opt_args
  local -a commands
  commands=(
${subcommands}
  )
  _arguments -C \\
${laidOut([...options, quoted('1: :->command'), quoted('*:: :->rest')])}
  case $state in
    command) _describe -t commands command commands ;;
    rest)
      case $line[1] in
${calls}
      esac ;;
  esac
}`;
}

function laidOut(specs: readonly string[]): string {
  return specs.map((spec) => `    ${spec}`).join(' \\\n');
}

function functionName(path: readonly string[]): string {
  return `_${path.join('_')}`;
}

function optionSpecs({ short, long, says, value }: CommandOption, program: string): readonly string[] {
  const what = `[${says.replace(/[[\]\\]/g, '\\$&')}]`;
  const after = value === null ? '' : `:${plain(value.shown)}:${action(value, program)}`;
  return [short, long].flatMap((one) =>
    one === null ? [] : [quoted(`${one}${value === null || one === short ? '' : '='}${what}${after}`)],
  );
}

function argumentSpec(argument: CommandArgument, place: number, program: string): string {
  const where = argument.isVariadic ? '*' : `${place + 1}`;
  const optional = argument.isRequired || argument.isVariadic ? ':' : '::';
  return quoted(`${where}${optional}${plain(argument.name)}:${action(argument, program)}`);
}

function action({ completes, choices }: CommandValue, program: string): string {
  switch (completes) {
    case 'free':
      return ' ';
    case 'choices':
      return `(${choices.join(' ')})`;
    case 'file':
      return '_files';
    case 'folder':
      return '_files -/';
    default:
      // After a space, the words are called as they stand.
      return ` _${program}_list ${completes}`;
  }
}

/** A word that means nothing to `_arguments`. */
function plain(text: string): string {
  return text.replace(/[^a-z -]/gi, '');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
