import type { CaseItem } from '@server/domain/application'
import { chinaDate, dateLabel } from '@shared/common/period'
import type { ArchiveEntry } from '@shared/contract/participation/applicationPapers'
import { type ApplicationContext, clockOf } from './caseFile'
import { itemsWithPapers } from './casePapers'
import { limitDay } from './clock'
import { replyHash } from './letter'

type Lacking = (work: ApplicationContext, today: string) => string | null

const opinionsOf = (items: readonly CaseItem[]) => items.flatMap(({ opinions }) => opinions ?? [])

const unsearched = (items: readonly CaseItem[]) =>
  items.filter(({ kind, search }) => kind === 'absent' && (search ?? []).length === 0)

const ungiven = (items: readonly CaseItem[]) =>
  items.filter(
    ({ kind, given, manner }) =>
      (kind === 'given' || kind === 'partly') && (given ?? []).length === 0 && !manner,
  )

const numbers = (items: readonly CaseItem[]): string => items.map(({ id }) => `第 ${id} 项`).join('、')

const lawyerLacks: Lacking = work => {
  const { lawyer, landOrHouse } = work.application
  if (!lawyer) return landOrHouse ? '没有律师的意见' : null
  return lawyer.hash === replyHash(work) ? null : '律师看过的不是签发的这一份'
}

const windowLacks: Lacking = ({ application, events, holidays }, today) => {
  const pending = (application.remedies ?? []).filter(({ result }) => result === null)
  if (pending.length > 0) return `${pending.map(({ body }) => body).join('、')}还没有结果`
  if (application.deliveries.length === 0) return null
  const window = limitDay('review-window', clockOf(events), holidays)
  return window !== null && today <= window ? `申请人还可以申请行政复议，到${dateLabel(window)}为止` : null
}

/** Catalogue of a file 归档目录, in the order in which it is bound; what each part needs to be whole. */
const PARTS: readonly (readonly [string, Lacking])[] = [
  ['申请表', ({ application: { items } }) => (items.length > 0 ? null : '没有写申请了哪几项内容')],
  ['身份信息（密封）', () => null],
  ['登记回执', ({ application: { receivedOn } }) => (receivedOn === null ? '没有收到申请的日期' : null)],
  [
    '补正告知书和补正',
    ({ events }) => {
      const asked = events.some(({ step }) => step === 'correct')
      return asked && events.every(({ step }) => step !== 'corrected')
        ? '告知过补正，没有收到补正的记录'
        : null
    },
  ],
  [
    '征求意见书和意见',
    ({ application: { items } }) => {
      const open = opinionsOf(items).filter(({ answer }) => !answer)
      return open.length === 0 ? null : `没有登记${open.map(({ to }) => to ?? '').join('、')}的意见`
    },
  ],
  [
    '检索记录',
    ({ application: { items } }) => {
      const left = unsearched(items)
      return left.length === 0 ? null : `${numbers(left)}没有检索记录`
    },
  ],
  ['律师审核', lawyerLacks],
  [
    '审批单',
    ({ application: { handlerId, signerId } }) => (handlerId && signerId ? null : '没有经办人或者签发人'),
  ],
  ['答复书', ({ application: { letter } }) => (letter === '' ? '没有答复书' : null)],
  [
    '给出的材料',
    work => {
      const left = ungiven(itemsWithPapers(work))
      return left.length === 0 ? null : `${numbers(left)}没有给出的材料`
    },
  ],
  ['送达回证', ({ application: { deliveries } }) => (deliveries.length === 0 ? '没有送达的记录' : null)],
  ['复议和诉讼', windowLacks],
]

/** Lists what belongs into the archive, and what each part lacks still. */
export const archiveList = (work: ApplicationContext, now: Date): ArchiveEntry[] =>
  PARTS.map(([name, lacks]) => ({ name, missing: lacks(work, chinaDate(now)) }))
