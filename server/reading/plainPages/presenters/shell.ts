import { chinaDate } from '@shared/common/period'
import { escaped, tag } from '@server/documents/html/markup'
import { HTML_TYPE } from '@server/platform/pages/pageAnswer'
import type { PageText } from '@server/platform/pages/pageCache'
import { plainPaths } from '@server/platform/config/publicAddresses'
import { STYLE } from './style'

/** What a page says of itself to search engines and chat programs. */
export interface About {
  title: string
  description: string
  /** Path of the page, under which it is to be found; null: under none. */
  path: string | null
  /** Public base address of this installation. */
  base: string
  kind?: 'article' | 'website'
  /** schema.org description of what is on the page. */
  linkedData?: object
  /** Path of the RSS feed. */
  feed?: string
  /** Path of the same page in the web app. */
  app: string
  /** Organisation whose home, catalogue and search the page leads to; null: none. */
  place: { code: string; name: string; catalogue: string | null } | null
}

const meta = (name: string, content: string): string => `<meta name="${name}" content="${escaped(content)}">`
const property = (name: string, content: string): string =>
  `<meta property="${name}" content="${escaped(content)}">`
const link = (rel: string, href: string, more = ''): string =>
  `<link rel="${rel}" href="${escaped(href)}"${more}>`

/** Linked data as a block that no browser runs; `<` is written so that nothing can end it. */
const dataBlock = (data: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...data }).replace(/</g, '\\u003c')}</script>`

/** The board with three lines; without it a browser asks for /favicon.ico. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Cpath d='M2 2h28v28H2z' fill='%230b5f66'/%3E%3Cpath d='M8 10h16M8 16h16M8 22h10' stroke='white' stroke-width='3'/%3E%3C/svg%3E"

function headOf({ title, description, path, base, kind, linkedData, feed }: About): string {
  return [
    '<meta charset="utf-8">',
    meta('viewport', 'width=device-width,initial-scale=1'),
    meta('format-detection', 'telephone=no'),
    `<title>${escaped(title)}</title>`,
    meta('description', description),
    path === null ? meta('robots', 'noindex') : link('canonical', base + path),
    property('og:type', kind ?? 'website'),
    property('og:site_name', '明白栏'),
    property('og:locale', 'zh_CN'),
    property('og:title', title),
    property('og:description', description),
    ...(path === null ? [] : [property('og:url', base + path)]),
    '<meta name="theme-color" content="#f6f3ec" media="(prefers-color-scheme:light)"><meta name="theme-color" content="#121517" media="(prefers-color-scheme:dark)">',
    ...(feed === undefined ? [] : [link('alternate', feed, ' type="application/rss+xml" title="新公示"')]),
    link('icon', ICON),
    `<style>${STYLE}</style>`,
    ...(linkedData ? [dataBlock(linkedData)] : []),
  ].join('')
}

const linkTo = (href: string, text: string): string => tag('a', escaped(text), { href })

function topOf({ place, app }: About): string {
  const links = place
    ? [
        linkTo(plainPaths.place(place.code), '公开栏'),
        linkTo(plainPaths.search(place.code), '查找'),
        ...(place.catalogue === null ? [] : [linkTo(plainPaths.catalogue(place.catalogue), '目录')]),
      ]
    : [linkTo(app, '打开明白栏')]
  const home = place ? plainPaths.place(place.code) : '/'
  return `<header class="top"><div><a href="${escaped(home)}"><b>明白栏</b></a><nav aria-label="主要页面">${links.join('')}</nav></div></header>`
}

const footOf = ({ app, place, feed }: About): string =>
  tag(
    'footer',
    [
      place ? `<p>${escaped(place.name)}公开。不登录就能看，没有广告、积分和排名。</p>` : '',
      linkTo(app, '在手机上看、提意见'),
      feed === undefined ? '' : linkTo(feed, '订阅新公示（RSS）'),
    ].join(''),
    { class: 'foot' },
  )

/** Writes a whole page without scripts. `body` is markup. */
export function pageOf(about: About, body: string): PageText {
  const text = [
    `<!doctype html><html lang="zh-CN"><head>${headOf(about)}</head><body>`,
    '<a class="skip" href="#main">跳到正文</a>',
    topOf(about),
    `<main id="main" class="page" tabindex="-1">${body}${footOf(about)}</main></body></html>\n`,
  ]
  return { type: HTML_TYPE, text: text.join('') }
}

/** Writes a date as people say it: without the year if it is this one. `today`: `YYYY-MM-DD`. */
export function dayText(date: string, today: string): string {
  const day = `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`
  return date.slice(0, 4) === today.slice(0, 4) ? day : `${date.slice(0, 4)}年${day}`
}

export const instantDay = (instant: string | Date, today: string): string =>
  dayText(chinaDate(instant), today)

/** Days from today to the date, both `YYYY-MM-DD`. */
export const daysTo = (date: string, today: string): number =>
  Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000)

/** Box with the days that a publicity period still lasts. */
export function dayBox(endsOn: string, today: string): string {
  const left = daysTo(endsOn, today)
  if (left < 0) return '<span class="day over">公示<b>结束</b></span>'
  return left === 0
    ? '<span class="day">今天<b>最后</b>一天</span>'
    : `<span class="day">还剩<b>${left}</b>天</span>`
}

/** Section with its heading; `inner` is markup. */
export const section = (heading: string, inner: string): string =>
  inner === '' ? '' : tag('section', `${tag('h2', escaped(heading))}${inner}`, { class: 'sec' })
