import { dateLabel } from '@shared/common/period'
import { lastDay } from '@shared/presentation/publicityWords'
import { spokenPhone } from '@shared/presentation/spoken/digits'
import { spokenText } from '@shared/presentation/spoken/text'
import { totalText } from '@shared/presentation/document/units'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import type { NoticePage } from '@shared/contract/reading/site'
import { sentenceIn } from './words'

type Table = Extract<PresentedBlock, { kind: 'table' }>

const totalsOf = (table: Table): string[] =>
  table.totals.map(total => `${total.label}${totalText(table, total)}`)

/** Returns the totals only: rows belong on the board, and names must not be read out. */
function totalLine({ presented }: NoticePage): string[] {
  const totals = presented.blocks.flatMap(block => (block.kind === 'table' ? totalsOf(block) : []))
  return totals.length > 0 ? [`${totals.join('，')}。`] : []
}

/** Returns the broadcast text 广播稿 of the village loudspeaker, with amounts and dates in spoken form. */
export function broadcastText(page: NoticePage): string {
  const { notice, org, publicity } = page
  const [contact] = org.contacts
  const until = publicity.over ? '' : `在${dateLabel(lastDay(publicity))}以前，`
  const whom = contact
    ? `给${contact.jobTitle}${contact.name}打电话，号码是${spokenPhone(contact.phone)}`
    : '向村务监督委员会反映'
  return [
    `各位${org.words.residents}请注意，现在播送${notice.orgName}的公示。`,
    `${notice.title}。`,
    sentenceIn(page),
    ...totalLine(page),
    '每一笔都贴在公开栏里，也可以用手机扫公开栏上的二维码看。',
    `有不同意见的，请${until}${whom}，或者在手机上提出异议。`,
    '播送完了，谢谢大家。',
  ]
    .map(spokenText)
    .join('\n')
}
