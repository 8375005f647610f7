/**
 * Looks at each token of a YAML text before the parser does: bounds its nesting, and refuses what these files never need.
 * The parser calls itself for each level and can end the whole process on Node 20 when the stack runs out; the lexer
 * is a loop and safe on any text.
 */

import { CST, Lexer, Parser } from 'yaml';
import type { TextFault } from './syntax.ts';

const DEEPEST = 64;
const LARGEST_INDENT = 2 * DEEPEST;

/** One token: what it is, where it starts and its source. */
export interface Token {
  readonly type: CST.TokenType | 'text';
  readonly offset: number;
  readonly source: string;
}

/** The tokens of a YAML text. The control marks of the lexer, which stand for no text, are left out. */
export function* tokens(text: string): Generator<Token, void> {
  const read = tokenReader();
  for (const lexeme of new Lexer().lex(text)) {
    const token = read(lexeme);
    if (token !== undefined) yield token;
  }
}

/** Turns what the lexer gives into tokens, one after the other. */
function tokenReader(): (lexeme: string) => Token | undefined {
  let end = 0;
  let isScalar = false;
  return (source) => {
    const type: Token['type'] = isScalar ? 'text' : (CST.tokenType(source) ?? 'text');
    isScalar = type === 'scalar';
    if (type === 'scalar' || type === 'doc-mode' || type === 'flow-error-end') return undefined;
    const offset = end;
    end += source.length;
    return { type, offset, source };
  };
}

/** What was found in a text while it was read. */
export interface Scan {
  readonly faults: readonly TextFault[];
  /** Whether all of the text was let through to the parser; else its nesting is too deep. */
  readonly isShallow: boolean;
}

/**
 * Parses a text into its concrete syntax. Invariant: the parser is given a token only after it was looked at, and none
 * any more once the nesting is too deep.
 */
export function* parseShallow(text: string, scan: (found: Scan) => void): Generator<CST.Token, void> {
  const faults: TextFault[] = [];
  const read = tokenReader();
  const isTooDeep = depthMeter();
  const refuse = refuser(faults);
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    const token = read(lexeme);
    if (token !== undefined && isTooDeep(token)) return scan({ faults: [...faults, tooDeep(token)], isShallow: false });
    if (token !== undefined) refuse(token);
    yield* parser.next(lexeme);
  }
  scan({ faults, isShallow: true });
  yield* parser.end();
}

function refuser(faults: TextFault[]): (token: Token) => void {
  let documents = 0;
  return ({ type, offset, source }) => {
    if (type === 'doc-start') documents += 1;
    const fault = type === 'doc-start' && documents > 1 ? SECOND_DOCUMENT : REFUSED[type];
    if (fault !== undefined) faults.push({ ...fault, offset, length: source.length });
  };
}

type Refusal = Pick<TextFault, 'code' | 'message' | 'remedy'>;

const ALIAS: Refusal = {
  code: 'yaml-alias',
  message: 'anchors and aliases are not allowed',
  remedy: 'write the value out; quote a text that starts with `&` or `*`',
};

const SECOND_DOCUMENT: Refusal = {
  code: 'yaml-documents',
  message: 'a second document starts here',
  remedy: 'keep one document in a file',
};

const REFUSED: Readonly<Partial<Record<Token['type'], Refusal>>> = {
  anchor: ALIAS,
  alias: ALIAS,
  tag: {
    code: 'yaml-tag',
    message: 'tags are not allowed',
    remedy: 'delete the tag; quote a text that starts with `!`',
  },
  'directive-line': {
    code: 'yaml-directive',
    message: 'directives are not allowed',
    remedy: 'delete the line: files are YAML 1.2',
  },
};

function tooDeep(token: Token): TextFault {
  return {
    code: 'too-deep',
    offset: token.offset,
    length: 1,
    message: `nested more than ${DEEPEST} levels deep`,
    remedy: 'close a bracket, or indent less',
  };
}

/**
 * Answers for each token in turn whether the text is too deep by now. Invariant: brackets, indentation and the marks
 * within one line are the only ways to nest, so that bounding the three bounds the depth of any parse.
 */
function depthMeter(): (token: Token) => boolean {
  let brackets = 0;
  let marks = 0;
  let atLineStart = true;
  return ({ type, source }) => {
    const isIndent = atLineStart && type === 'space';
    atLineStart = type === 'newline';
    brackets = Math.max(0, brackets + (BRACKETS[type] ?? 0));
    marks = type === 'newline' ? 0 : marks + (isMark(type, brackets) ? 1 : 0);
    const indent = isIndent && brackets === 0 ? source.length : 0;
    return brackets > DEEPEST || marks > DEEPEST || indent > LARGEST_INDENT;
  };
}

const BRACKETS: Readonly<Partial<Record<Token['type'], number>>> = {
  'flow-map-start': 1,
  'flow-seq-start': 1,
  'flow-map-end': -1,
  'flow-seq-end': -1,
};

/** Inside brackets a `:` does not nest. */
function isMark(type: Token['type'], brackets: number): boolean {
  return type === 'seq-item-ind' || type === 'explicit-key-ind' || (type === 'map-value-ind' && brackets === 0);
}
