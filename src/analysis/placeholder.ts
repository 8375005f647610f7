/** Words that somebody meant to replace: copied boilerplate, blanks, numbers and addresses that are nobody's. */

/** What a template calls what is to be put in. */
const SLOT =
  '(?:your|insert|enter|add|name|first name|last name|full name|date|phone|number|address|email|e-mail|url|link|text|organi[sz]ation|company|clinic|agency|service|program|facility|provider|city|town|county|client|caller|patient|counsell?or|placeholder|blank|tbd|todo|xxx)';

/** What stands in such a text, and what it looks like. Capitals matter where a word has another meaning without them. */
const PATTERNS: readonly RegExp[] = [
  /\b(?:TODO|TBD|TBC|TBA|FIXME|XXX+|TKTK|N\.N\.)(?![\w-])/u,
  /\blorem ipsum\b|\bdolor sit amet\b/iu,
  new RegExp(`\\[\\s*${SLOT}\\b[^\\]\\n]{0,40}\\]`, 'iu'),
  new RegExp(`<${SLOT}\\b[^>\\n]{0,40}>`, 'iu'),
  /\{\{[^}\n]{0,60}\}\}|\$\{[^}\n]{0,60}\}|<%[^%\n]{0,60}%>|%[A-Z][A-Z_]{2,}%/u,
  new RegExp(`\\{\\s*${SLOT}\\b[^}\\n]{0,40}\\}`, 'iu'),
  /\binsert\s+(?:[\p{L}'-]+\s+){1,5}here\b|\byour\s+(?:[\p{L}'-]+\s+){1,3}here\b|\btext goes here\b/iu,
  /\bto be (?:determined|decided|announced|filled in|written)\b/iu,
  /\b(?:sample|dummy|placeholder|filler) (?:text|title|question|name|label|address|number)\b/iu,
  /\b(?:changeme|change_me|replaceme|replace_me|asdf\w*|foobar)\b/iu,
  /(?<![\w-])_{3,}(?![\w-])|\.{5,}|…{2,}|\?{3,}|#{3,}/u,
  /\b(?:example|domain|yourdomain|yoursite|mysite)\.(?:com|org|net|edu|test|invalid)\b/iu,
  /\b[\w-]+\.(?:example|invalid)\b(?!\.)/iu,
  /\b(?:Jane|John|Joe) (?:Doe|Bloggs|Public)\b|\bMax Mustermann\b/u,
  // Set aside for fiction (555-0100 to 555-0199), and what is typed where no number is known.
  /\b555[-. ]?01\d\d\b|\b555[-. ]?(?:1234|5555|0000)\b|\b123[-. )]+456[-. ]?7890\b|\b(\d)\1{2}[-. )]+\1{3}[-. ]?\1{4}\b/u,
  /\b(?:123|1234) (?:Main|Any|Some|Fake|Example) (?:St|Street|Ave|Avenue|Road|Rd)\b/iu,
];

/** The words of a text that were left to be filled in, as they stand there; undefined where there are none. */
export function placeholderIn(text: string): string | undefined {
  for (const pattern of PATTERNS) {
    const found = pattern.exec(text);
    if (found !== null) return found[0];
  }
  return undefined;
}
