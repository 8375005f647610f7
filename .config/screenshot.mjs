// Draws what a terminal shows as SVG: text as text, in a window of its own colours, so that it reads the same on light and dark.

import xterm from '@xterm/headless';

const CELL = { width: 8.4, height: 18 };
const MARGIN = 14;
const BACKGROUND = '#161b22';
const BORDER = '#484f58';
const TEXT = '#e6edf3';
const FAINT = '#a5afba';

/** The colours that the program's palette uses, by their number in a terminal. */
const COLOURS = new Map([
  [1, '#ff8e86'], // red
  [2, '#7ee787'], // green
  [5, '#dcb6ff'], // magenta
  [6, '#6fdbe4'], // cyan
]);

/** @typedef {{ text: string; column: number; cells: number; colour: string; isBold: boolean }} Run */

/**
 * The screen of a terminal after something was written to it.
 * @param {{ written: string; columns: number; rows: number; title: string }} shot
 */
export function screenshot({ written, columns, rows, title }) {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, logLevel: 'off' });
  // Public `write` draws some time later; the core's `writeSync` at once.
  Reflect.get(terminal, '_core').writeSync(written);
  const width = Math.round(columns * CELL.width + 2 * MARGIN);
  const height = rows * CELL.height + 2 * MARGIN;
  const lines = Array.from({ length: rows }, (_, row) => lineOf(terminal, row, columns));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="${BACKGROUND}" stroke="${BORDER}"/>`,
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" xml:space="preserve">`,
    ...lines.flatMap((runs, row) => runs.map((run) => textOf(run, row))),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/**
 * The runs of one look in a row, blanks at their ends left out.
 * @param {import('@xterm/headless').Terminal} terminal
 * @param {number} row
 * @param {number} columns
 */
function lineOf(terminal, row, columns) {
  const line = terminal.buffer.active.getLine(row);
  /** @type {Run[]} */
  const runs = [];
  for (let column = 0; column < columns; column++) {
    const cell = line?.getCell(column);
    if (cell === undefined || cell.getWidth() === 0) continue;
    const look = { colour: colourOf(cell), isBold: cell.isBold() !== 0 };
    const text = cell.getChars() || ' ';
    const last = runs.at(-1);
    if (last !== undefined && last.colour === look.colour && last.isBold === look.isBold) {
      last.text += text;
      last.cells += cell.getWidth();
    } else runs.push({ text, column, cells: cell.getWidth(), ...look });
  }
  return runs.map(trimmed).filter(({ text }) => text !== '');
}

/** @param {import('@xterm/headless').IBufferCell} cell */
function colourOf(cell) {
  if (cell.isFgPalette()) return COLOURS.get(cell.getFgColor()) ?? TEXT;
  return cell.isDim() ? FAINT : TEXT;
}

/**
 * @param {Run} run
 * @returns {Run}
 */
function trimmed(run) {
  const before = run.text.length - run.text.trimStart().length;
  const after = run.text.length - run.text.trimEnd().length;
  return { ...run, text: run.text.trim(), column: run.column + before, cells: run.cells - before - after };
}

/**
 * Every run keeps to its cells, whatever the width of the font's letters.
 * @param {Run} run
 * @param {number} row
 */
function textOf({ text, column, cells, colour, isBold }, row) {
  const x = (MARGIN + column * CELL.width).toFixed(1);
  const y = MARGIN + row * CELL.height + 13;
  const weight = isBold ? ' font-weight="bold"' : '';
  const length = (cells * CELL.width).toFixed(1);
  return `<text x="${x}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs" fill="${colour}"${weight}>${escaped(text)}</text>`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
