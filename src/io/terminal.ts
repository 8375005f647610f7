/** What is known about where the output goes. */

export interface TerminalFacts {
  readonly isTerminal: boolean;
  /** Columns of the terminal, or of `COLUMNS`; undefined where neither is known. */
  readonly columns: number | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const USUAL_WIDTH = 80;
const WIDEST = 100; // longer lines are hard to read aloud from
const NARROWEST = 40;

/** The facts of standard output. */
export function terminalFacts(): TerminalFacts {
  const { isTTY, columns } = process.stdout;
  return { isTerminal: isTTY === true, columns, environment: process.env };
}

/** Whether standard input is a person at a keyboard. */
export function isTypedInput(): boolean {
  return process.stdin.isTTY === true;
}

/** Whether to use colour: only on a terminal that has it, and never against the person's wish. */
export function hasColour(facts: TerminalFacts, wanted: boolean): boolean {
  const { NO_COLOR, TERM } = facts.environment;
  return wanted && facts.isTerminal && (NO_COLOR ?? '') === '' && TERM !== 'dumb';
}

/** How wide text should be set. */
export function textWidth(facts: TerminalFacts): number {
  const { COLUMNS } = facts.environment;
  const given = facts.columns ?? Number(COLUMNS ?? USUAL_WIDTH);
  return Number.isFinite(given) ? Math.min(WIDEST, Math.max(NARROWEST, Math.trunc(given))) : USUAL_WIDTH;
}
