/**
 * Looks over the tokens of a YAML text before it is parsed: bounds its nesting, and refuses what these files never need.
 * The parser calls itself for each level and can end the whole process on Node 20 when the stack runs out; the lexer
 * is a loop and safe on any text.
 */

import { CST, Lexer } from 'yaml';
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
  let offset = 0;
  let isScalar = false;
  for (const source of new Lexer().lex(text)) {
    const type: Token['type'] = isScalar ? 'text' : (CST.tokenType(source) ?? 'text');
    isScalar = type === 'scalar';
    if (type === 'scalar' || type === 'doc-mode' || type === 'flow-error-end') continue;
    yield { type, offset, source };
    offset += source.length;
  }
}

export interface Scan {
  readonly faults: readonly TextFault[];
  /** Whether the parser can be let loose on the text. */
  readonly isShallow: boolean;
}

/** Scans the text; nesting that is too deep ends the scan at once. */
export function scan(text: string): Scan {
  const faults: TextFault[] = [];
  const depth = depthMeter();
  let documents = 0;
  for (const token of tokens(text)) {
    if (depth(token)) return { faults: [...faults, tooDeep(token)], isShallow: false };
    if (token.type === 'doc-start') documents += 1;
    const fault = token.type === 'doc-start' && documents > 1 ? SECOND_DOCUMENT : REFUSED[token.type];
    if (fault !== undefined) faults.push({ ...fault, offset: token.offset, length: token.source.length });
  }
  return { faults, isShallow: true };
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
