/** How the page looks: light and dark, on a wide and a narrow screen, and printed on A4 as a certificate. */

/** Each text colour has a contrast of at least 4.5 on each ground it stands on. */
const colours = `
:root {
  color-scheme: light dark;
  --ground: #fff; --raised: #f6f8fa; --line: #d0d7de; --text: #1b1f24; --quiet: #57606a; --link: #0a58b0;
  --pass: #116329; --fail: #b3151d; --warning: #7a4d00; --inconclusive: #6639a6; --not-applicable: #57606a;
  --client: #0a58b0; --helper: #b35900; --helper-fill: #ffd9a8;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #0f1419; --raised: #1a2129; --line: #36414d; --text: #e6edf3; --quiet: #a3b0bd; --link: #79b8ff;
    --pass: #5fd07a; --fail: #ff8a84; --warning: #f0b84a; --inconclusive: #c9aeff; --not-applicable: #a3b0bd;
    --client: #79b8ff; --helper: #ffb566; --helper-fill: #5a3a10;
  }
}`;

const text = `
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 66rem; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; }
code, pre { font-family: ui-monospace, 'Cascadia Mono', Consolas, 'DejaVu Sans Mono', monospace; font-size: 0.875em;
  overflow-wrap: anywhere; }
pre { margin: 0; white-space: pre-wrap; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 0.5rem; font-size: 1.35rem; }
h3 { margin: 0; font-size: 1.05rem; }
p { margin: 0.5rem 0; }
a { color: var(--link); }
ul, ol, dl, dd { margin: 0; }
bdi { overflow-wrap: anywhere; }
.quiet { color: var(--quiet); }
.level { color: var(--quiet); font-size: 0.75rem; font-weight: 600; letter-spacing: 0.04em; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
[hidden] { display: none !important; }`;

const verdictRules = ['pass', 'fail', 'warning', 'inconclusive', 'not-applicable']
  .map(
    (verdict) => `
.badge.${verdict}, .sign.${verdict}, h1 .${verdict} { color: var(--${verdict}); }
.fill.${verdict} { fill: var(--${verdict}); }
.edge.${verdict} { border-left-color: var(--${verdict}); }`,
  )
  .join('');

const parts = `
.badge { white-space: nowrap; font-size: 0.875rem; font-weight: 600; }
.sign { display: inline-block; min-width: 1em; text-align: center; font-weight: 700; }
.edge { border: 1px solid var(--line); border-left-width: 6px; border-radius: 6px; padding: 0.9rem 1.1rem;
  margin: 1rem 0; }
.banner { background: var(--raised); padding: 1.25rem 1.5rem; margin-top: 0; }
.banner .kind { margin: 0 0 0.25rem; color: var(--quiet); }
.banner .of { display: block; font-size: 1.25rem; font-weight: 500; }
.bar { display: block; width: 100%; height: 10px; margin: 1rem 0 0.5rem; border-radius: 5px; }
.counts { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; padding: 0; list-style: none; }
.notices { margin-top: 0.75rem; padding-left: 1.25rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 1rem 0; padding: 0; list-style: none; }
.facts > div { display: grid; grid-template-columns: 9rem 1fr; gap: 1rem; padding: 0.3rem 0;
  border-top: 1px solid var(--line); }
.facts > div:first-child { border-top: 0; }
dt { color: var(--quiet); }
.facts dd, .compared dd { min-width: 0; }
.facts ol { padding-left: 2.25em; }
.facts .fix { background: var(--raised); margin: 0.25rem -0.5rem 0; padding: 0.5rem; border-radius: 4px; border-top: 0; }
.fix dt { color: var(--text); font-weight: 600; }
.compared { display: grid; grid-template-columns: 1fr 1fr; gap: 0.75rem; margin: 0.5rem 0; }
.compared > div { border: 1px solid var(--line); border-radius: 4px; padding: 0.4rem 0.7rem; }
.compared .wanted { border-top: 3px solid var(--pass); }
.compared .got { border-top: 3px solid var(--fail); }
/* What is far from the screen need not be laid out: a page of 5,000 checks opens at once. */
.finding { content-visibility: auto; contain-intrinsic-size: auto 24rem; }
#checks, #life { content-visibility: auto; contain-intrinsic-size: auto 100rem; }
@media (max-width: 40rem) {
  .facts > div, .compared { grid-template-columns: 1fr; gap: 0; }
}`;

const tables = `
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 0.35rem 0.6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top;
  font-weight: 400; }
thead th { color: var(--quiet); font-size: 0.875rem; font-weight: 600; border-bottom-width: 2px; }
th.group { background: var(--raised); font-weight: 600; }
td p { margin: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
#list { table-layout: fixed; }
#list td:nth-child(1) { width: 8.5rem; }
#list td:nth-child(2) { width: 5rem; line-height: 2; }
#list tbody th[scope='row'] { width: 20rem; }
.documented tbody th { width: 25%; }
.documented td { width: 22%; }
.documented td:nth-child(3) { width: 31%; }
.answers { padding: 0; list-style: none; }
.answers .other { color: var(--fail); }
#filter { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; align-items: end; margin: 0.75rem 0; }
#filter label span { display: block; color: var(--quiet); font-size: 0.875rem; }
#filter p { margin: 0; }
select { font: inherit; color: var(--text); background: var(--raised); border: 1px solid var(--quiet);
  border-radius: 4px; padding: 0.3rem 0.5rem; max-width: 20rem; }`;

const drawing = `
summary { cursor: pointer; }
.life-of { padding: 0.6rem 1rem; margin: 0.6rem 0; }
.life-of:not([open]) { padding: 0.15rem 1rem; margin: 0.25rem 0; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; padding: 0; list-style: none; }
.life { display: block; max-width: none; font-size: 13px; }
.life.key { display: inline-block; width: 22px; height: 14px; vertical-align: -2px; }
.life text { fill: var(--text); }
.life .head { font-weight: 600; }
.life .quiet, .life .zero { fill: var(--quiet); }
.life .held { font-weight: 600; }
.life .good { fill: var(--pass); }
.life .bad { fill: var(--fail); font-weight: 600; }
.life .band { fill: var(--raised); }
.life rect.client { fill: var(--client); }
.life rect.helper { fill: var(--helper-fill); stroke: var(--helper); stroke-width: 1.5; }
.life .due { fill: none; stroke-width: 1.5; stroke-dasharray: 4 3; }
.life .due.met { stroke: var(--pass); }
.life .due.missed { stroke: var(--fail); stroke-dasharray: none; stroke-width: 2; }
.as-table { margin-top: 0.5rem; }
.machines { display: flex; flex-wrap: wrap; gap: 1rem 2rem; }
.machines figure { margin: 0.5rem 0; max-width: 100%; }
.machines figcaption { font-weight: 600; margin-bottom: 0.4rem; }
.machine { display: block; max-width: none; font-size: 13px; }
.machine text { fill: var(--text); }
.machine .head { font-weight: 600; }
.machine text.wrong { fill: var(--fail); font-weight: 600; }
.machine text.other { fill: var(--quiet); }
.machine .box { fill: var(--raised); stroke: var(--line); }
.machine .arrow { fill: none; stroke: var(--text); stroke-width: 1.5; }
.machine .arrow.wrong { stroke: var(--fail); stroke-width: 2.5; }
.machine .tip { fill: var(--text); }
.machine .tip.wrong { fill: var(--fail); }
.curves { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: 0.75rem 1.5rem; }
.curves figure { margin: 0; }
.soak { display: block; width: 100%; height: auto; font-size: 11px; }
.soak .band { fill: var(--raised); }
.soak .quiet { fill: var(--quiet); }
.soak .curve { fill: none; stroke: var(--client); stroke-width: 1.5; }
.soak .curve.bad { stroke: var(--fail); }`;

const printed = `
@page { size: A4; margin: 16mm 14mm;
  @bottom-right { content: counter(page) ' / ' counter(pages); font: 9pt sans-serif; } }
@media print {
  :root { font-size: 9pt; }
  body { padding: 0; max-width: none; }
  nav, .skip, #filter, .as-table { display: none; }
  h1 { font-size: 20pt; } h2 { font-size: 13pt; margin-top: 1.25rem; } h2, h3 { break-after: avoid; }
  tr, .facts > div, .compared, .life-of, .banner { break-inside: avoid; } .compared { break-after: avoid; }
  .finding, #checks, #life { content-visibility: visible; }
  .scroll { overflow: visible; }
  .life { width: 100%; height: auto; }
  .life-of:not([open]) { border-width: 0 0 1px; border-radius: 0; margin: 0; padding: 0.1rem 0; }
  summary { list-style: none; }
  .banner, .bar, .life, th.group, .fix { print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
  th, td { padding: 0.2rem 0.4rem; }
  #list tbody th[scope='row'] { width: auto; }
}`;

export const style = [colours, text, verdictRules, parts, tables, drawing, printed].join('\n');
