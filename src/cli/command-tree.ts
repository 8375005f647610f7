/** The command tree of the argument parser as plain values. */

import type { Argument, Command, Option } from 'commander';
import type { CommandArgument, CommandNode, CommandOption, CommandTree, CommandValue } from '../render/command-tree.ts';
import { completesArgument, completesOption } from './completed-values.ts';
import { exitStatusHelp } from './help.ts';
import { EXIT_STATUSES, type Outcome, STATUS_MEANINGS } from './outcome.ts';

/** Describes a program with all its commands; throws where a value has no entry among the completed ones. */
export function commandTree(program: Command): CommandTree {
  const outcomes = Object.keys(EXIT_STATUSES) as readonly Outcome[];
  return {
    version: program.version() ?? '',
    program: commandNode(program, [program.name()]),
    statuses: outcomes.map((outcome) => ({ status: EXIT_STATUSES[outcome], says: STATUS_MEANINGS[outcome] })),
  };
}

function commandNode(command: Command, path: readonly string[]): CommandNode {
  const help = command.createHelp();
  return {
    name: command.name(),
    summary: command.summary() || command.description(),
    description: command.description(),
    arguments: command.registeredArguments.map((argument) => commandArgument(argument, path)),
    options: [...help.visibleOptions(command), ...inherited(command)].map(commandOption),
    commands: help
      .visibleCommands(command)
      .filter((sub) => sub.name() !== 'help')
      .map((sub) => commandNode(sub, [...path, sub.name()])),
    notes: notesOf(command),
  };
}

/** What every command takes stands at the program; it has them itself already. */
function inherited(command: Command): readonly Option[] {
  return command.parent === null ? [] : command.createHelp().visibleGlobalOptions(command).filter(isNotVersion);
}

function isNotVersion({ long }: Option): boolean {
  return long !== '--version';
}

function commandArgument(argument: Argument, path: readonly string[]): CommandArgument {
  const name = argument.name();
  const dots = argument.variadic ? '...' : '';
  const value: CommandValue = {
    shown: argument.required ? `<${name}${dots}>` : `[${name}${dots}]`,
    isRequired: argument.required,
    isVariadic: argument.variadic,
    ...offered(argument.argChoices, completesArgument(path, name), `${path.join(' ')} ${name}`),
  };
  return { name, says: argument.description, ...value };
}

function commandOption(option: Option): CommandOption {
  const placeholder = /[<[](?<name>[^>\].]*)/.exec(option.flags);
  const long = option.long ?? option.flags;
  const takesValue = option.required || option.optional;
  return {
    short: option.short ?? null,
    long,
    says: described(option),
    value: takesValue ? optionValue(option, long, placeholder?.groups?.name ?? '') : null,
  };
}

function optionValue(option: Option, long: string, placeholder: string): CommandValue {
  return {
    shown: option.flags.slice(option.flags.search(/[<[]/)),
    isRequired: option.required,
    isVariadic: option.variadic,
    ...offered(option.argChoices, completesOption(long, placeholder), `${long} <${placeholder}>`),
  };
}

function offered(
  choices: readonly string[] | undefined,
  completes: CommandValue['completes'] | undefined,
  where: string,
): Pick<CommandValue, 'completes' | 'choices'> {
  if (choices !== undefined) return { completes: 'choices', choices };
  if (completes === undefined) throw new Error(`nobody has decided how ${where} is completed`);
  return { completes, choices: [] };
}

/** The description with the choices and the default, as the help has it. */
function described(option: Option): string {
  const parts = [
    ...(option.argChoices === undefined ? [] : [`one of ${option.argChoices.join(', ')}`]),
    ...(option.defaultValue === undefined || option.negate ? [] : [`default: ${String(option.defaultValue)}`]),
  ];
  return parts.length === 0 ? option.description : `${option.description} (${parts.join('; ')})`;
}

/** What stands below the options: the whole help without the part that the parser makes and without the exit statuses. */
function notesOf(command: Command): readonly string[] {
  let whole = '';
  const usual = command.configureOutput();
  command.configureOutput({
    ...usual,
    writeOut: (text) => {
      whole += text;
    },
  });
  command.outputHelp();
  command.configureOutput(usual);
  const below = whole.slice(command.helpInformation().length).replace(exitStatusHelp(), '');
  return below.split(/\n(?=\n)/).flatMap((block) => (block.trim() === '' ? [] : [block.replace(/^\n+|\s+$/g, '')]));
}
