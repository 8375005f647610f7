/** The parser's errors in our words: its own repeat text of the file, which may be an answer. */

import type { ErrorCode, YAMLError } from 'yaml';
import type { ProblemCode } from '../problems/codes.ts';
import type { TextFault } from './syntax.ts';

interface Wording {
  readonly code: ProblemCode;
  readonly message: string;
  readonly remedy: string | undefined;
}

const syntax = (message: string, remedy?: string): Wording => ({ code: 'yaml-syntax', message, remedy });
const ALIAS: Wording = {
  code: 'yaml-alias',
  message: 'anchors and aliases are not allowed',
  remedy: 'write the value out',
};
const TAG: Wording = {
  code: 'yaml-tag',
  message: 'tags are not allowed',
  remedy: 'delete the tag; quote a text that starts with `!`',
};
const QUOTE = 'put quotes around a text that holds `: `, ` #` or starts with a special character';

const WORDINGS: Readonly<Record<ErrorCode, Wording>> = {
  ALIAS_PROPS: ALIAS,
  BAD_ALIAS: ALIAS,
  MULTIPLE_ANCHORS: ALIAS,
  MULTIPLE_TAGS: TAG,
  TAG_RESOLVE_FAILED: TAG,
  BAD_PROP_ORDER: syntax('an anchor or tag stands in the wrong place', 'delete it'),
  BAD_COLLECTION_TYPE: TAG,
  BAD_DIRECTIVE: {
    code: 'yaml-directive',
    message: 'directives are not allowed',
    remedy: 'delete the line: files are YAML 1.2',
  },
  MULTIPLE_DOCS: {
    code: 'yaml-documents',
    message: 'a second document starts here',
    remedy: 'keep one document in a file',
  },
  DUPLICATE_KEY: {
    code: 'duplicate-key',
    message: 'this key stands twice in the same map',
    remedy: 'keep one of the two',
  },
  RESOURCE_EXHAUSTION: { code: 'too-deep', message: 'nested too deeply', remedy: undefined },
  BAD_DQ_ESCAPE: syntax('there is no such escape sequence', 'double the backslash, or use single quotes'),
  BAD_INDENT: syntax('the indentation does not fit the lines above', 'indent entries of one map or list alike'),
  BAD_SCALAR_START: syntax('a text cannot start with this character', 'put quotes around the text'),
  BLOCK_AS_IMPLICIT_KEY: syntax('a second `key:` stands on one line', QUOTE),
  BLOCK_IN_FLOW: syntax('an indented list or map stands inside brackets', 'use brackets inside brackets'),
  KEY_OVER_1024_CHARS: syntax('a key is longer than 1024 characters', QUOTE),
  MISSING_CHAR: syntax('a `:`, comma, space, quote or closing bracket is missing'),
  MULTILINE_IMPLICIT_KEY: syntax('a key runs over more than one line', 'check that every line before has its `:`'),
  NON_STRING_KEY: syntax('a key must be a text', 'put quotes around the key'),
  TAB_AS_INDENT: syntax('a tab is used as indentation', 'indent with spaces'),
  UNEXPECTED_TOKEN: syntax('this cannot stand here', QUOTE),
  IMPOSSIBLE: syntax('this cannot be read'),
};

/** What to say of an error or warning of the parser. */
export function textFault(error: YAMLError): TextFault {
  const [offset, end] = error.pos;
  return { ...WORDINGS[error.code], offset, length: Math.max(1, end - offset) };
}
