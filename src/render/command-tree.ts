/** The command line as plain values, from which completion scripts, the man page and the reference are written. */

/** What a shell can offer for a value; `free` is anything, `choices` are listed with it. */
export type Completes = 'free' | 'choices' | 'file' | 'folder' | Listed;

/** Values that depend on a questionnaire or on saved calls: the program lists them when a shell asks. */
export const LISTED = ['policies', 'calls', 'examples', 'languages', 'levels'] as const;
export type Listed = (typeof LISTED)[number];

export interface CommandValue {
  /** As the help writes it: `<file>`, `[ids...]`. */
  readonly shown: string;
  readonly isRequired: boolean;
  readonly isVariadic: boolean;
  readonly completes: Completes;
  /** Only with `choices`. */
  readonly choices: readonly string[];
}

export interface CommandArgument extends CommandValue {
  readonly name: string;
  readonly says: string;
}

export interface CommandOption {
  /** `-h`; null where there is none. */
  readonly short: string | null;
  /** `--help`. */
  readonly long: string;
  readonly says: string;
  /** Null for an option without a value. */
  readonly value: CommandValue | null;
}

export interface CommandNode {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly arguments: readonly CommandArgument[];
  /** Its own ones, and those that every command has. */
  readonly options: readonly CommandOption[];
  readonly commands: readonly CommandNode[];
  /** What stands below the options in the help, laid out in lines. */
  readonly notes: readonly string[];
}

export interface CommandTree {
  readonly version: string;
  readonly program: CommandNode;
  readonly statuses: readonly { readonly status: number; readonly says: string }[];
}

/** A command with the words that lead to it, the program's name first. */
export interface PlacedCommand {
  readonly path: readonly string[];
  readonly command: CommandNode;
}

/** Every command, the program itself first, each before its subcommands. */
export function allCommands(command: CommandNode, path: readonly string[] = [command.name]): readonly PlacedCommand[] {
  return [{ path, command }, ...command.commands.flatMap((sub) => allCommands(sub, [...path, sub.name]))];
}
