import { chinaDate } from '@shared/common/period'
import type { RemovedNotice } from '@shared/contract/disclosure/removedNotice'
import type { SearchPage } from '@shared/contract/reading/search'
import type { NoticeSummary } from '@shared/contract/reading/site'
import { escaped, tag } from '@server/documents/html/markup'
import { appPaths, plainPaths } from '@server/platform/config/publicAddresses'
import type { PageText } from '@server/platform/pages/pageCache'
import { ALL, MARKS } from './home'
import { noticeRow, removedRows, removedSection, searchForm } from './parts'
import { pageOf } from './shell'

/** Organisation of a list, with the one whose catalogue holds there. */
export interface ListPlace {
  code: string
  name: string
  catalogue: string | null
}

interface Props {
  place: ListPlace
  category: { code: string; name: string }
  year: number
  /** Years with notices, newest first. */
  years: readonly number[]
  /** The year's notices, newest first. */
  notices: readonly NoticeSummary[]
  /** Withdrawn and erased notices of the year. */
  removed: readonly RemovedNotice[]
  /** The address names the year. */
  named: boolean
  base: string
  now: Date
}

const monthOf = ({ publishedAt }: NoticeSummary): number => Number(chinaDate(publishedAt).slice(5, 7))

function monthsOf(notices: readonly NoticeSummary[], today: string): string {
  const months: { month: number; rows: string[] }[] = []
  for (const notice of notices) {
    const month = monthOf(notice)
    const row = noticeRow(notice, today)
    const last = months.at(-1)
    if (last?.month === month) last.rows.push(row)
    else months.push({ month, rows: [row] })
  }
  return months
    .map(
      ({ month, rows }) =>
        `<section class="mon"><h2><b>${month}</b>月</h2><div>${rows.join('')}</div></section>`,
    )
    .join('')
}

const back = ({ code, name }: ListPlace): string =>
  `<nav class="crumbs" aria-label="返回"><a href="${escaped(plainPaths.place(code))}">‹ ${escaped(name)}</a></nav>`

/** Notices of a category in one year, by month, as a page without scripts. */
export function presentList(props: Props): PageText {
  const { place, category, year, years, notices, removed, named, base, now } = props
  const today = chinaDate(now)
  const path = plainPaths.category(place.code, category.code)
  const chips = years.map(one =>
    one === year ? `<b aria-current="page">${one}年</b>` : tag('a', `${one}年`, { href: `${path}/${one}` }),
  )
  const mark = MARKS[category.code]
  const body = [
    back(place),
    `<header class="nh row">${mark ? `<span class="mark" aria-hidden="true">${mark}</span>` : ''}<span><h1 class="title">${escaped(category.name)}</h1><span class="kick">${escaped(place.name)} · ${year}年 ${notices.length} 条</span></span></header>`,
    years.length > 1 ? tag('nav', chips.join(''), { class: 'chips', 'aria-label': '年份' }) : '',
    notices.length === 0
      ? '<p class="lead">这一年没有公开过这一类。</p>'
      : monthsOf(notices, today),
    removedSection(place.code, removed, today),
  ].join('') // prettier-ignore
  const title = `${place.name}${category.name}公示（${year}年）`
  return pageOf(
    {
      title,
      description: `${title}，共 ${notices.length} 条。`,
      path: named ? `${path}/${year}` : path,
      base,
      feed: plainPaths.feed(place.code),
      app: category.code === ALL ? appPaths.place(place.code) : appPaths.category(place.code, category.code),
      place,
    },
    body,
  )
}

const hitRows = (hits: SearchPage['items'] | undefined, today: string): string =>
  hits?.map(hit => noticeRow(hit, today, hit.why)).join('') ?? ''

/** Results of a search as a page without scripts; `found` null: nothing was asked. */
export function presentFound(
  place: ListPlace,
  asked: string,
  found: SearchPage | null,
  base: string,
  now: Date,
): PageText {
  const today = chinaDate(now)
  const rows = hitRows(found?.items, today)
  const near = hitRows(found?.near, today)
  const hint = near === '' ? '换个词，或少写几个字，再试一次。' : '下面是意思相近的，看看是不是要找的。'
  const none = `<p class="lead">没有找到“${escaped(asked)}”。${hint}</p>`
  const more = found?.nextCursor
    ? tag('a', '接着看后面的', { class: 'btn', href: `${plainPaths.search(place.code)}?q=${encodeURIComponent(asked)}&cursor=${encodeURIComponent(found.nextCursor)}` })
    : '' // prettier-ignore
  const body = [
    back(place),
    `<header class="nh"><h1 class="title">在${escaped(place.name)}查找</h1></header>`,
    searchForm(place.code, asked),
    found && found.items.length === 0 ? none : rows,
    more,
    near === '' ? '' : `<h2>意思相近的</h2>${near}`,
    removedSection(place.code, found?.removed, today),
  ].join('')
  const title = asked ? `查找“${asked}”（${place.name}）` : `在${place.name}查找公示`
  return pageOf({ title, description: title, path: null, base, app: appPaths.search(), place }, body)
}

/** Register of withdrawals and erasures 撤回与删除登记 as a page without scripts. */
export function presentRemovals(
  place: ListPlace,
  removed: readonly RemovedNotice[],
  base: string,
  now: Date,
): PageText {
  const title = `撤回与删除登记（${place.name}）`
  const body = [
    back(place),
    `<header class="nh"><h1 class="title">撤回与删除登记</h1><p class="kick">${escaped(place.name)} · ${removed.length} 条</p></header>`,
    '<p class="lead">公开过又撤回、或者依法删除的，都记在这里：哪天、谁、依据什么。删去的内容不在这里。</p>',
    removed.length === 0 ? '<p class="row">还没有撤回或删除过。</p>' : removedRows(removed, chinaDate(now)),
  ].join('')
  return pageOf(
    {
      title,
      description: title,
      path: plainPaths.removals(place.code),
      base,
      app: appPaths.removals(place.code),
      place,
    },
    body,
  )
}
