import type { NoticeSummary } from '@shared/contract/reading/site'
import { shortCode } from '@shared/presentation/shortCode'
import { escaped, tag } from '@server/documents/html/markup'
import { plainPaths } from '@server/platform/config/publicAddresses'
import type { RemovedNotice } from '@shared/contract/disclosure/removedNotice'
import { dayText, instantDay, section } from './shell'

/** Short code as it is said on the telephone: `896 1965`. */
export function spokenCode(id: string): string {
  const code = shortCode(id)
  return `${code.slice(0, 3)} ${code.slice(3)}`
}

/** Rows of people with their office telephone 找人. */
export const contactRows = (contacts: readonly { name: string; jobTitle: string; phone: string }[]): string =>
  contacts
    .map(({ name, jobTitle, phone }) =>
      tag(
        'a',
        `<span><b>${escaped(name)}</b><small>${escaped(jobTitle)}</small></span><span class="end">${escaped(phone)}</span>`,
        { class: 'row tel', href: `tel:${phone.replace(/[^\d+]/g, '')}` },
      ),
    )
    .join('')

/** Title in a list of one organisation: without its period, which the next line says, and without 公开. */
function shortTitle({ title, periodLabel }: NoticeSummary): string {
  return title.replace(periodLabel, '').replace(/(?:情况)?公开$/, '') || title
}

/** A notice in a list: title, sentence with the period, day. `more`: why it is in the list. */
export function noticeRow(notice: NoticeSummary, today: string, more = ''): string {
  const { id, periodLabel, publishedAt, regardsName } = notice
  const title = shortTitle(notice)
  const named = regardsName ? `${title}（${regardsName}）` : title
  const sentence = notice.sentence.includes(periodLabel)
    ? notice.sentence
    : `${periodLabel} · ${notice.sentence}`
  return tag(
    'a',
    `<span><b>${escaped(named)}</b><small>${escaped(sentence)}</small>${more ? `<small>${escaped(more)}</small>` : ''}</span><span class="end">${escaped(instantDay(publishedAt, today))}</span>`,
    { class: 'row', href: plainPaths.notice(id) },
  )
}

/** A withdrawn or erased notice in a list: which matter, when, by whom, why; never its words. */
const removedRow = (removed: RemovedNotice, today: string): string => {
  const { word, matter, periodLabel, noticeId, at, by, basis, confirmBy, outcome } = removed
  const waits = confirmBy ? `，${removed.orgName}的监督机构最晚${dayText(confirmBy, today)}确认` : ''
  const ended = outcome ? `<small>${escaped(outcome)}</small>` : ''
  return tag(
    'a',
    `<span><b>${escaped(`${word}：${matter}`)}</b><small>${escaped(`${periodLabel} · ${by}${waits}`)}</small><small>${escaped(`依据：${basis}`)}</small>${ended}</span><span class="end">${escaped(instantDay(at, today))}</span>`,
    { class: 'row', href: plainPaths.notice(noticeId) },
  )
}

/** Rows of withdrawn and erased notices; empty when there are none. */
export const removedRows = (removed: readonly RemovedNotice[], today: string): string =>
  removed.map(one => removedRow(one, today)).join('')

/** Section 撤回与删除 of a list, with the way to the whole register; empty when there are none. */
export const removedSection = (
  code: string,
  removed: readonly RemovedNotice[] | undefined,
  today: string,
): string =>
  section(
    '撤回与删除',
    removed && removed.length > 0
      ? removedRows(removed, today) +
          tag('a', '撤回与删除登记', { class: 'btn', href: plainPaths.removals(code) })
      : '',
  )

/** Form that finds notices of an organisation by words. */
export const searchForm = (code: string, asked = ''): string =>
  `<form class="find" role="search" action="${escaped(plainPaths.search(code))}"><label><span>找公示：事项、词、短码</span><input name="q" type="search" maxlength="50" value="${escaped(asked)}"></label><button>查找</button></form>`
