/** How a summary or a document looks: on a phone, on a wide screen, in the dark, and on one or two sheets of paper. */

import { COLOURS, ONE_INK, variables } from './score-report-style.ts';

/** The colour of an emergency, on light and on dark. */
const ALARM = { light: '#a4121c', dark: '#ff9a94' } as const;

/** The style sheet of the page. */
export const SUMMARY_STYLE = `
:root{${variables({ ...COLOURS.light, alarm: ALARM.light })}color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{${variables({ ...COLOURS.dark, alarm: ALARM.dark })}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:46rem;padding:1rem 1rem 2rem;background:var(--page);color:var(--text);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
header{border-bottom:2px solid var(--text);padding-bottom:.5rem}
h1{font-size:1.6rem;line-height:1.2;margin:.25rem 0}
h2{font-size:1.15rem;line-height:1.3;margin:0 0 .35rem}
h3{font-size:1rem;line-height:1.4;margin:.6rem 0 .1rem}
p,ul,ol{margin:.2rem 0}
ul,ol{padding-left:1.4rem}
li{margin:.15rem 0}
a{color:var(--solid);text-decoration:underline;text-underline-offset:.15em}
section{margin:1.25rem 0}
section.card{background:var(--note);border:1px solid var(--rule);border-left-width:.35rem;padding:.6rem .9rem;margin:.75rem 0}
section.alarm{border:2px solid var(--alarm);border-left-width:.5rem;padding:.6rem .9rem}
section.alarm h2,.alarm>p.alarm{color:var(--alarm)}
.about,.faint,small{color:var(--faint)}
small{font-size:.87em}
h3 small{font-weight:400}
a[href^="tel:"]{white-space:nowrap}
.strong,.alarm>p.alarm,.caution,strong{font-weight:650}
.more{margin-left:1rem}
p.strong+p.more.strong{font-size:1.1em}
.blank{display:inline-block;min-width:60%;border-bottom:1px solid var(--text)}
.caller{font-size:1.1rem}
footer{margin-top:1.75rem;padding-top:.6rem;border-top:1px solid var(--rule);font-size:.9rem}
@media (forced-colors:active){:root{${ONE_INK('CanvasText', 'Canvas')}--alarm:CanvasText}}
@media print{
@page{size:letter;margin:12mm 13mm}
:root{${ONE_INK('#000000', '#ffffff')}--alarm:#000000;color-scheme:light}
body{max-width:none;padding:0;font-size:9.5pt;line-height:1.35}
h1{font-size:15pt}
h2{font-size:10.5pt;break-after:avoid}
h3{font-size:9.5pt;margin-top:.35rem;break-after:avoid}
section{margin:.6rem 0}
section.card{margin:.4rem 0;padding:.3rem .6rem}
section.alarm{padding:.3rem .6rem}
p,ul,ol,li{margin:.08rem 0}
li,section.card{break-inside:avoid}
a{text-decoration:none}
footer{margin-top:.8rem;padding-top:.3rem;font-size:8.5pt}
.caller{font-size:10.5pt}
.caller h2{font-size:11.5pt}
.caller section:last-of-type,.program section:last-of-type{font-size:8.5pt;line-height:1.28}
.summary main,.chart main{columns:2;column-gap:7mm;font-size:8.4pt;line-height:1.28;padding-top:.5rem}
.summary section:first-of-type,.chart section:first-of-type{margin-top:0}
.emergency .blank{min-width:55%;height:1.5em}
}
`;
