import type { NoticeSummary } from '@shared/contract/reading/site'
import { shortCode } from '@shared/presentation/shortCode'
import { escaped, tag } from '@server/documents/html/markup'
import { plainPaths } from '@server/platform/config/publicAddresses'
import { instantDay } from './shell'

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

/** Form that finds notices of an organisation by words. */
export const searchForm = (code: string, asked = ''): string =>
  `<form class="find" role="search" action="${escaped(plainPaths.search(code))}"><label><span>找公示：事项、词、短码</span><input name="q" type="search" maxlength="50" value="${escaped(asked)}"></label><button>查找</button></form>`
