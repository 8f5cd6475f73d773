import { filesOfContent } from '@shared/content/contentFiles'
import { digestMessage } from '../../../server/people/messages/digestMessage'
import {
  DISCREPANCY_STEPS,
  discrepancyStateLabel,
  discrepancyStep,
} from '../../../server/disclosure/discrepancies/states'
import { pageOfLink } from '@shared/common/messageLinks'
import { clashText, fitsOrg, roleClash } from '../../../server/people/accounts/roleRules'
import { afterDay, lastDay, startOfDay, termState } from '../../../server/domain/term'
import { isOfTemplate } from '@shared/content/template'
import { agreementIssues, householdsOf, recipientTotals, statementTotals } from '@shared/content/statement'
import { TRANSITIONS, stepConditions, transition } from '../../../server/disclosure/notices/states'
import type { NoticeContent } from '@shared/contract/disclosure/notice'

/** Small rules that many places go by. */

test('a link of a message leads to its page, one that nobody knows to the inbox', () => {
  expect(pageOfLink('notice/ntc 1')).toBe('pages/notice/index?id=ntc%201')
  expect(pageOfLink('work/a')).toBe('packages/staff/pages/review/index?id=a')
  expect(pageOfLink('objection/a')).toBe('packages/objection/pages/one/index?id=a')
  // Each under its present kind, and under the one that messages of an older program have.
  for (const kind of ['obligations', 'duties']) {
    expect(pageOfLink(`${kind}/V1`)).toBe('packages/matrix/pages/obligations/index?org=V1')
  }
  for (const kind of ['objection-answer', 'answer']) {
    expect(pageOfLink(`${kind}/a`)).toBe('packages/staff/pages/objection/index?id=a')
  }
  for (const kind of ['power-list', 'powers']) {
    expect(pageOfLink(`${kind}/V1`)).toBe('packages/power/pages/keep/index?org=V1')
  }
  const inbox = 'packages/inbox/pages/list/index'
  for (const link of [null, '', 'inbox', 'inbox/x', 'nowhere/1']) {
    expect([link, pageOfLink(link)]).toEqual([link, inbox])
  }
  expect(pageOfLink('notice')).toBe('pages/notice/index?id=')
})

describe('a message that tells of several things', () => {
  const fields = { title: 'thing1', place: 'thing2', date: 'date3' }
  const told = (title: string, place = '大王庄', link: string | null = 'notice/n1') => ({
    title,
    place,
    date: '2026-03-05',
    link,
  })

  test('one thing: its title, place, day and page', () => {
    expect(digestMessage([told('公示')], fields, 20)).toEqual({
      page: 'pages/notice/index?id=n1',
      data: { thing1: '公示', thing2: '大王庄', date3: '2026年3月5日' },
    })
    expect(digestMessage([told('', '')], fields, 20).data).toMatchObject({ thing1: '—', thing2: '—' })
  })

  test('several: the newest by its title, the others by number, and the inbox', () => {
    const { page, data } = digestMessage([told('旧', '小李村'), told('新'), told('最新')], fields, 20)
    expect(page).toBe('packages/inbox/pages/list/index')
    expect(data).toEqual({ thing1: '最新等3条', thing2: '大王庄等2个村', date3: '2026年3月5日' })
    expect(digestMessage([told('旧'), told('新')], fields, 20).data.thing2).toBe('大王庄')
  })

  test('never longer than a field holds; what is cut ends with a sign', () => {
    const exact = digestMessage([told('一二三四五')], fields, 5).data
    expect(exact.thing1).toBe('一二三四五')
    expect(digestMessage([told('一二三四五六')], fields, 5).data.thing1).toBe('一二三四…')
    expect(digestMessage([told('a'), told('一二三四五六')], fields, 6).data.thing1).toBe('一二…等2条')
    expect(digestMessage([told('𬴊𬴊𬴊')], fields, 2).data.thing1).toBe('𬴊…')
  })
})

describe('terms', () => {
  const from = startOfDay('2026-01-01')
  const to = afterDay('2026-06-30')

  test('begin and end with the days of China', () => {
    expect(from.toISOString()).toBe('2025-12-31T16:00:00.000Z')
    expect(to?.toISOString()).toBe('2026-06-30T16:00:00.000Z')
    expect(afterDay(null)).toBeNull()
    expect(lastDay(to)).toBe('2026-06-30')
    expect(lastDay(new Date(to!.getTime() + 1))).toBe('2026-07-01')
    expect(lastDay(null)).toBeNull()
  })

  test('wait, run from the first instant, end with the last, and end at once when revoked', () => {
    const at = (now: Date, end = to, revokedAt: Date | null = null) =>
      termState({ from, to: end, revokedAt }, now)
    expect(at(new Date(from.getTime() - 1))).toBe('waiting')
    expect(at(from)).toBe('current')
    expect(at(new Date(to!.getTime() - 1))).toBe('current')
    expect(at(to!)).toBe('ended')
    expect(at(new Date('2099-01-01'), null)).toBe('current')
    expect(at(from, to, from)).toBe('revoked')
  })
})

describe('roles that forbid each other', () => {
  const held = (role: string, orgCode = 'V1', from = '2026-01-01', to: string | null = null) =>
    ({ role, orgCode, orgName: '大王庄', from: new Date(from), to: to === null ? null : new Date(to) }) as never as Parameters<typeof roleClash>[1] // prettier-ignore
  const clash = (one: ReturnType<typeof held>, wanted: ReturnType<typeof held>) =>
    roleClash([one], wanted)?.code ?? null

  test('committee and supervising body of one village, in either order; not of two', () => {
    expect(clash(held('head'), held('supervisor'))).toBe('role-conflict')
    expect(clash(held('supervisor'), held('editor'))).toBe('role-conflict')
    expect(clash(held('head', 'V2'), held('supervisor'))).toBeNull()
    expect(clash(held('head'), held('editor'))).toBeNull()
  })

  test('administrators among themselves and with content, wherever', () => {
    expect(clash(held('system-admin', 'ST1'), held('security-admin', 'XQ'))).toBe('admins-apart')
    expect(clash(held('audit-admin', 'XQ'), held('editor'))).toBe('admin-without-content')
    expect(clash(held('villager'), held('system-admin', 'ST1'))).toBeNull()
    expect(clash(held('system-admin', 'ST1'), held('system-admin', 'ST2'))).toBeNull()
  })

  test('only on the same days; the end does not count', () => {
    const until = held('head', 'V1', '2026-01-01', '2026-06-01')
    expect(clash(until, held('supervisor', 'V1', '2026-06-01'))).toBeNull()
    expect(clash(until, held('supervisor', 'V1', '2026-05-31'))).toBe('role-conflict')
    expect(clash(held('supervisor', 'V1', '2026-06-01'), until)).toBeNull()
    expect(clash(held('supervisor', 'V1', '2026-05-31', '2026-06-05'), until)).toBe('role-conflict')
    expect(clash(held('head', 'V1', '2025-01-01', '2026-01-01'), held('head', 'V1', '2026-01-01'))).toBeNull()
  })

  test('the same role twice; the first that forbids is named in words', () => {
    expect(clash(held('head'), held('head'))).toBe('grant-exists')
    const found = roleClash([held('villager'), held('head')], held('supervisor'))
    expect(found?.held.role).toBe('head')
    expect(clashText(found!)).toBe(
      '此人这段时间已是大王庄的负责人，村（居）委会的人不能同时当本村（居）的监督机构成员。',
    )
    const words = (['grant-exists', 'admins-apart', 'admin-without-content'] as const).map(code => clashText({ code, held: held('head') })) // prettier-ignore
    expect(words.map(text => text.split('，')[1])).toEqual([
      '同一时间不能再授一次。',
      '系统、安全、审计三个管理员不能由一人兼任。',
      '管理员不能同时参与公示的办理。',
    ])
    expect(roleClash([], held('head'))).toBeNull()
    expect(fitsOrg('editor', 'village')).toBe(true)
    expect(fitsOrg('editor', 'street')).toBe(false)
  })
})

describe('findings', () => {
  const STATES = ['open', 'answered', 'ordered', 'corrected', 'explained', 'void'] as const
  const to = (event: string) => Object.fromEntries(STATES.map(state => [state, discrepancyStep(state, event as never)?.to])) // prettier-ignore
  const NO = undefined

  test('go from state to state as the law of the table says', () => {
    expect(to('found')).toEqual({
      open: NO,
      answered: NO,
      ordered: NO,
      corrected: 'open',
      explained: 'open',
      void: 'open',
    })
    expect(to('changed')).toEqual({
      open: null,
      answered: 'open',
      ordered: 'open',
      corrected: NO,
      explained: 'open',
      void: NO,
    })
    expect(to('comment')).toEqual({
      open: null,
      answered: null,
      ordered: null,
      corrected: NO,
      explained: NO,
      void: NO,
    })
    expect(to('answer')).toEqual({
      open: 'answered',
      answered: 'answered',
      ordered: null,
      corrected: NO,
      explained: NO,
      void: NO,
    })
    expect(to('order')).toEqual({
      open: 'ordered',
      answered: 'ordered',
      ordered: NO,
      corrected: NO,
      explained: NO,
      void: NO,
    })
    expect(to('accept')).toEqual({
      open: NO,
      answered: 'explained',
      ordered: NO,
      corrected: NO,
      explained: NO,
      void: NO,
    })
    expect(to('corrected')).toEqual({
      open: 'corrected',
      answered: 'corrected',
      ordered: 'corrected',
      corrected: NO,
      explained: 'corrected',
      void: NO,
    })
    expect(to('void')).toEqual({
      open: 'void',
      answered: 'void',
      ordered: 'void',
      corrected: 'void',
      explained: 'void',
      void: NO,
    })
  })

  test('have words for each state and step', () => {
    expect(STATES.map(discrepancyStateLabel)).toEqual([
      '待处理',
      '村（居）里已说明',
      '责令更正',
      '已更正',
      '说明已认可',
      '已失效',
    ])
    for (const { label } of DISCREPANCY_STEPS) expect(label).toMatch(/[一-龥]/)
  })
})

test('the steps of a notice: what each asks for beside the state', () => {
  const village = { side: 'village', live: false, corrects: false } as const
  expect(transition({ ...village, state: 'signed' }, 'meet')?.to).toBe('met')
  expect(transition({ ...village, state: 'signed', side: 'government' }, 'meet')).toBeNull()
  expect(transition({ ...village, state: 'published' }, 'withdraw')).toBeNull()
  expect(transition({ ...village, live: true, state: 'published' }, 'withdraw')?.to).toBe('withdrawn')
  expect(transition({ ...village, live: true, state: 'draft' }, 'withdraw')?.to).toBeNull()
  expect(transition({ ...village, state: 'draft' }, 'publish')).toBeNull()
  const words = TRANSITIONS.map(stepConditions)
  expect(new Set(words)).toEqual(
    new Set(['', '村（社区）的公示', '街道（镇）的公示', '有公开的版本', '没有公开过的第一版', '更正的版']),
  )
  expect(stepConditions({ event: 'end', from: [], to: null, label: '', side: 'village', needsLive: true })).toBe('村（社区）的公示，有公开的版本') // prettier-ignore
})

test('a block is of a template by its type, a sheet by its code too', () => {
  expect(isOfTemplate({ type: 'money' }, { type: 'money' })).toBe(true)
  expect(isOfTemplate({ type: 'money' }, { type: 'text' })).toBe(false)
  expect(isOfTemplate({ type: 'sheet', sheet: 'assets' }, { type: 'sheet', sheet: 'assets' })).toBe(true)
  expect(isOfTemplate({ type: 'sheet', sheet: 'assets' }, { type: 'sheet', sheet: 'debts' })).toBe(false)
})

const line = (date: string, direction: 'income' | 'expense', amountFen: number, images?: object[]) =>
  ({ date, direction, item: '项', amountFen, ...(images && { images }) }) as never
const money = (closingFen: number, ...lines: never[]) => ({ type: 'money', label: '收支', openingFen: 1_000, lines, closingFen }) as never as NoticeContent['blocks'][number] // prettier-ignore
const list = (totalPersons: number, totalFen: number) =>
  ({
    type: 'recipients',
    label: '名单',
    rows: [
      { name: '张*', scheme: 'a', persons: 2, amountFen: 300 },
      { name: '3户', scheme: 'a', persons: 5, amountFen: 700, households: 3 },
    ],
    totalPersons,
    totalFen,
  }) as never as NoticeContent['blocks'][number]

test('totals are what the lines make', () => {
  const block = money(0, line('2026-01-05', 'income', 500), line('2026-01-06', 'expense', 200)) as never
  expect(statementTotals(block)).toEqual({ incomeFen: 500, expenseFen: 200, computedClosingFen: 1_300 })
  const { rows } = list(0, 0) as never as { rows: Parameters<typeof householdsOf>[0] }
  expect(recipientTotals(list(0, 0) as never)).toEqual({ persons: 7, fen: 1_000 })
  expect(householdsOf(rows)).toBe(4)
})

test('what does not agree is told with field and both numbers', () => {
  const good = money(1_300, line('2026-01-01', 'income', 500), line('2026-03-31', 'expense', 200))
  expect(agreementIssues([good, list(7, 1_000)], '2026Q1')).toEqual([])
  const bad = money(1_301, line('2025-12-31', 'income', 500), line('2026-04-01', 'expense', 200))
  expect(agreementIssues([good, bad], '2026Q1')).toEqual([
    { code: 'balance-mismatch', field: 'content.blocks.1.closingFen', message: '“收支”账不平：按明细算期末余额是 13.00 元，填的是 13.01 元。' }, // prettier-ignore
    { code: 'date-outside-period', field: 'content.blocks.1.lines.0.date', row: 1, message: '第 1 行的日期 2025年12月31日 不在2026年第一季度内。' }, // prettier-ignore
    { code: 'date-outside-period', field: 'content.blocks.1.lines.1.date', row: 2, message: '第 2 行的日期 2026年4月1日 不在2026年第一季度内。' }, // prettier-ignore
  ])
  expect(agreementIssues([list(6, 999)], '2026Q1', 'b')).toEqual([
    {
      code: 'persons-mismatch',
      field: 'b.0.totalPersons',
      message: '“名单”人数合计不对：各行加起来是 7 人，填的是 6 人。',
    },
    {
      code: 'amount-mismatch',
      field: 'b.0.totalFen',
      message: '“名单”金额合计不对：各行加起来是 10.00 元，填的是 9.99 元。',
    },
  ])
})

test('files of a content stand in reading order, vouchers of lines among them', () => {
  const file = (name: string) => ({ name, mime: 'image/jpeg', bytes: 1, sha256: 'a'.repeat(64) })
  const content = {
    title: 't',
    period: '2026Q1',
    blocks: [
      money(0, line('2026-01-05', 'income', 1), line('2026-01-06', 'income', 1, [file('v0'), file('v1')])),
      { type: 'attachments', label: '附件', files: [file('f0'), file('f1')] },
      list(7, 1_000),
    ],
  } as NoticeContent
  expect(filesOfContent(content)).toEqual([
    { file: file('v0'), path: 'blocks.0.lines.1.images.0', at: 0, isVoucher: true },
    { file: file('v1'), path: 'blocks.0.lines.1.images.1', at: 1, isVoucher: true },
    { file: file('f0'), path: 'blocks.1.files.0', at: 0, isVoucher: false },
    { file: file('f1'), path: 'blocks.1.files.1', at: 1, isVoucher: false },
  ])
})
