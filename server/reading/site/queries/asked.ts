import type { ContentBlock, SignOff } from '@shared/contract/disclosure/notice'
import type { PowerItem } from '@shared/contract/power/item'
import type { KeyFigure } from '@shared/contract/reading/answer'
import type { Contact } from '@shared/contract/people/org'
import { isVillage } from '@shared/common/orgKinds'
import { chinaDate } from '@shared/common/period'
import { type AccountAnswer, accountAnswer } from '@server/domain/search/accountAnswer'
import { type Asked, namedMost, readQuestion } from '@server/domain/search/asked'
import type { Db } from '@server/platform/store/db'
import { mattersUnderWay, type UnderWay } from '@server/power/cases'
import { requirePowerPlace } from '@server/power/lists'
import { type OrgRow, presentContacts } from '@server/people/orgs'
import {
  figuresOf,
  Publications,
  type PublicationRow,
  type PublicationSummary,
  shownContent,
} from '@server/disclosure/publications'
import type { SearchRows } from './search'

const FIELDS = { noticeId: 1, title: 1, period: 1, regards: 1, signOff: 1, content: 1, presentation: 1, publicity: 1, publicityMoved: 1 } as const // prettier-ignore
type AccountRow = Pick<PublicationRow, keyof typeof FIELDS>
type Money = Extract<ContentBlock, { type: 'money' }>

/** Newest accounts that a question is looked for in: a year by month with registers, and the year before. */
const ACCOUNTS = 40
const MATTERS = 10
const SHOWN = 5

/** The notice that an answer is from. */
export interface Said {
  noticeId: string
  title: string
  signOff: SignOff | null
}

/** What a question of a village finds apart from notices. */
export interface AskedRows {
  account: { answer: AccountAnswer; said: Said } | null
  /** The notice that answers where the accounts do not. */
  notice: { said: Said; sentence: string; figure: KeyFigure | null } | null
  word: string
  matters: UnderWay[]
  services: PowerItem[]
  contacts: Contact[]
}

/** Whether a question is answered without what is only the nearest in meaning. */
export const answers = ({ account, notice, matters, services, contacts }: AskedRows): boolean =>
  account !== null || notice !== null || matters.length + services.length + contacts.length > 0

async function accountOf(db: Db, orgCode: string, question: Asked, now: Date): Promise<AskedRows['account']> {
  const rows = await db
    .of(Publications)
    .find({ orgCode, live: true, category: 'village-finance' }, FIELDS)
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
  return answer && said ? { answer, said } : null
}

/** Returns a village's contacts that a question names, all of them if it asks for a telephone. */
function contactsAsked(org: OrgRow, { words, wants }: Asked): { word: string; found: Contact[] } {
  const all = presentContacts(org)
  const named = namedMost(words, all, ({ name, jobTitle }) => `${name} ${jobTitle}`)
  return wants === 'phone' && named.found.length === 0 ? { word: '', found: all } : named
}

/** Returns the notice that answers: the newest hit, else the nearest in meaning; none where a way or a telephone is asked for. */
async function noticeOf(
  db: Db,
  { words, wants }: Asked,
  { rows, near }: SearchRows,
  now: Date,
): Promise<AskedRows['notice']> {
  const [meant] = near.filter(({ isSure }) => isSure)
  const row: PublicationSummary | undefined = rows[0] ?? meant?.row
  if (!row || words === '' || wants !== null) return null
  const [figures, said] = await Promise.all([
    figuresOf(db, [row], now),
    db
      .of(Publications)
      .findOne({ noticeId: row.noticeId, live: true }, { noticeId: 1, title: 1, signOff: 1 })
      .lean<Said>()
      .exec(),
  ])
  return said && { said, sentence: row.sentence, figure: figures.get(row._id) ?? null }
}

interface Question {
  org: OrgRow
  q: string
  found: SearchRows
  now: Date
}

/** Returns what answers a question of a village apart from the hits: accounts, matters under way, services, telephones. */
export async function askedOf(db: Db, { org, q, found, now }: Question): Promise<AskedRows | null> {
  if (!isVillage(org)) return null
  const question = readQuestion(q, chinaDate(now))
  const { words } = question
  const [account, underWay, { list }] = await Promise.all([
    accountOf(db, org._id, question, now),
    mattersUnderWay(db, org._id, MATTERS),
    requirePowerPlace(db, org._id),
  ])
  const listed = list.items.filter(({ nature }) => nature === 'service')
  const named = namedMost(words, underWay, ({ title }) => title)
  const isProgress = question.wants === 'progress' && named.found.length === 0
  const matters = isProgress ? { word: '', found: underWay.slice(0, SHOWN) } : named
  const services = namedMost(words, listed, ({ name }) => name)
  const contacts = contactsAsked(org, question)
  const runs = [account?.answer.word ?? '', matters.word, services.word, contacts.word]
  return {
    account,
    notice: account ? null : await noticeOf(db, question, found, now),
    word: runs.find(Boolean) ?? '',
    matters: matters.found,
    services: services.found.slice(0, SHOWN),
    contacts: contacts.found,
  }
}
