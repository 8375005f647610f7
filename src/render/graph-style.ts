/** How a picture of a graph looks: on light and dark screens, on paper, and in colours that a reader forces upon it. */

/** The colours of a picture; the tests compute their contrasts. */
export const GRAPH_COLOURS = {
  light: {
    page: '#ffffff',
    frame: '#f4f6f9',
    box: '#ffffff',
    text: '#1b1f24',
    faint: '#55606b',
    line: '#66717d',
    accent: '#1d4f91',
    fact: '#e7effa',
    rule: '#8a4b00',
    alarm: '#a3200f',
  },
  dark: {
    page: '#14181d',
    frame: '#1a2027',
    box: '#232a33',
    text: '#e8edf2',
    faint: '#aab4be',
    line: '#8f9aa6',
    accent: '#7db0f5',
    fact: '#22354f',
    rule: '#e8a95c',
    alarm: '#ff9d8a',
  },
} as const;

type Colours = Readonly<Record<keyof typeof GRAPH_COLOURS.light, string>>;

/** In plain declarations, because many programs that show SVG know no variables. */
function coloured(colours: Colours): string {
  const { page, frame, box, text, faint, line, accent, fact, rule, alarm } = colours;
  return [
    `.page{fill:${page}}`,
    `.frame{fill:${frame};stroke:${line}}`,
    `text{fill:${text}}`,
    `.faint text,.note,.detail{fill:${faint}}`,
    `.mark{fill:${accent}}`,
    `.stop .mark,.stop .heading{fill:${alarm}}`,
    `.shape{fill:${box};stroke:${line}}`,
    `.fact .shape{fill:${fact}}`,
    `.junction .shape,.elsewhere .shape{fill:${page}}`,
    `.question .shape{stroke:${accent}}`,
    `.rule .shape,.level .shape{stroke:${rule}}`,
    `.stripe{fill:${rule}}`,
    `.ending .shape{stroke:${alarm}}`,
    `.faint .shape{stroke:${faint}}`,
    `.edge .way{stroke:${line}}`,
    `.edge .tip{fill:${line}}`,
    `.then .way,.follows .way{stroke:${accent}}`,
    `.then .tip,.follows .tip{fill:${accent}}`,
    `.behind{fill:${frame}}`,
    `.bare .behind{fill:${page}}`,
  ].join('\n');
}

const FORCED: Colours = {
  page: 'Canvas',
  frame: 'Canvas',
  box: 'Canvas',
  text: 'CanvasText',
  faint: 'CanvasText',
  line: 'CanvasText',
  accent: 'CanvasText',
  fact: 'Canvas',
  rule: 'CanvasText',
  alarm: 'CanvasText',
};

/** The style sheet of a picture. Only screens are ever dark. */
export const GRAPH_STYLE = `
svg{color-scheme:light dark}
text{font-family:system-ui,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;font-size:13px}
.title{font-size:24px;font-weight:bold}
.note{font-size:14px}
.group-title{font-size:17px;font-weight:bold}
.heading{font-weight:bold}
.detail,.label{font-size:12px}
.label{text-anchor:middle}
.mark{font-size:11px;font-weight:bold}
.shape{stroke-width:1.3}
.strong .shape{stroke-width:3}
.faint .shape,.elsewhere .shape{stroke-dasharray:4 3}
.possible .shape{stroke-dasharray:1 3;stroke-width:2}
.frame{stroke-width:1}
.way{fill:none;stroke-width:1.3}
.then .way,.follows .way{stroke-width:2.2}
${coloured(GRAPH_COLOURS.light)}
@media screen and (prefers-color-scheme:dark){
${coloured(GRAPH_COLOURS.dark)}
}
@media (forced-colors:active){
svg{forced-color-adjust:none}
${coloured(FORCED)}
}
`;
