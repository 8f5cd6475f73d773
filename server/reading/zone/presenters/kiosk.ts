import { FOCUS_CATEGORIES } from '@shared/facts/disclosure/categories'
import { dateLabel, chinaDate } from '@shared/common/period'
import { qrModules } from '@shared/presentation/qrModules'
import { escaped } from '@server/documents/html/markup'
import { plainPaths } from '@server/platform/config/publicAddresses'
import type { PageText } from '@server/platform/pages/pageCache'
import { PLAIN_STYLE } from '@server/reading/plainPages'
import { KIOSK_STYLE } from './kioskStyle'

interface Place {
  code: string
  name: string
}

interface Props {
  place: Place
  /** Villages below a street. */
  villages: readonly Place[]
  /** Organisation whose catalogue holds here; null: none. */
  catalogue: string | null
  /** Address of the form of an application, for the visitor's own phone. */
  apply: string
  now: Date
}

/** Draws a QR code as SVG. */
function qrSvg(text: string, label: string): string {
  const { size, dark } = qrModules(text)
  const path = dark.map(([column, row]) => `M${column} ${row}h1v1h-1z`).join('')
  return `<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${escaped(label)}" shape-rendering="crispEdges"><path d="${path}"/></svg>`
}

const tile = (path: string, name: string, text: string): string =>
  `<button type="button" data-path="${escaped(path)}">${escaped(name)}<small>${escaped(text)}</small></button>`

function startOf({ place, villages, catalogue, apply, now }: Props): string {
  const tiles = [
    ...FOCUS_CATEGORIES.map(({ code, name }) => tile(plainPaths.category(place.code, code), name, '按月看')),
    tile(plainPaths.place(place.code), '最新公示', '刚公开的、正在公示的'),
    ...(catalogue === null ? [] : [tile(plainPaths.catalogue(catalogue), '公开目录', '应该公开哪些')]),
    tile(plainPaths.zone(place.code), '查阅点和指南', '到哪里看、怎么申请'),
    ...villages.map(({ code, name }) => tile(plainPaths.place(code), name, '村（社区）公开栏')),
  ]
  return [
    '<div class="hall">',
    `<header class="mast"><p class="kick">自助查询，不用登录，看完自动清空</p><div><h1>${escaped(place.name)}</h1><p>信息公开<small>${dateLabel(chinaDate(now))}</small></p></div></header>`,
    `<div class="own">${qrSvg(apply, '扫码申请公开')}<p>没有公开的，可以申请：用自己的手机扫这个码，或者到窗口说，工作人员代写。</p></div>`,
    '<form class="find" role="search" autocomplete="off"><label><span>找公示：事项、村、词</span><input name="q" type="text" inputmode="search" maxlength="50" autocomplete="off" autocorrect="off" spellcheck="false"></label><button>查找</button></form>',
    `<div class="tiles">${tiles.join('')}</div>`,
    '</div>',
  ].join('')
}

const ACTS = [
  ['home', '回到开头'],
  ['back', '上一页'],
  ['up', '往上'],
  ['down', '往下'],
  ['read', '念给我听'],
  ['print', '打印'],
  ['end', '结束使用'],
] as const

/** Page of the look-up machine 自助查询机 in a hall: one document that keeps nothing. */
export function presentKiosk(props: Props): PageText {
  const { place, now } = props
  const bar = ACTS.map(([id, name]) => `<button type="button" id="${id}">${name}</button>`).join('')
  const text = [
    '<!doctype html><html lang="zh-CN" class="kiosk"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><meta name="referrer" content="no-referrer"><meta name="format-detection" content="telephone=no">',
    `<title>自助查询 ${escaped(place.name)}</title><link rel="icon" href="data:,"><style>${PLAIN_STYLE}${KIOSK_STYLE}</style></head>`,
    `<body data-org="${escaped(place.code)}" data-copied="${now.toISOString()}" data-record="no">`,
    '<p id="state" role="status" hidden></p><main id="view" class="page" tabindex="-1"></main>',
    `<template id="start">${startOf(props)}</template>`,
    `<nav class="bar" aria-label="操作">${bar}</nav>`,
    '<div id="warning" role="alertdialog" aria-label="快要清空了" hidden><p>还有 <b id="left">10</b> 秒清空</p><button type="button" id="stay">我还在用</button></div>',
    '<script src="/kiosk.js"></script></body></html>\n',
  ]
  return { type: 'text/html; charset=utf-8', text: text.join('') }
}
