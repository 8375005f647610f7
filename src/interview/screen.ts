/**
 * What a counselor sees and can do at one moment, in both modes: a screen is laid out for a terminal or read out line by line.
 * Every screen has exactly one field to fill in, and the same commands with the same keys.
 */

/** What works at every prompt; a screen names those that make sense there, in the order of the footer. */
export type Command =
  | 'emergency' // the emergency panel
  | 'back' // the question before
  | 'unsure' // the caller does not know
  | 'declined' // the caller does not want to say
  | 'reword' // the script in other words, and the help for the counselor
  | 'jump' // to a question
  | 'note'
  | 'menu' // everything else: who is calling, end the call, override, pause
  | 'close' // leaves a list or a note without doing anything
  | 'language' // goes on in another language
  | 'pause'; // saves and leaves

/** What the counselor did. Typed text is as it came; whoever knows the question reads it. */
export type Input =
  | { readonly kind: 'chose'; readonly id: string }
  | { readonly kind: 'ticked'; readonly ids: readonly string[]; readonly unsure: readonly string[] }
  | { readonly kind: 'typed'; readonly text: string }
  /** Enter on an earlier reply, which stands. */
  | { readonly kind: 'kept' }
  | {
      readonly kind: 'command';
      readonly command: Command;
      /** A line said with it: `/note …`, `/go age`. */
      readonly text?: string;
      /** What stands on the line that is left for it, the field being one that is typed; the line mode leaves none. */
      readonly typed?: string;
    }
  /** The input ended: the call was cut off. */
  | { readonly kind: 'hung-up' }
  /** Ctrl-C, or the window was closed. */
  | { readonly kind: 'interrupted' };

export interface FieldOption {
  readonly id: string;
  readonly label: string;
  /** Other words that find it. */
  readonly synonyms: readonly string[];
  /** Stands behind the label, fainter: an answer in the review, a time in a log. */
  readonly detail?: string;
  /** A section's title, where one begins with this option. */
  readonly heading?: string;
}

export type Field =
  /** One of several. Keys: `1`…`9`, then letters; a list longer than the keys is searched by typing. No default. */
  | { readonly kind: 'one'; readonly options: readonly FieldOption[]; readonly kept: string | undefined }
  /** Several, or none of them, which has to be said. Each option may be unsure on its own. */
  | {
      readonly kind: 'some';
      readonly options: readonly FieldOption[];
      readonly none: string;
      readonly kept: { readonly ids: readonly string[]; readonly unsure: readonly string[] } | undefined;
    }
  /** A typed line. `hint` says what is expected; `kept` is what stands after Enter on an empty line. */
  | {
      readonly kind: 'line';
      readonly of: 'number' | 'text' | 'date' | 'phone' | 'note';
      readonly hint: string;
      readonly kept: string | undefined;
      /** What was typed before and not accepted: the line begins with it, to be corrected. */
      readonly typed?: string;
    };

/** A part of the screen between the header and the field. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  /** Read aloud. */
  | { readonly kind: 'say'; readonly text: string }
  /** Read aloud where the script was not understood. */
  | { readonly kind: 'probe'; readonly text: string }
  /** For the counselor's eyes. */
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'alarm'; readonly text: string }
  /** Numbered steps, or lines with a number to call. */
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** Progress, time and result so far. */
export interface Header {
  readonly section: string;
  /** Questions with a reply that counts. */
  readonly asked: number;
  /** Questions that may still come, the one on screen among them. */
  readonly toCome: number;
  /** Since the call began, in seconds, pauses left out. */
  readonly elapsed: number;
  /** Names of the levels still possible, least intensive first; or how the call ends. Empty before anything is known. */
  readonly possible: string;
  /** What certainly has to happen first, today. Empty where nothing has to, and in an emergency, which comes before it. */
  readonly first: string;
  /** Shown in place of the rest of the header: an example call, a resumed call. */
  readonly mark: string | undefined;
}

export interface Screen {
  /** The language of everything on it. */
  readonly language: string;
  readonly header: Header;
  /** An emergency: shown as one, and before anything is saved. */
  readonly isAlarm: boolean;
  /** Keys that were typed before this screen was seen are thrown away. */
  readonly isFresh: boolean;
  /** What was wrong with the last input, or what has just happened; stands out. */
  readonly notices: readonly string[];
  readonly blocks: readonly Block[];
  readonly field: Field;
  readonly commands: readonly Command[];
}

/** How far a field has been filled in, key by key. */
export interface FieldState {
  /** What stands on the line, or what a long list is searched for. */
  readonly typed: string;
  /** Place of the caret in `typed`, in code points. */
  readonly caret: number;
  /** Id of the option under the marker. */
  readonly marked: string | undefined;
  readonly ticked: ReadonlySet<string>;
  readonly unsure: ReadonlySet<string>;
  /** "None of these" was said. */
  readonly isNone: boolean;
  /** What Enter lacked. */
  readonly complaint: string | undefined;
}

/** A field as it stands, ready to be laid out. */
export interface FieldView {
  readonly rows: readonly FieldRow[];
  /** A line being typed; undefined where nothing is typed. */
  readonly line: { readonly before: string; readonly after: string } | undefined;
  /** What is expected, in a few words. */
  readonly hint: string;
  /** What Enter leaves standing. */
  readonly kept: string | undefined;
  readonly complaint: string | undefined;
}

export interface FieldRow {
  /** The key that chooses it; empty where it is found by typing. */
  readonly key: string;
  /** A box for fields of several answers; `chosen` alone for a field of one. */
  readonly box: 'empty' | 'ticked' | 'unsure' | 'chosen' | 'none';
  readonly label: string;
  readonly detail: string | undefined;
  readonly heading: string | undefined;
  readonly isMarked: boolean;
}
