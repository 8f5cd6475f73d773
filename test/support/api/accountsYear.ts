import { type Clock, createClock } from '../../../server/platform/clock'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import type { NoticeForm, WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import type { TableImport } from '@shared/contract/disclosure/tableImport'
import { parseYuan } from '@shared/figures/parse'
import { type AccountBook, accountBook, closingOf } from '../tables/accountBook'
import type { TestServer } from './testServer'
import { MEETING, type storyOf, tokenOf } from './world'

/** A clock that runs from wherever it was last set. */
export function settableClock(start: string): Clock & { moveTo(moment: string): void } {
  let clock = createClock(start)
  return { now: () => clock.now(), moveTo: moment => (clock = createClock(moment)) }
}

/** With this the year begins. */
export const OPENING_FEN = 1_000_000

export const periodOf = (month: number): string => `2026-${String(month).padStart(2, '0')}`

type Money = Extract<NoticeContent['blocks'][number], { type: 'money' }>
type Line = Money['lines'][number]

/** Amounts that differ in every month, all made up; month 1 to 12. */
export const bookOfMonth = (month: number, openingFen: number): AccountBook => {
  const period = periodOf(month)
  return {
    title: `东一村2026年${month}月收支明细账`,
    openingFen,
    lines: [
      { date: `${period}-03`, item: '鱼塘承包金', incomeFen: 300_000 + month * 1_111, voucher: `${month}-1` },
      {
        date: `${period}-09`,
        item: '村道保洁员工资',
        expenseFen: 120_000 + month * 7,
        voucher: `${month}-2`,
      },
      { date: `${period}-21`, item: '路灯电费', expenseFen: 30_050 + month * 13, voucher: `${month}-3` },
    ],
  }
}

const typed = ({ openingFen, lines }: AccountBook): Pick<Money, 'lines' | 'openingFen' | 'closingFen'> => ({
  openingFen,
  lines: lines.map(({ date, item, incomeFen, expenseFen, voucher }) => ({
    date,
    direction: incomeFen === undefined ? ('expense' as const) : ('income' as const),
    item,
    amountFen: incomeFen ?? expenseFen!,
    voucher,
  })),
  closingFen: closingOf({ openingFen, lines }),
})

/** What an accountant does month by month; each call throws when the server refuses. */
export function accountantOf(server: TestServer, story: ReturnType<typeof storyOf>) {
  const token = () => tokenOf(server, 'editor')

  async function form(itemId: string, period?: string): Promise<NoticeForm> {
    const path = `/catalogue-items/${itemId}/form?org=V1${period ? `&period=${period}` : ''}`
    const { status, body, text } = await server.ask<NoticeForm>('GET', path, { token: token() })
    if (status !== 200) throw new Error(`form: ${status} ${text}`)
    return body
  }

  /** Reads the workbook by the server and gives what the form makes of it. */
  async function imported(itemId: string, period: string, book: AccountBook) {
    const { status, body, text } = await server.ask<TableImport>('POST', `/catalogue-items/${itemId}/table`, {
      token: token(),
      file: {
        name: `${book.title}.xlsx`,
        text: await accountBook(book),
        fields: { org: 'V1', period, table: 'money' },
      },
    })
    if (status >= 400) throw new Error(`import: ${status} ${text}`)
    const told = [...body.faults, ...body.statedFaults].map(({ message }) => message)
    if (told.length > 0) throw new Error(`import of ${book.title}: ${told.join(' ')}`)
    return {
      openingFen: parseYuan(body.stated.openingFen!)!,
      closingFen: parseYuan(body.stated.closingFen!)!,
      lines: body.rows.map(({ values }) => ({
        date: values.date!,
        direction: values.direction as Line['direction'],
        item: values.item!,
        amountFen: parseYuan(values.amountFen!)!,
        voucher: values.voucher!,
      })),
    }
  }

  /** The month's content: the form as it was proposed, with the lines and the group's opinion. */
  async function contentOf(itemId: string, month: number, way: 'typed' | 'imported'): Promise<NoticeContent> {
    const period = periodOf(month)
    const { content } = await form(itemId, period)
    const opening = content.blocks.find(block => block.type === 'money')!.openingFen
    const book = bookOfMonth(month, month === 1 ? OPENING_FEN : opening)
    const account = way === 'typed' ? typed(book) : await imported(itemId, period, book)
    const blocks = content.blocks.flatMap((block): NoticeContent['blocks'] => {
      if (block.type === 'money') return [{ ...block, ...account }]
      if (block.type !== 'facts') return []
      return [
        { ...block, entries: block.entries.map(({ label }) => ({ label, value: `${month}月已逐笔核对` })) },
      ]
    })
    return { ...content, blocks }
  }

  /** Four eyes, the meeting of the day, publication. */
  async function publish(page: WorkNoticePage): Promise<WorkNoticePage> {
    const signed = await story.agree('supervisor', await story.submit('editor', page))
    const heldOn = server.services.clock.now().toISOString().slice(0, 10)
    return story.step('head', await story.step('head', signed, 'meeting', { ...MEETING, heldOn }), 'publish')
  }

  return { form, contentOf, publish }
}
