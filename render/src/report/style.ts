import { darkOf, type Palette, palette } from "../palette/palette.js";

const variables = (p: Palette): string =>
  [
    ["paper", p.paper],
    ["panel", p.panel],
    ["rule", p.rule],
    ["ink", p.ink],
    ["quiet", p.quiet],
    ["e", p.text.empowerment],
    ["q", p.text.equity],
    ["p", p.text.outcome],
  ]
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(";");

/** Pictures are drawn in the light colours; in the dark scheme every colour that occurs is exchanged for its counterpart. */
function darkPictures(markup: string): string {
  const used = new Set(markup.match(/(?:fill|stroke)="#[0-9A-F]{6}"/g));
  const rules = [...used].sort().flatMap((attribute) => {
    const [use, light] = attribute.slice(0, -1).split('="');
    const dark = darkOf.get(light);
    return dark === undefined || dark === light ? [] : [`svg [${attribute}]{${use}:${dark}}`];
  });
  return rules.join("\n");
}

const latin = `Inter,"Helvetica Neue",Arial,"Segoe UI",Roboto,"Liberation Sans","Noto Sans"`;
const chinese = `"Source Han Sans SC","Noto Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif`;
const sans = `Inter,${chinese}`;
const sansEnglish = `${latin},${chinese}`;
const serif = `"Source Serif 4","Source Han Serif SC","Noto Serif SC","Noto Serif CJK SC","Songti SC",Georgia,serif`;

const layout = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:24px}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.6 ${serif};text-autospace:normal;font-variant-numeric:lining-nums;hanging-punctuation:allow-end}
:lang(zh) body,body:lang(zh){line-height:1.75;font-size:16.5px;line-break:strict}
a{color:inherit;text-decoration-color:var(--quiet);text-underline-offset:.18em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--e);outline-offset:3px}
h1,h2,h3,.sans,figure,.note,nav,.margin,footer,.kicker{font-family:${sans}}
html:lang(en) :is(h1,h2,h3,.sans,figure,.note,nav,.margin,footer,.kicker){font-family:${sansEnglish}}
.skip{position:absolute;left:-999px;top:0;background:var(--ink);color:var(--paper);padding:12px 16px;z-index:2}
.skip:focus{left:16px;top:16px}
.page{max-width:1128px;margin:0 auto;padding:56px 40px 72px}
.spread{display:grid;grid-template-columns:minmax(0,720px) minmax(0,264px);column-gap:64px;align-items:start}
.spread>*{min-width:0}
.kicker{display:flex;flex-wrap:wrap;gap:4px 24px;justify-content:space-between;align-items:center;margin:0 0 12px;color:var(--quiet);font-size:14px;line-height:1.5}
.kicker a{padding:2px 0}
h1{font-size:38px;line-height:1.18;letter-spacing:-.012em;margin:0 0 28px;font-weight:700;text-wrap:balance}
:lang(zh) h1{letter-spacing:0;line-height:1.3}
h2{font-size:26px;line-height:1.25;margin:0 0 20px;font-weight:700;text-wrap:balance}
h3{font-size:19px;line-height:1.35;margin:36px 0 12px;font-weight:700}
h2 .no,h3 .no{color:var(--quiet);font-weight:400;margin-right:.65em;font-variant-numeric:tabular-nums}
p,ul{margin:0 0 16px;overflow-wrap:break-word}
li a{overflow-wrap:anywhere}
.text{max-width:68ch;text-wrap:pretty}
:lang(zh) .text{max-width:38em}
ul.text{padding-left:1.15em}
ul.text li{margin:0 0 6px;padding-left:.15em}
ul.text li::marker{color:var(--quiet)}
.e{color:var(--e)}.q{color:var(--q)}.p{color:var(--p)}.i{color:var(--ink)}.k{color:var(--quiet)}
.summary h2{font-size:14px;letter-spacing:.02em;color:var(--quiet);font-weight:600;margin:0 0 8px}
.summary ol{list-style:none;margin:0;padding:0}
.summary li{padding:12px 0;border-top:1px solid var(--rule);max-width:68ch}
:lang(zh) .summary li{max-width:40em}
.summary li:first-child{font-size:1.26em;line-height:1.48;border-top:2px solid var(--ink);padding:16px 0}
:lang(zh) .summary li:first-child{line-height:1.62}
.summary li:last-child{border-bottom:1px solid var(--rule)}
nav{margin:40px 0 0;font-size:15px;line-height:1.5}
nav h2{font-size:14px;letter-spacing:.02em;color:var(--quiet);font-weight:600;margin:0 0 8px}
nav ol{columns:2;column-gap:40px;margin:0;padding:0;list-style:none}
nav li{break-inside:avoid}
nav a{display:flex;gap:12px;padding:7px 0;text-decoration:none}
nav a:hover span+span{text-decoration:underline}
nav .no{color:var(--quiet);min-width:1.4em;font-variant-numeric:tabular-nums}
section{margin-top:64px;padding-top:20px;border-top:2px solid var(--ink)}
section>h2{max-width:720px}
.margin{font-size:14px;line-height:1.55}
section .margin{padding-top:4px}
.aside{margin:0 0 24px;color:var(--quiet)}
.aside b{display:block;color:var(--ink);font-weight:700;margin-bottom:2px}
.aside p{margin:0}
figure{margin:36px 0 40px}
figure:first-child{margin-top:8px}
.finding{font-size:19px;line-height:1.35;font-weight:700;margin:0 0 2px;text-wrap:balance}
.subtitle{font-size:14px;line-height:1.5;color:var(--quiet);margin:0 0 14px}
.figure svg,.emblem svg{display:block;width:100%;height:auto;overflow:visible}
div.narrow{display:none}
figure.figure figcaption,.note{font-size:13.5px;line-height:1.55;color:var(--quiet);margin:12px 0 0;overflow-wrap:anywhere}
figcaption b{font-weight:600;color:var(--ink)}
.emblem{margin:8px 0 28px;max-width:300px}
.emblem figcaption{font-size:13.5px;line-height:1.5;color:var(--quiet);margin-top:8px}
.table figcaption{font-size:16px;line-height:1.45;font-weight:700;margin:0 0 8px}
.table figcaption b{font-weight:700}
.scroll{overflow-x:auto;overscroll-behavior-x:contain;border-top:2px solid var(--ink);border-bottom:2px solid var(--ink)}
table{border-collapse:collapse;width:100%;font-size:14px;line-height:1.4;font-variant-numeric:tabular-nums lining-nums}
th,td{text-wrap:balance;text-align:left;vertical-align:baseline;padding:5px 12px;font-weight:400}
td.n,th.n{text-align:right;white-space:nowrap}
td.s,th.s{white-space:nowrap}
thead th{font-weight:600;vertical-align:bottom;border-bottom:1px solid var(--ink);padding-top:8px;padding-bottom:8px}
thead th.n:not(.s){white-space:normal}
tbody tr:first-child>*{padding-top:8px}
tbody tr:last-child>*{padding-bottom:8px}
tr>:first-child{position:sticky;left:0;background:var(--paper);padding-left:4px}
tr>:last-child{padding-right:4px}
tr.group>*{border-top:1px solid var(--rule);padding-top:8px}
tbody tr:hover>*{background:var(--panel)}
.unit{font-weight:400;color:var(--quiet);font-size:12.5px}
.none{color:var(--quiet)}
details{border-top:2px solid var(--ink);border-bottom:1px solid var(--rule)}
details .scroll{border-top:1px solid var(--rule)}
summary{cursor:pointer;padding:12px 4px;min-height:44px;font-size:15px}
.formula{display:flex;flex-wrap:wrap;gap:12px 32px;align-items:center;overflow-x:auto;padding:8px 4px;margin:20px 0;font-size:1.08em}
.formula math{width:auto}
math{font-family:"STIX Two Math","Cambria Math","Latin Modern Math","Libertinus Math",math}
footer{margin-top:72px;padding-top:16px;border-top:1px solid var(--rule);font-size:13px;line-height:1.6;color:var(--quiet)}
footer p{margin:0 0 4px;overflow-wrap:anywhere}
@media (max-width:1079px){
.page{max-width:800px}
.spread{display:block}
.cover .margin{margin-top:32px}
section .margin{display:grid;grid-template-columns:repeat(auto-fit,minmax(220px,1fr));gap:0 32px;border-left:2px solid var(--rule);padding:4px 0 0 20px;margin-top:24px}
.emblem{max-width:340px;margin-left:auto;margin-right:auto}
}
@media (max-width:620px){
.page{padding:28px 20px 48px}
body{font-size:16.5px}
h1{font-size:29px;margin-bottom:20px}
h2{font-size:23px}
.summary li:first-child{font-size:1.16em}
nav ol{columns:1}
nav a{min-height:44px;align-items:center}
div.wide{display:none}
div.narrow{display:block}
.finding{font-size:18px}
th,td{padding-left:9px;padding-right:9px}
section{margin-top:48px}
tr>:first-child{max-width:44vw}
}
@page{size:A4;margin:18mm 17mm 20mm}
@media print{
body{font-size:10.5pt;line-height:1.5}
.page{max-width:none;padding:0}
.skip,.kicker a{display:none}
.spread{display:block}
h1{font-size:25pt}
h2{font-size:16pt}
h3,.finding{font-size:12pt}
h1,h2,h3,.finding,.subtitle,.table figcaption{break-after:avoid}
figure,.formula,.aside,.summary li{break-inside:avoid}
figure.table:has(tr:nth-child(26)){break-inside:auto}
tr{break-inside:avoid}
thead{display:table-header-group}
.scroll{overflow:visible}
table{font-size:8.5pt}
th,td{padding:2.5pt 6pt}
tr>:first-child{position:static}
div.wide{display:block}
div.narrow{display:none}
.figure svg{max-height:225mm}
.emblem{max-width:75mm;margin:6mm auto}
section{margin-top:12mm;break-before:auto}
section .margin{border-left:2px solid var(--rule);padding-left:4mm;margin-top:5mm}
summary{display:none}
details{border-bottom:0}
details::details-content{content-visibility:visible;block-size:auto}
}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`;

/** The style sheet of a report whose body is given. */
export const style = (markup: string): string =>
  `:root{color-scheme:light dark;${variables(palette.light)}}\n${layout.trim()}\n` +
  `@media screen and (prefers-color-scheme:dark){\n:root{${variables(palette.dark)}}\n${darkPictures(markup)}\n}`;
