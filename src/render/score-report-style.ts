/** How the report of a run looks: on a phone, on paper, in the dark, and in the colours that a reader forces upon it. */

/** The colours of a page on light and on dark; contrasts are computed from them in the tests. */
export const COLOURS = {
  light: {
    page: '#ffffff',
    text: '#1b1f24',
    faint: '#55606b',
    rule: '#8a949e',
    solid: '#1d4f91',
    striped: '#8a4b00',
    dotted: '#3d4751',
    tint: '#a9c8ef',
    note: '#f1f4f7',
  },
  dark: {
    page: '#14181d',
    text: '#e8edf2',
    faint: '#aab4be',
    rule: '#7d8791',
    solid: '#7db0f5',
    striped: '#e8a95c',
    dotted: '#b9c3cd',
    tint: '#2d5286',
    note: '#20262d',
  },
} as const;

/** Colours as variables of a style sheet. */
export function variables(colours: Readonly<Record<string, string>>): string {
  return Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour};`)
    .join('');
}

/** On paper and in forced colours everything is drawn in one ink; patterns and words tell the rest. */
export const ONE_INK = (ink: string, paper: string): string =>
  variables({ page: paper, text: ink, faint: ink, rule: ink, solid: ink, striped: ink, dotted: ink, note: paper });

/** The style sheet of a report. */
export const SCORE_REPORT_STYLE = `
:root{${variables(COLOURS.light)}color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{${variables(COLOURS.dark)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:46rem;padding:1rem;background:var(--page);color:var(--text);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.2;margin:.5rem 0}
h2{font-size:1.2rem;line-height:1.3;margin:2.5rem 0 .5rem;padding-top:.75rem;border-top:1px solid var(--rule)}
p{margin:.5rem 0}
.account{font-size:1.2rem;font-weight:bold}
.note{background:var(--note);border:1px solid var(--rule);border-left-width:.35rem;padding:.5rem .75rem;margin:1rem 0}
.faint,small{color:var(--faint)}
small{display:block;font-size:.85rem;font-weight:normal}
figure{margin:1rem 0}
.chart{display:block;max-width:100%;overflow:hidden;font-size:14px}
.chart text{fill:var(--text)}
.chart .label{font-weight:bold}
.chart .within{text-anchor:middle;font-size:12px}
.bar{stroke:var(--text);stroke-width:1}
.solid{fill:var(--solid)}
.striped{fill:url(#striped)}
.dotted{fill:url(#dotted)}
.stripe{stroke:var(--striped);stroke-width:3}
.dot{fill:var(--dotted)}
.paper{fill:var(--page)}
.axis{stroke:var(--text);stroke-width:1}
.tint{fill:var(--tint)}
.field{fill:none;stroke:var(--rule);stroke-width:1}
.one{fill:none;stroke:var(--text);stroke-width:2}
.patterns{position:absolute}
.scroll{overflow-x:auto}
.scroll table{min-width:34rem}
table{border-collapse:collapse;width:100%;margin:1rem 0;font-size:.95rem}
caption{text-align:left;font-weight:bold;padding:.25rem 0}
th,td{text-align:left;vertical-align:top;padding:.3rem .5rem .3rem 0;border-bottom:1px solid var(--rule)}
thead th,td{overflow-wrap:break-word}
tbody th{font-weight:normal}
.count{text-align:right;padding-right:0;padding-left:.5rem;font-variant-numeric:tabular-nums;overflow-wrap:normal}
td.count{white-space:nowrap}
footer{margin-top:2.5rem;padding-top:.75rem;border-top:1px solid var(--rule);font-size:.9rem}
@media (forced-colors:active){:root{${ONE_INK('CanvasText', 'Canvas')}--tint:Canvas}svg{forced-color-adjust:none}}
@media print{
@page{margin:18mm 16mm}
:root{${ONE_INK('#000000', '#ffffff')}--tint:#d0d0d0;color-scheme:light}
body{max-width:none;padding:0;font-size:10.5pt}
.chart{max-width:120mm}
.scroll{overflow:visible}
h2{break-after:avoid;margin-top:1.5rem}
figure,table,tr,li,.note,footer{break-inside:avoid}
section>p,caption,thead{break-after:avoid}
thead{display:table-header-group}
}
`;
