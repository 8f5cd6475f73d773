import type { ContentBlock, SignOff } from '@shared/contract/disclosure/notice'
import { isVillage } from '@shared/common/orgKinds'
import { chinaDate } from '@shared/common/period'
import { type AccountAnswer, accountAnswer } from '@server/domain/search/accountAnswer'
import { readAccounts } from '@server/domain/search/meaning/accounts'
import { readQuestion } from '@server/domain/search/meaning/question'
import type { Db } from '@server/platform/store/db'
import type { OrgRow } from '@server/people/orgs'
import { Publications, type PublicationRow, shownContent } from '@server/disclosure/publications'

const FIELDS = { noticeId: 1, title: 1, period: 1, regards: 1, signOff: 1, content: 1, presentation: 1, publicity: 1, publicityMoved: 1 } as const // prettier-ignore
type AccountRow = Pick<PublicationRow, keyof typeof FIELDS>
type Money = Extract<ContentBlock, { type: 'money' }>

/** Newest accounts that a question is looked for in: a year by month with registers, and the year before. */
const ACCOUNTS = 40

/** What the accounts say to a question, and the notice that says so. */
export interface AccountsSay {
  answer: AccountAnswer
  title: string
  signOff: SignOff | null
}

interface Question {
  org: OrgRow
  q: string
  now: Date
}

/** Returns what the published accounts of a village say to a question; null: it asks for nothing that they say. */
export async function accountsSay(db: Db, { org, q, now }: Question): Promise<AccountsSay | null> {
  const question = isVillage(org) ? readAccounts(q, readQuestion(q), chinaDate(now)) : null
  if (!question) return null
  const rows = await db
    .of(Publications)
    .find({ orgCode: org._id, live: true, category: 'village-finance' }, FIELDS)
    .sort({ publishedAt: -1, _id: -1 })
    .limit(ACCOUNTS)
    .lean<AccountRow[]>()
    .exec()
  const own = rows.filter(({ regards }) => regards === null)
  const statements = own.flatMap(row => {
    const money = shownContent(row, now).blocks.find((block): block is Money => block.type === 'money')
    return money ? [{ noticeId: row.noticeId, period: row.period, money }] : []
  })
  const answer = accountAnswer(statements, question)
  const said = own.find(({ noticeId }) => noticeId === answer?.noticeId)
  return answer && said ? { answer, title: said.title, signOff: said.signOff } : null
}
