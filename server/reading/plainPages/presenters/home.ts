import { FOCUS_CATEGORIES } from '@shared/facts/disclosure/categories'
import { isVillage } from '@shared/common/orgKinds'
import { chinaDate, dateLabel } from '@shared/common/period'
import type { Home } from '@shared/contract/reading/site'
import type { OrgRef } from '@shared/contract/people/org'
import { escaped, tag } from '@server/documents/html/markup'
import { appPaths, plainPaths } from '@server/platform/config/publicAddresses'
import type { PageText } from '@server/platform/pages/pageCache'
import type { OpenPeriod } from '../queries/lists'
import { placeData } from './linkedData'
import { contactRows, noticeRow, removedSection, searchForm } from './parts'
import { dayBox, dayText, instantDay, pageOf, section } from './shell'

/** Character that for each of the five categories. */
export const MARKS: Readonly<Record<string, string>> = {
  'poverty-alleviation': '扶',
  'village-finance': '账',
  subsidy: '补',
  'elderly-care': '老',
  'social-assistance': '救',
}

interface Props {
  home: Home
  /** Notices whose publicity period runs. */
  open: readonly OpenPeriod[]
  /** Villages below a street. */
  villages: readonly Pick<OrgRef, 'code' | 'name'>[]
  /** Organisation whose catalogue holds here; null: none. */
  catalogue: string | null
  base: string
  now: Date
}

type Category = Home['categories'][number]

function categoryRow({ code, name, newest }: Category, org: string, today: string): string {
  const mark = MARKS[code] ? `<span class="mark" aria-hidden="true">${MARKS[code]}</span>` : ''
  const said = newest ? `${newest.title} · ${instantDay(newest.publishedAt, today)}` : '还没有公开过'
  return tag('a', `${mark}<span><b class="cat">${escaped(name)}</b><small>${escaped(said)}</small></span>`, {
    class: 'row',
    href: plainPaths.category(org, code),
  })
}

const openRow = ({ id, title, endsOn }: OpenPeriod, today: string): string =>
  tag('a', `${dayBox(endsOn, today)}<span><b>${escaped(title)}</b><small>公示到${dayText(endsOn, today)}</small></span>`, { class: 'row', href: plainPaths.notice(id) }) // prettier-ignore

const villageRow = ({ code, name }: Pick<OrgRef, 'code' | 'name'>): string =>
  tag('a', `<span><b>${escaped(name)}</b></span>`, { class: 'row', href: plainPaths.place(code) })

/** Home of a village or street as a page without scripts. */
export function presentPlace({ home, open, villages, catalogue, base, now }: Props): PageText {
  const { org, street, categories, others, recent, removed, contacts } = home
  const today = chinaDate(now)
  const board = isVillage(org) ? `${org.words.affairs}公开栏` : '公开栏'
  const above = org.ancestors.map(({ name }) => name).join(' · ')
  const all = [...categories.filter(({ code }) => FOCUS_CATEGORIES.some(one => one.code === code))]
  const body = [
    `<header class="mast"><p class="kick">${escaped(above)}</p><div><h1>${escaped(org.name)}</h1><p>${board}<small>${dateLabel(today)}</small></p></div></header>`,
    searchForm(org.code),
    '<div class="cols"><div>',
    section('现在可以提意见', open.map(one => openRow(one, today)).join('')),
    section('五类重点公开', all.map(one => categoryRow(one, org.code, today)).join('')),
    others ? section('其他', categoryRow(others, org.code, today)) : '',
    '</div><div>',
    section(
      '最新公示',
      recent.length === 0
        ? '<p class="row">还没有公开过。</p>'
        : recent.map(one => noticeRow(one, today)).join('') +
            tag('a', '全部公示', { class: 'btn', href: plainPaths.category(org.code, ALL) }),
    ),
    removedSection(org.code, removed, today),
    section('各村（社区）', villages.map(villageRow).join('')),
    section('找人', contactRows(contacts)),
    org.address ? `<p class="small">${escaped(org.address)}</p>` : '',
    org.officeHours ? `<p class="small">${escaped(org.officeHours)}</p>` : '',
    street && street.code !== org.code
      ? tag('a', `去${escaped(street.name)}`, { class: 'btn', href: plainPaths.place(street.code) })
      : '',
    '</div></div>',
  ].join('')
  return pageOf(
    {
      title: `${org.name}${board}`,
      description: `${org.name}公开的公示：财务、补贴、救助、养老、脱贫攻坚，每一条都由监督委员会审过。`,
      path: plainPaths.place(org.code),
      base,
      linkedData: placeData(home, base),
      feed: plainPaths.feed(org.code),
      app: appPaths.place(org.code),
      place: { code: org.code, name: org.name, catalogue },
    },
    body,
  )
}

/** Name of the list of every category, in place of a category's code. */
export const ALL = 'all'
