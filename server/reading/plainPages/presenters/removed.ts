import { chinaDate } from '@shared/common/period'
import type { ErrorBody } from '@shared/contract/common'
import type { NoticePage } from '@shared/contract/reading/site'
import { escaped, tag } from '@server/documents/html/markup'
import { appPaths, plainPaths } from '@server/platform/config/publicAddresses'
import type { PageText } from '@server/platform/pages/pageCache'
import { placeOf } from './notice'
import { contactRows, spokenCode } from './parts'
import { dayText, instantDay, pageOf, section } from './shell'

const fact = (label: string, text: string): string =>
  `<div><dt>${escaped(label)}</dt><dd>${escaped(text)}</dd></div>`

/** Whether the supervising body has confirmed the withdrawal, or until when it may. */
function standingOf({ removal }: NoticePage, today: string): string[] {
  if (!removal) return []
  const until = removal.confirmBy
    ? `监督机构最晚${dayText(removal.confirmBy, today)}确认，过期就恢复公开`
    : [...removal.agreed.map(({ body, by }) => `${body}${by}已确认`), removal.outcome]
        .filter(Boolean)
        .join('；')
  return until ? [fact('确认', until)] : []
}

/** The page that stays of a withdrawn edition 撤回: when, by whom, why. */
export function presentWithdrawn(page: NoticePage, path: string, base: string, now: Date): PageText {
  const { withdrawn, notice, org } = page
  if (!withdrawn) throw new Error(`${notice.id} is not withdrawn`)
  const today = chinaDate(now)
  const instead = withdrawn.instead
    ? tag('a', '看同一件事现在的公示', { class: 'btn', href: plainPaths.notice(withdrawn.instead) })
    : ''
  const others = page.editions.find(one => !one.withdrawn)
  const body = [
    `<header class="nh"><p class="kick">${escaped(`${org.name} · ${notice.periodLabel}`)}</p><h1 class="title">这条公示已撤回</h1></header>`,
    '<div class="band"><dl class="facts">',
    fact('哪天撤回', instantDay(withdrawn.at, today)),
    fact('谁撤回的', `${withdrawn.by}（${org.name}）`),
    fact('为什么', withdrawn.reason),
    ...standingOf(page, today),
    fact('短码', spokenCode(notice.id)),
    '</dl></div>',
    instead,
    others ? tag('a', `看第 ${others.edition} 版`, { class: 'btn', href: path }) : '',
    tag('a', `看${escaped(org.name)}的其他公示`, { class: 'btn', href: plainPaths.place(org.code) }),
    section('有疑问就打电话', contactRows(org.contacts)),
  ].join('')
  return pageOf(
    {
      title: `已撤回的公示（${org.name}）`,
      description: `这条公示已于${dayText(chinaDate(withdrawn.at), today)}撤回。`,
      path: null,
      base,
      app: appPaths.notice(notice.id),
      place: placeOf(page),
    },
    body,
  )
}

/** The page of an error: what happened, and where to go on. */
export function errorPage(status: number, { message, requestId }: ErrorBody['error']): string {
  const body = [
    `<header class="nh"><p class="kick">${status}</p><h1 class="title">${escaped(message)}</h1></header>`,
    '<p class="lead">地址可能抄错了。短码是 7 个数字，印在公示单和海报上。</p>',
    '<form class="find" action="/n"><label><span>按短码找公示</span><input name="code" inputmode="numeric" maxlength="9"></label><button>打开</button></form>',
    tag('a', '查找公示', { class: 'btn', href: appPaths.search() }),
    tag('a', '回到首页', { class: 'btn', href: '/' }),
    requestId ? `<p class="small">请求编号 ${escaped(requestId)}</p>` : '',
  ].join('')
  const about = { title: message, description: message, path: null, base: '', app: '/', place: null }
  return pageOf(about, body).text
}

/** Page of a short code that several notices share. */
export function presentChoice(
  code: string,
  found: readonly { id: string; title: string; orgName: string; periodLabel: string }[],
  base: string,
): PageText {
  const rows = found.map(
    ({ id, title, orgName, periodLabel }) =>
    tag('a', `<span><b>${escaped(title)}</b><small>${escaped(`${orgName} · ${periodLabel}`)}</small></span>`, { class: 'row', href: `/n/${id}` }), // prettier-ignore
  )
  const title = `${found.length} 条公示用同一个短码`
  const body = `<header class="nh"><p class="kick">短码 ${escaped(code)}</p><h1 class="title">${title}，您找哪一条？</h1></header>${rows.join('')}`
  return pageOf({ title, description: title, path: null, base, app: '/', place: null }, body)
}
