const LIGHT =
  '--paper:#f6f3ec;--surface:#fff;--tint:#e8f0ef;--wash:#fbeeea;--ink:#1b1d1e;--ink2:#4e5458;--rule:#ddd7cb;--edge:#85817a;--accent:#0b5f66;--on:#fff;--seal:#b3261e'
const DARK =
  '--paper:#121517;--surface:#1a1e21;--tint:#16282a;--wash:#2b1d1a;--ink:#eeece6;--ink2:#b7bbbe;--rule:#343a3f;--edge:#858d93;--accent:#74cbd1;--on:#06262a;--seal:#ff9486'

const SANS =
  "-apple-system,'PingFang SC','HarmonyOS Sans SC',MiSans,'OPPO Sans','Noto Sans CJK SC','Source Han Sans SC','Noto Sans SC','Microsoft YaHei',sans-serif"
const SONG =
  "'Songti SC','Noto Serif CJK SC','Source Han Serif SC','Noto Serif SC','PingFang SC','Microsoft YaHei',serif"

/** Base, headings, links, the frame of every page. */
const FRAME = [
  `:root{color-scheme:light dark;--t:18px;--t1:15px;--t3:22px;--t4:29px;--t5:41px;--sans:${SANS};--song:${SONG};${LIGHT}}`,
  `@media(prefers-color-scheme:dark){:root{${DARK}}}`,
  '*,::before,::after{box-sizing:border-box}html{background:var(--paper)}',
  `body{margin:0;background:var(--paper);color:var(--ink);font:400 var(--t)/1.55 var(--sans);font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%;line-break:strict;overflow-wrap:anywhere}`,
  'h1,h2,h3,p,ul,dl,dd,form,table{margin:0;padding:0}h1,h2,h3{font:inherit;text-wrap:balance}ul{list-style:none}p{text-wrap:pretty}',
  'a{color:var(--accent);text-decoration:none}a:hover{text-decoration:underline}a:focus-visible,input:focus-visible,button:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}',
  '.page{max-width:1080px;margin:0 auto;padding:0 16px 40px}.skip{position:absolute;left:-999em;display:inline-flex;align-items:center;min-height:48px;padding:0 16px}.skip:focus{position:static}',
  '.top{background:var(--surface);border-bottom:1px solid var(--rule)}.top div{max-width:1080px;margin:0 auto;padding:0 8px;display:flex;flex-wrap:wrap;align-items:center}.top a{display:inline-flex;align-items:center;min-height:48px;min-width:48px;padding:0 8px}.top b{font:900 21px/1 var(--song);letter-spacing:.1em;color:var(--ink)}.top nav{margin-left:auto;display:flex}',
  '.crumbs{display:flex;flex-wrap:wrap;font-size:var(--t1)}.crumbs a{display:inline-flex;align-items:center;min-height:44px;min-width:44px;padding-right:12px}',
  '.kick,.small{font-size:var(--t1);color:var(--ink2);line-height:1.5}.title{font:900 var(--t4)/1.25 var(--song);padding-bottom:14px}.nh{border-bottom:3px solid var(--ink);padding-top:8px}',
  '.sec{margin-top:26px}.sec>h2,.sec>.h{font:700 var(--t3)/1.3 var(--song);padding-bottom:6px;border-bottom:2px solid var(--ink)}.leaf{background:var(--surface);margin:0 -16px;padding:16px;border-bottom:1px solid var(--rule)}',
  '.row{display:flex;align-items:center;gap:12px;min-height:60px;padding:10px 0;border-bottom:1px solid var(--rule);color:inherit}.row:hover{text-decoration:none}a.row:hover b{text-decoration:underline}.row>span:not(.mark,.day,.end){flex:1;min-width:0}.row b{display:block;line-height:1.4;font-weight:600}.row small{display:block;font-size:var(--t1);color:var(--ink2);line-height:1.45}.row .end{font-size:var(--t1);color:var(--ink2);white-space:nowrap;text-align:right}.row.tel .end{color:var(--accent);font-size:var(--t)}',
  '.btn{display:flex;align-items:center;justify-content:center;min-height:50px;margin-top:16px;padding:8px 16px;border:1.5px solid var(--accent);border-radius:6px;font-weight:600;background:var(--surface);text-align:center}.btn.main{background:var(--accent);color:var(--on)}',
  '.bad{color:var(--seal);font-weight:600}.band{background:var(--wash);border:2px solid var(--seal);padding:12px 16px;margin-top:16px}.old{background:var(--wash);margin:0;padding:10px 16px;border-bottom:2px solid var(--seal)}',
  '.foot{margin-top:40px;padding-top:12px;border-top:1px solid var(--rule);font-size:var(--t1);color:var(--ink2)}.foot a{display:inline-flex;align-items:center;min-height:44px;margin-right:18px}',
]

/** The record and what is said next to it. */
const NOTICE = [
  '.lead{font-size:var(--t)}.fig{margin-top:8px;display:flex;flex-wrap:wrap;align-items:baseline;gap:0 8px}.fig__l{flex-basis:100%;font-size:var(--t1);color:var(--ink2)}.fig__n{font-size:var(--t5);font-weight:700;line-height:1.15;letter-spacing:-.015em}.fig__n i{font-style:normal;font-size:.55em}',
  '.stamp{display:flex;align-items:center;gap:12px;margin-top:12px;padding-top:12px;border-top:1px solid var(--rule);line-height:1.45}.stamp b{display:block;font-weight:600}.seal{flex:none;display:grid;grid-template-columns:1fr 1fr;place-items:center;width:48px;height:48px;padding:3px;border:2px solid var(--seal);border-radius:4px;color:var(--seal);font:900 17px/1 var(--song)}',
  '.open{display:flex;align-items:center;gap:12px;margin-top:12px;padding-top:12px;border-top:1px solid var(--rule)}.day{flex:none;width:54px;text-align:center;border:1.5px solid var(--accent);color:var(--accent);border-radius:4px;line-height:1.15;padding:5px 0 6px;font-size:14px}.day b{display:block;font-size:21px;font-weight:700}.day.over{border-color:var(--edge);color:var(--ink2)}.day.over b{font-size:17px}',
  '.tell{border-left:4px solid var(--accent);margin-top:18px;padding:2px 0 2px 12px}.tell b{display:block;font-weight:600}.tell a{display:flex;align-items:center;min-height:44px;text-decoration:underline}.band a{display:inline-flex;align-items:center;min-height:44px;text-decoration:underline}',
  '.text p{margin-top:10px}.cap{display:flex;flex-wrap:wrap;gap:0 16px;padding:8px 0;font-size:var(--t1);color:var(--ink2)}',
  '.facts>div,.tot>div{display:flex;flex-wrap:wrap;gap:0 16px;justify-content:space-between;padding:9px 0;border-bottom:1px solid var(--rule)}.facts dt{color:var(--ink2);font-size:var(--t1);min-width:6em}.facts dd{flex:1 1 60%}.facts .miss{color:var(--ink2)}.tot dd{font-weight:600;text-align:right;margin-left:auto}',
  '.ok,.no{font-weight:600;padding:8px 0}.ok{color:var(--accent)}.ok::before{content:"✓ "}.no{color:var(--seal)}.no::before{content:"× "}',
  '.t{width:100%;border-collapse:collapse;margin-top:10px;background:var(--surface);border-top:1px solid var(--ink);border-bottom:1px solid var(--ink)}.t th,.t td{padding:9px 10px;text-align:left;vertical-align:baseline;font-weight:400;border-bottom:1px solid var(--rule)}.t thead th{font-size:var(--t1);color:var(--ink2);border-bottom-color:var(--edge);vertical-align:bottom}.t .l{font-weight:500}.t .a{text-align:right;white-space:nowrap}.t .p{font-weight:600}.t .r{font-size:var(--t1);color:var(--ink2)}.t .g th{background:var(--tint);font-weight:600}.t .s th,.t .s td{font-size:var(--t1);text-align:right;color:var(--ink2)}.t .s td{color:var(--ink);font-weight:600;font-size:var(--t);white-space:nowrap}',
  '@media screen and (max-width:719px){.sec>.t{margin-left:-16px;margin-right:-16px;width:auto}.t,.t tbody{display:block}.t thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.t tr{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 14px;padding:10px 16px;border-bottom:1px solid var(--rule)}.t tr>*,.t thead th{padding:0;border:0}.t tr::after{content:"";order:2;flex-basis:100%}.t .l{flex:1 1 0;min-width:9em;order:0}.t .p{order:1;margin-left:auto}.t tbody .a:not(.p),.t .r{order:3;font-size:var(--t1);color:var(--ink2);white-space:normal;text-align:left}.t .e{display:none}.t td[data-u]::after{content:attr(data-u)}.t td[data-l]::before{content:attr(data-l)" ";font-size:var(--t1);font-weight:400;color:var(--ink2)}.t tr.g{background:var(--tint)}.t .g th{background:none}.t .s th{flex:1;text-align:left}.t .s::after{display:none}}',
  'details.sec>summary{display:flex;align-items:center;min-height:52px;border-bottom:1px solid var(--rule);cursor:pointer;list-style:none}details.sec>summary h2{font-weight:600}details.sec>summary::-webkit-details-marker{display:none}details.sec>summary::after{content:"";margin:0 6px 4px auto;width:9px;height:9px;border:solid var(--accent);border-width:0 2px 2px 0;transform:rotate(45deg)}details[open].sec>summary::after{transform:rotate(225deg)}',
  '.files a,.links a{display:flex;justify-content:space-between;gap:12px;align-items:center;min-height:48px;border-bottom:1px solid var(--rule)}.files small{color:var(--ink2);white-space:nowrap}',
]

/** Home, lists, catalogue. */
const PLACES = [
  '.mast{padding-top:10px}.mast div{display:flex;flex-wrap:wrap;align-items:flex-end;justify-content:space-between;gap:4px 16px;padding-bottom:12px;border-bottom:4px solid var(--ink)}.mast::after{content:"";display:block;height:3px;border-bottom:1px solid var(--ink)}.mast h1{font:900 var(--t5)/1.1 var(--song);letter-spacing:.04em}.mast div p{font:700 var(--t3)/1.25 var(--song);text-align:right}.mast small{display:block;font:400 var(--t1)/1.5 var(--sans);color:var(--ink2)}',
  '.mark{flex:none;width:46px;height:46px;display:grid;place-items:center;border:1.5px solid var(--ink);border-radius:4px;font:900 24px/1 var(--song);background:var(--surface)}.row b.cat{font-size:var(--t3);font-weight:700}',
  '.chips{display:flex;flex-wrap:wrap;gap:8px;padding:14px 0}.chips a,.chips b{display:inline-flex;align-items:center;min-height:44px;padding:0 14px;border:1px solid var(--edge);border-radius:22px;background:var(--surface);font-weight:400}.chips b{border:2px solid var(--accent);color:var(--accent);font-weight:600;background:var(--tint)}.chips b::before{content:"✓ "}',
  '.mon{display:grid;grid-template-columns:54px minmax(0,1fr);border-bottom:1px solid var(--ink)}.mon h2{padding-top:10px;font:400 var(--t1)/1.3 var(--song);color:var(--ink2)}.mon h2 b{font:900 var(--t4)/1.2 var(--song);color:var(--ink)}.mon .row:last-child{border-bottom:0}',
  '.find{display:flex;gap:8px;margin-top:16px}.find label{flex:1;min-width:0}.find label span{display:block;font-size:var(--t1);color:var(--ink2)}.find input{width:100%;min-height:50px;padding:0 12px;font:inherit;color:var(--ink);background:var(--surface);border:1.5px solid var(--edge);border-radius:6px}.find button{align-self:flex-end;min-height:50px;padding:0 18px;font:inherit;font-weight:600;border:1.5px solid var(--accent);border-radius:6px;background:var(--accent);color:var(--on)}',
  '@media(min-width:960px){:root{--t5:46px}.cols{display:grid;grid-template-columns:minmax(0,1.72fr) minmax(0,1fr);gap:0 40px;align-items:start}.leaf{margin:0;border:1px solid var(--rule);border-top:0;padding:20px 24px}}',
  '@media print{:root{color-scheme:light;--t:12pt;--t1:10.5pt;--t3:14pt;--t4:20pt;--t5:24pt;--paper:#fff;--surface:#fff;--tint:#fff;--wash:#fff;--ink:#000;--ink2:#000;--rule:#999;--edge:#555;--accent:#000;--seal:#000}.top,.crumbs,.find,.chips,.links,.btn,.foot a,.skip{display:none}.page{max-width:none;padding:0}.cols{display:block}.leaf{margin:0;padding:8pt 0}tr,.row,.facts>div{break-inside:avoid}h2{break-after:avoid}thead{display:table-header-group}details::details-content{content-visibility:visible;display:block}@page{size:A4;margin:12mm 14mm}}',
]

/** Style sheet of the pages, inline in each: reading needs no second request. */
export const STYLE = [...FRAME, ...NOTICE, ...PLACES].join('')
