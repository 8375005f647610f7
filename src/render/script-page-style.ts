/** How the page of all scripts looks, above all on paper. */

import { COLOURS, ONE_INK, variables } from './score-report-style.ts';

/** The style sheet of the page. */
export const SCRIPT_PAGE_STYLE = `
:root{${variables(COLOURS.light)}color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{${variables(COLOURS.dark)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:46rem;padding:1rem;background:var(--page);color:var(--text);font:1rem/1.45 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.2;margin:.5rem 0}
h2{font-size:1.25rem;line-height:1.3;margin:2rem 0 .5rem;padding-top:.6rem;border-top:2px solid var(--text)}
h3{font-size:.9rem;font-weight:normal;color:var(--faint);margin:0}
h3 b{color:var(--text)}
p,ul,ol{margin:.25rem 0}
article{margin:1.1rem 0}
nav ul{columns:14rem;padding-left:1.2rem}
a{color:inherit}
.say{font-size:1.12rem;font-weight:600}
.only,.takes{color:var(--faint);font-size:.92rem}
.only{border-left:.3rem solid var(--rule);padding-left:.5rem}
.words{padding-left:1rem}
.words b{font-weight:600}
.mark{border:1px solid var(--text);border-radius:.2rem;padding:0 .3rem;margin-left:.4rem;color:var(--text);font-size:.8rem;font-weight:bold}
.options{columns:14rem;padding-left:1.5rem;list-style:'☐  '}
.options li{break-inside:avoid}
.stops{font-weight:bold}
.note{background:var(--note);border:1px solid var(--rule);border-left-width:.35rem;padding:.5rem .75rem;margin:1rem 0}
footer{margin-top:2rem;padding-top:.6rem;border-top:1px solid var(--rule);font-size:.9rem}
@media (forced-colors:active){:root{${ONE_INK('CanvasText', 'Canvas')}}}
@media print{
@page{margin:16mm 15mm}
:root{${ONE_INK('#000000', '#ffffff')}color-scheme:light}
body{max-width:none;padding:0;font-size:10pt}
nav{display:none}
h2{break-after:avoid}
article,.note{break-inside:avoid}
}
`;
