import { chinaDate } from '@shared/common/period'
import type { NoticePage } from '@shared/contract/reading/site'
import { escaped, tag } from '@server/documents/html/markup'
import { appPaths, plainPaths } from '@server/platform/config/publicAddresses'
import type { PageText } from '@server/platform/pages/pageCache'
import { noticeData } from './linkedData'
import { contactRows, spokenCode } from './parts'
import { recordMarkup } from './record'
import { dayBox, dayText, daysTo, instantDay, pageOf, section } from './shell'

interface Props {
  page: NoticePage
  /** Path of the notice, by its code, or by its id where others share the code. */
  path: string
  /** Edition that the address names; null: the public one. */
  edition: number | null
  base: string
  now: Date
  /** The page leads into the mini program. */
  mini: boolean
}

/** Organisation of a page's frame, with the catalogue of the nearest street. */
export const placeOf = (page: Pick<NoticePage, 'org' | 'item'>) => ({
  code: page.org.code,
  name: page.org.name,
  catalogue: page.item.orgCode,
})

const band = (inner: string): string => `<div class="band">${inner}</div>`

/** Notices above everything else on the page: a later edition, an order of the town. */
function bandsOf({ page, path, edition }: Props, today: string): string {
  const newest = page.editions.find(({ withdrawn }) => !withdrawn)
  const former =
    edition !== null && newest && newest.edition !== edition
      ? band(`<p>这是第 ${edition} 版，后来有更正。<a href="${escaped(path)}">看现在的第 ${newest.edition} 版</a></p>`)
      : ''
  const { order } = page
  const ordered = order
    ? band(
        `<p class="bad">${escaped(order.body)}责令更正</p><p>${escaped(order.reason)}</p><p>应在${escaped(dayText(order.correctBy, today))}前更正。</p>`,
      )
    : ''
  return former + ordered
} // prettier-ignore

function stampOf({ notice, signOff }: NoticePage, today: string): string {
  const wrote = `${notice.author}写 · 第 ${notice.edition} 版`
  if (signOff?.opinion !== 'agree') return `<p class="stamp small">${escaped(wrote)}</p>`
  return [
    '<div class="stamp"><span class="seal" aria-hidden="true"><span>监</span><span>督</span><span>审</span><span>讫</span></span>',
    `<p><b>${escaped(`${signOff.name} ${instantDay(signOff.at, today)}审过`)}</b>`,
    `<span class="small">${escaped(`${signOff.role || signOff.body} · ${wrote}`)}</span></p></div>`,
  ].join('')
}

const askedOf = ({ open, answered, settled }: NoticePage['objections']): string => {
  const all = open + answered + settled
  if (all === 0) return '还没有人提异议。'
  return open > 0 ? `有 ${all} 件异议，${open} 件在等答复。` : `有 ${all} 件异议，都已经答复。`
}

function periodOf({ publicity, objections }: NoticePage, today: string): string {
  const { endsOn } = publicity.moved ?? publicity
  const left = daysTo(endsOn, today)
  const said = left < 0 ? `公示已在${dayText(endsOn, today)}结束。` : `公示到${dayText(endsOn, today)}，觉得不对就提。` // prettier-ignore
  return `<div class="open">${dayBox(endsOn, today)}<p>${escaped(`${said}${askedOf(objections)}`)}</p></div>`
}

function explainedOf({ explained }: NoticePage): string {
  if (!explained) return ''
  const { last, sentences } = explained
  const before = last
    ? ` <a href="${escaped(plainPaths.notice(last.id))}">看${escaped(last.periodLabel)}的</a>`
    : ''
  return `<p class="tell"><b>帮您看数</b>${escaped(sentences.join(''))}${before}</p>`
}

const line = (what: string, more: string, end: string): string =>
  `<div class="row"><span><b>${escaped(what)}</b>${more ? `<small>${escaped(more)}</small>` : ''}</span><span class="end">${escaped(end)}</span></div>`

/** Who wrote it, who signed it, what the meeting decided. */
function peopleOf({ notice, signOff, meeting }: NoticePage, today: string): string {
  return [
    line(`${notice.author} 写`, '', ''),
    signOff ? line(`${signOff.name} 审`, signOff.role || signOff.body, instantDay(signOff.at, today)) : '',
    meeting ? line('联席会议 定', meeting.decision, dayText(meeting.heldOn, today)) : '',
    line('公开', `短码 ${spokenCode(notice.id)}，打电话时报这个号`, instantDay(notice.publishedAt, today)),
  ].join('')
}

function editionsOf({ page, path }: Props, today: string): string {
  const { editions, erasures = [], notice } = page
  if (editions.length + erasures.length < 2) return ''
  const rows = editions.map(({ edition, publishedAt, reason, withdrawn }) => {
    const said = `<span><b>第 ${edition} 版${edition === notice.edition ? '（这一版）' : ''}</b><small>${escaped(withdrawn ? '已撤回' : (reason ?? '第一次公开'))}</small></span><span class="end">${instantDay(publishedAt, today)}</span>`
    return tag('a', said, { class: 'row', href: `${path}/${edition}` })
  })
  const gone = erasures.map(({ edition, at, basis }) =>
    line(`第 ${edition} 版 已依法删除`, basis, instantDay(at, today)),
  )
  return section('各版', [...rows, ...gone].join(''))
}

const link = (href: string, text: string): string => `<li>${tag('a', escaped(text), { href })}</li>`

function linksOf({ notice }: NoticePage): string {
  const files = `/api/v1/notices/${encodeURIComponent(notice.id)}`
  return section(
    '打印、下载',
    tag(
      'ul',
      [
        link(`${files}/wall?form=a4`, '公示单 A4（PDF）'),
        link(`${files}/wall?form=a3`, '公示单 A3（PDF）'),
        link(`${files}/export?format=xlsx`, '表格（Excel）'),
        link(files, '数据（JSON）'),
      ].join(''),
      { class: 'links' },
    ),
  )
}

function doubtsOf({ page: { notice, org }, path, mini }: Props): string {
  return section(
    '有疑问',
    [
      tag('a', '提意见', { class: 'btn main', href: appPaths.notice(notice.id) }),
      mini ? tag('a', '在微信小程序里打开', { class: 'btn', href: `${path}/open` }) : '',
      tag('a', '和街道公开的比一比', { class: 'btn', href: appPaths.alongside(notice.id) }),
      contactRows(org.contacts),
    ].join(''),
  )
}

/** A published notice as a page without scripts: the frozen record, and who answers for it. */
export function presentNotice(props: Props): PageText {
  const { page, path, edition, base, now } = props
  const { notice, org, item, presented } = page
  const today = chinaDate(now)
  const record = recordMarkup(presented.blocks)
  const at = instantDay(notice.publishedAt, today)
  const category = plainPaths.category(org.code, notice.category)
  const about = notice.regardsName ? `·${notice.regardsName}` : ''
  const body = [
    `<nav class="crumbs" aria-label="返回"><a href="${escaped(plainPaths.place(org.code))}">‹ ${escaped(org.name)}</a><a href="${escaped(category)}">${escaped(item.area)}</a></nav>`,
    bandsOf(props, today),
    '<div class="cols"><div>',
    `<header class="nh"><p class="kick">${escaped(`${org.name}${about} · ${notice.periodLabel} · ${at}公开`)}</p><h1 class="title">${escaped(notice.title)}</h1></header>`,
    `<div class="leaf">${record.sentence}${stampOf(page, today)}${periodOf(page, today)}</div>`,
    explainedOf(page),
    record.parts,
    '</div><div>',
    section('谁写、谁审、谁定', peopleOf(page, today)),
    doubtsOf(props),
    editionsOf(props, today),
    linksOf(page),
    `<p class="small">核对用的指纹 SHA-256：${escaped(presented.sha256)}</p>`,
    '</div></div>',
  ].join('')
  return pageOf(
    {
      title: page.share.title,
      description: notice.sentence || notice.title,
      path: edition === null ? path : null,
      base,
      kind: 'article',
      linkedData: noticeData(page, base + path, base),
      feed: plainPaths.feed(org.code),
      app: appPaths.notice(notice.id, edition ?? undefined),
      place: placeOf(page),
    },
    body,
  )
}
