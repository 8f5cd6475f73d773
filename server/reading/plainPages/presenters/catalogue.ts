import { chinaDate } from '@shared/common/period'
import type { CataloguePage, ItemPage, NoticeSummary } from '@shared/contract/reading/site'
import { escaped, tag } from '@server/documents/html/markup'
import { appPaths, plainPaths } from '@server/platform/config/publicAddresses'
import type { PageText } from '@server/platform/pages/pageCache'
import { itemData } from './linkedData'
import { noticeRow } from './parts'
import { recordMarkup } from './record'
import { instantDay, pageOf, section } from './shell'

type Area = CataloguePage['areas'][number]

function itemRow({ key, path, forVillages, villageCount }: Area['items'][number], issuer: string): string {
  const who = forVillages ? `各村（社区）也公开 · ${villageCount} 个公开过` : '街道（镇）公开'
  const above = path.slice(0, -1).join(' › ')
  const more = above ? `${above} · ${who}` : who
  return tag('a', `<span><b>${escaped(path.at(-1) ?? key)}</b><small>${escaped(more)}</small></span>`, {
    class: 'row',
    href: plainPaths.item(issuer, key),
  })
}

const frameOf = ({ code, name }: { code: string; name: string }) => ({ code, name, catalogue: code })

/** The disclosure catalogue of a street with its items, as a page without scripts. */
export function presentCatalogueList({ issuer, areas }: CataloguePage, base: string): PageText {
  const items = areas.reduce((sum, area) => sum + area.items.length, 0)
  const title = `${issuer.name}政务公开目录`
  const sections = areas.map(area =>
    section(
      area.area,
      `<p class="cap"><span>${escaped(area.title)}</span><span>第 ${area.version} 版</span><span>${escaped(area.effectiveFrom)} 起</span></p>${area.items.map(item => itemRow(item, issuer.code)).join('')}`,
    ),
  )
  const body = [
    `<nav class="crumbs" aria-label="返回"><a href="${escaped(plainPaths.place(issuer.code))}">‹ ${escaped(issuer.name)}</a></nav>`,
    `<header class="nh"><p class="kick">${areas.length} 个领域，${items} 项</p><h1 class="title">${escaped(title)}</h1></header>`,
    ...sections,
  ].join('')
  return pageOf(
    {
      title,
      description: `${title}：按规定应该公开的 ${items} 项，每项要公开什么、什么时候公开。`,
      path: plainPaths.catalogue(issuer.code),
      base,
      linkedData: { '@type': 'CollectionPage', name: title, url: base + plainPaths.catalogue(issuer.code), inLanguage: 'zh-CN' }, // prettier-ignore
      app: appPaths.catalogue(issuer.code),
      place: frameOf(issuer),
    },
    body,
  )
}

type Village = ItemPage['villages'][number]

function villageRow({ org, newest }: Village, today: string): string {
  if (!newest) return `<p class="row"><span><b>${escaped(org.name)}</b><small>还没有公开</small></span></p>`
  return tag(
    'a',
    `<span><b>${escaped(org.name)}</b><small>${escaped(newest.title)}</small></span><span class="end">${instantDay(newest.publishedAt, today)}</span>`,
    { class: 'row', href: plainPaths.notice(newest.id) },
  )
}

/** An item of the catalogue: what it requires, and who disclosed it, as a page without scripts. */
export function presentItem(page: ItemPage, base: string, now: Date): PageText {
  const { item, issuer, government, villages, presented } = page
  const today = chinaDate(now)
  const name = item.path.at(-1) ?? item.key
  const record = recordMarkup(presented.blocks)
  const rows = (notices: readonly NoticeSummary[]) => notices.map(one => noticeRow(one, today)).join('')
  const body = [
    `<nav class="crumbs" aria-label="返回"><a href="${escaped(plainPaths.catalogue(issuer.code))}">‹ 公开目录</a></nav>`,
    `<header class="nh"><p class="kick">${escaped(`${issuer.name} · ${item.path.slice(0, -1).join(' › ')}`)}</p><h1 class="title">${escaped(name)}</h1></header>`,
    '<div class="cols"><div>',
    record.sentence,
    record.parts,
    '</div><div>',
    section(`${issuer.name}公开的`, rows(government)),
    section('各村（社区）公开的', villages.map(village => villageRow(village, today)).join('')),
    '</div></div>',
  ].join('')
  const title = `${name}（${issuer.name}公开目录）`
  return pageOf(
    {
      title,
      description: `${item.path.join(' › ')}：公开什么、什么时候公开、谁公开过。`,
      path: plainPaths.item(issuer.code, item.key),
      base,
      linkedData: itemData(page, base),
      app: appPaths.item(item.id),
      place: frameOf(issuer),
    },
    body,
  )
}
