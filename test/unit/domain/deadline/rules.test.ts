import {
  type DeadlineRule,
  type EventName,
  type HolidayTables,
  describeRule,
  holidayFileFaults,
  parseDeadline,
  ruleDue,
  withHolidays,
  dueDate,
} from '../../../../server/domain/deadline'
import { readEvent } from '../../../../server/domain/deadline/reading/events'
import { eventWords, spanWords } from '../../../../server/domain/deadline/words'
import { briefly } from '../../../support/deadline/brief'

const rule = (kind: DeadlineRule['kind'], more: Partial<DeadlineRule> = {}): DeadlineRule => ({
  kind,
  ...more,
})
const WEEK = { n: 7, unit: 'calendar-day' } as const

const NAMES: readonly [EventName, string][] = [
  ['made-or-obtained', '制定或获取信息'],
  ['formed', '信息形成'],
  ['changed', '信息变更'],
  ['formed-or-changed', '信息形成或变更'],
  ['received-by-unit', '本单位收到'],
  ['superior-published', '上级机关发布'],
  ['allocation-decided', '分配结果确定'],
  ['approval-received', '收到批准文件'],
  ['decision-made', '作出决定'],
  ['congress-approved', '人民代表大会或其常务委员会批准'],
  ['occurred', '事项发生'],
  ['meeting', '会议召开'],
  ['election', '选举'],
  ['other', ''],
]
test.each(NAMES)('%s is told as %p', (event, words) => {
  expect(eventWords({ events: [event] })).toBe(words)
})

test('several events, none, and the source’s own words', () => {
  expect(eventWords({})).toBe('')
  expect(eventWords({ events: [] })).toBe('')
  expect(eventWords({ events: ['formed', 'meeting'] })).toBe('信息形成或会议召开')
  expect(eventWords({ events: ['other'], eventText: '资金拨付' })).toBe('资金拨付')
  expect(spanWords({ n: 3, unit: 'working-day' })).toBe('3 个工作日')
  expect(spanWords(WEEK)).toBe('7 日')
  expect(spanWords({ n: 2, unit: 'month' })).toBe('2 个月')
})

const SAID: readonly [DeadlineRule, string][] = [
  [rule('after-event'), '公开'],
  [rule('after-event', WEEK), '7 日内公开'],
  [rule('after-event', { events: ['formed'] }), '信息形成之日起 公开'],
  [rule('after-event', { ...WEEK, events: ['formed'] }), '信息形成之日起 7 日内公开'],
  [rule('after-event', { n: 7 }), '公开'],
  [rule('before-event', WEEK), '提前 7 日公开'],
  [rule('before-event', { ...WEEK, events: ['meeting'] }), '会议召开 7 日前公开'],
  [rule('before-event', { events: ['election'] }), '选举之前公开'],
  [rule('before-event', { n: 7, events: ['election'] }), '选举之前公开'],
  [rule('immediate'), '及时公开'],
  [rule('immediate', { events: ['changed'] }), '信息变更后及时公开'],
  [rule('standing'), '长期公开'],
  [rule('progress'), '按进展分阶段及时公开'],
  [rule('ditto'), '与上一行相同'],
  [rule('other-law'), '法律、法规另有规定的，从其规定'],
  [rule('notice'), ''],
  [rule('notice', { notice: WEEK }), '公示期 7 日'],
  [rule('notice', { notice: { ...WEEK, atLeast: true } }), '公示期不少于 7 日'],
  [rule('standing', { notice: WEEK }), '长期公开，公示期 7 日'],
  [rule('standing', { condition: '财务' }), '财务：长期公开'],
  [rule('periodic'), '每月至少公开一次'],
  [rule('periodic', { frequency: 'half-yearly' }), '每半年至少公开一次'],
  [rule('periodic', { anchor: {} }), '每月底前公开'],
  [rule('periodic', { frequency: 'yearly', anchor: {} }), '每年底前公开'],
  [rule('periodic', { frequency: 'monthly', anchor: { dayOfMonth: 10 } }), '每月 10 日前公开'],
  [rule('periodic', { frequency: 'monthly', anchor: { dayOfMonth: 31 } }), '每月底前公开'],
  [rule('periodic', { frequency: 'yearly', anchor: { dayOfMonth: 31 } }), '每年 31 日前公开'],
  [
    rule('periodic', { frequency: 'yearly', anchor: { monthOfPeriod: 3, dayOfMonth: 31 } }),
    '每年 3 月 31 日前公开',
  ],
  [rule('periodic', { frequency: 'yearly', anchor: { monthOfPeriod: 1 } }), '每年 1 月底前公开'],
  [rule('periodic', { frequency: 'quarterly', anchor: { monthOfPeriod: 1 } }), '每季度首个月底前公开'],
  [
    rule('periodic', { frequency: 'half-yearly', anchor: { monthOfPeriod: 2, dayOfMonth: 31 } }),
    '每半年第 2 个月底前公开',
  ],
  [rule('periodic', { frequency: 'quarterly', anchor: { afterPeriodEnd: WEEK } }), '每季度结束后 7 日内公开'],
]
test.each(SAID)('%j reads %p', (given, words) => {
  expect(describeRule(given)).toBe(words)
})

/** A plain calendar: weekends, and a holiday over the end of September. 2026-09-28 is a Monday. */
const TABLE: HolidayTables = new Map([
  [2026, { off: new Set(['2026-09-30', '2026-10-01']), work: new Set<string>() }],
])
const dueOf = (given: DeadlineRule, event: string) => ruleDue(given, event, TABLE)

const SUMS: readonly [DeadlineRule, event: string, due: string | null, words: string][] = [
  [
    rule('after-event', { n: 1, unit: 'working-day' }),
    '2026-09-29',
    '2026-10-02',
    '2026年9月29日的次日起数 1 个工作日，跳过 9月30日至10月1日（共 2 天休息日），到 2026年10月2日',
  ],
  [
    rule('after-event', { n: 1, unit: 'working-day', events: ['formed'] }),
    '2026-09-28',
    '2026-09-29',
    '2026年9月28日（信息形成）的次日起数 1 个工作日，到 2026年9月29日',
  ],
  [
    rule('after-event', { n: 2, unit: 'calendar-day' }),
    '2026-09-28',
    '2026-10-02',
    '2026年9月28日的次日起数 2 日，到 2026年9月30日，是休息日，跳过 9月30日至10月1日（共 2 天休息日），顺延到 2026年10月2日',
  ],
  [
    rule('after-event', { n: 3, unit: 'working-day' }),
    '2026-10-01',
    '2026-10-06',
    '2026年10月1日的次日起数 3 个工作日，跳过 10月3日至4日（共 2 天休息日），到 2026年10月6日',
  ],
  [rule('after-event', { events: ['formed'] }), '2026-09-28', null, '信息形成之日起 公开'],
  [rule('after-event', { n: 3 }), '2026-09-28', null, '公开'],
  [
    rule('before-event', { n: 2, unit: 'working-day', events: ['meeting'] }),
    '2026-10-02',
    '2026-09-28',
    '2026年10月2日（会议召开）往前数 2 个工作日，跳过 9月30日至10月1日（共 2 天休息日），最迟 2026年9月28日',
  ],
  [rule('before-event', WEEK), '2026-10-08', '2026-10-01', '2026年10月8日往前数 7 日，最迟 2026年10月1日'],
  [
    rule('before-event', { events: ['election'] }),
    '2026-10-08',
    null,
    '须在 2026年10月8日（选举）之前公开，没有写明提前几天',
  ],
  [rule('before-event'), '2026-10-08', null, '须在 2026年10月8日之前公开，没有写明提前几天'],
  [
    rule('periodic', { frequency: 'monthly', anchor: { dayOfMonth: 10 } }),
    '2026-10-08',
    '2026-10-10',
    '每月 10 日前公开，本期到 2026年10月10日',
  ],
  [
    rule('periodic', { frequency: 'monthly', anchor: { afterPeriodEnd: { n: 1, unit: 'calendar-day' } } }),
    '2026-09-05',
    '2026-10-02',
    '每月结束后 1 日内公开，跳过 10月1日（共 1 天休息日），本期到 2026年10月2日',
  ],
  [rule('immediate'), '2026-10-08', null, '要求及时公开，没有写明天数，按本地设定的期限办理'],
  [rule('standing'), '2026-10-08', null, '要求长期公开，没有截止日期；内容变更后按本地设定的期限更新'],
  [rule('progress'), '2026-10-08', null, '按进展分阶段公开，每个阶段按本地设定的期限办理'],
  [rule('ditto'), '2026-10-08', null, '与上一行相同，请先确定上一行的时限'],
  [rule('notice', { notice: WEEK }), '2026-10-08', null, '只规定了公示期 7 日，没有公开的截止日期'],
  [rule('other-law'), '2026-10-08', null, '从其他法律、法规的规定，不能推算'],
]
test.each(SUMS)('%j for %s', (given, event, due, words) => {
  const answer = dueOf(given, event)
  expect([answer.due, answer.words]).toEqual([due, words])
  if (due === null) expect(answer.skipped).toEqual([])
})

test('of several rules the first with a date is used, its branch named', () => {
  const ask = (rules: readonly DeadlineRule[], condition?: string) => {
    const { due, rule: used, words } = dueDate(rules, { event: '2026-09-28', condition, holidays: TABLE })
    return [used, due, words]
  }
  expect(ask([])).toEqual([null, null, '没有读懂这条时限，不能推算'])
  expect(ask([rule('standing'), rule('after-event', { n: 1, unit: 'working-day' })])).toEqual([
    1,
    '2026-09-29',
    '2026年9月28日的次日起数 1 个工作日，到 2026年9月29日',
  ])
  expect(ask([rule('standing', { condition: '财务' })])).toEqual([
    0,
    null,
    '财务：要求长期公开，没有截止日期；内容变更后按本地设定的期限更新',
  ])
  const monthly = rule('periodic', { condition: '财务', anchor: { dayOfMonth: 30 } })
  expect(ask([monthly])).toEqual([0, '2026-09-30', '财务：每月 30 日前公开，本期到 2026年9月30日'])
  expect(ask([monthly, rule('standing', { condition: '党务' })])).toEqual([
    null,
    null,
    '要先说明属于哪种情形：财务；党务',
  ])
})

const EVENTS: readonly [phrase: string, events: string, words: boolean][] = [
  ['信息形成', 'formed', false],
  ['形成变更', 'formed-or-changed', false],
  ['变更或形成', 'formed-or-changed', false],
  ['信息形成或信息形成', 'formed', false],
  ['制定', 'made-or-obtained', true],
  ['制定获取信息', 'made-or-obtained', false],
  ['获取', 'made-or-obtained', true],
  ['收到验收报告', 'received-by-unit', true],
  ['审核通过', 'other', true],
  ['资金拨付', 'other', true],
  ['批准', 'approval-received', true],
  ['收到批复', 'approval-received', false],
  ['作出决定', 'decision-made', false],
  ['决定', 'decision-made', false],
  ['会议', 'meeting', false],
  ['会议结束', 'meeting', true],
  ['换届选举', 'election', false],
  ['分配方案确定', 'allocation-decided', false],
  ['上级发布', 'superior-published', false],
  ['下发至本单位', 'received-by-unit', false],
  ['信息形成或下发至本单位', 'formed+received-by-unit', false],
  ['人大批准', 'congress-approved', false],
  ['人大备案', 'other', true],
  ['事项发生', 'occurred', false],
  ['上级发布或信息变更', 'superior-published+changed', false],
]
test.each(EVENTS)('%s is the event %s', (phrase, events, needsWords) => {
  const read = readEvent(phrase)
  expect([read.events.join('+'), read.needsWords]).toEqual([events, needsWords])
})

test.each(['财务', '信息', '花开'])('%p is an event of no known class, with its words', phrase => {
  expect(readEvent(phrase)).toEqual({ events: ['other'], needsWords: true })
})

const PARSED: readonly [string, string[]][] = [
  [
    '长期公开；及时更新；每季度公布一次；季后15日内公布',
    ['standing', 'immediate', 'periodic quarterly end+15d'],
  ],
  ['季后15日内公布；每季度公布一次', ['periodic quarterly end+15d']],
  ['每季度公布一次；每月公布一次', ['periodic quarterly', 'periodic monthly']],
  [
    '每季度首月10日前公布；每季度末月20日前公布',
    ['periodic quarterly month1 day10', 'periodic quarterly month3 day20'],
  ],
  ['法律另有规定的除外；及时公开；国家另有规定的除外', ['immediate', 'other-law']],
  ['每月10日前公布，节假日顺延', ['periodic monthly day10', 'unresolved']],
  ['季后15日内公布，节假日顺延', ['periodic quarterly end+15d']],
  ['会议召开十日前，节假日顺延', ['before-event 10d meeting', 'unresolved']],
  ['如有变更，5个工作日内更新', ['after-event 5wd changed']],
  ['涉及行政许可的，5个工作日内公开', ['after-event 5wd ?涉及行政许可的']],
  ['如有变更，信息形成之日起5日内公开', ['after-event 5d formed ?如有变更']],
  ['如有变更，每月公布', ['periodic monthly ?如有变更']],
  ['及时公开，其中行政处罚7个工作日内', ['immediate', 'after-event 7wd ?行政处罚']],
  [
    '资金拨付后20日内，其中补贴7日内公开',
    ['after-event 20d other “资金拨付”', 'after-event 7d other “资金拨付” ?补贴'],
  ],
  ['3日内或者5日内', ['unresolved']],
  ['会议召开提前七日公布', ['before-event 7d meeting']],
  ['资金拨付提前3日公布', ['before-event 3d ?资金拨付']],
  ['提前3日邀请', ['before-event 3d']],
  ['信息自公开之日起20个工作日内', ['after-event 20wd other “公开”']],
  ['应信息公开后5日内', ['after-event 5d other “信息公开”']],
  ['镇政府信息公开后5日内', ['after-event 5d other “镇政府信息公开”']],
  ['如财务有变更，5个工作日内更新', ['after-event 5wd ?如财务有变更']],
  ['对公开事项，5日内公开', ['after-event 5d']],
  ['如有变更，公示7日', ['notice ?如有变更 posts7d']],
  ['公开时间7日', ['unresolved']],
  ['公开时间不少于7日', ['notice posts≥7d']],
  ['公示7日以上', ['notice posts≥7d']],
  ['按规定的期限', ['unresolved']],
  ['依照法律公布', ['other-law']],
  ['按照法律办理', ['other-law']],
  ['按进展公开', ['progress']],
  ['进展公开', ['unresolved']],
  ['分阶段', ['progress']],
  ['每季度公布两次', ['unresolved']],
  ['每年3月前', ['unresolved']],
  ['每季度第四个月5日', ['unresolved']],
  ['每半年末月5日', ['periodic half-yearly month6 day5']],
  ['次月', ['unresolved']],
  ['次季度首月10日', ['periodic quarterly month1 day10']],
  ['季度', ['unresolved']],
  ['每月每年公布', ['unresolved']],
  ['每月次月5日前', ['periodic monthly day5']],
  ['同上栏', ['ditto']],
  ['-〃-', ['ditto']],
  ['同上一行', ['ditto']],
  ['同上所述。', ['ditto']],
  ['同上报', ['unresolved']],
  ['请看同上', ['unresolved']],
  ['1、及时公开', ['immediate']],
  ['（一）及时公开；（二）每月更新', ['immediate', 'periodic monthly']],
  ['及时\u200b公开', ['immediate']],
]
test.each(PARSED)('%s', (text, rules) => {
  expect(briefly(parseDeadline(text))).toEqual(rules)
})

test('a cell that is too long is no time limit', () => {
  expect(briefly(parseDeadline(`及时${' '.repeat(1998)}`))).toEqual(['immediate'])
  expect(parseDeadline(`及时${' '.repeat(1999)}`)).toMatchObject({ unresolved: true, rules: [] })
})

test.each([
  [null, '', '节假日表应是 { "年份": { "off": […], "work": […] } }'],
  [{ next: { off: [], work: [] } }, 'next', '不是一年的节假日表：next'],
  [{ '12026': { off: [], work: [] } }, '12026', '不是一年的节假日表：12026'],
  [{ '2027': 'x' }, '2027', '不是一年的节假日表：2027'],
  [{ '2027': { off: [], work: 'x' } }, '2027.work', '2027 年缺少 work 日期表'],
  [{ '2027': { work: [] } }, '2027.off', '2027 年缺少 off 日期表'],
  [{ '2027': { off: ['2027-01-01', 7], work: [] } }, '2027.off.1', '不是 2027 年的日期：7'],
  [{ '2027': { off: [], work: ['2026-01-01'] } }, '2027.work.0', '不是 2027 年的日期：2026-01-01'],
  [
    { '2027': { off: ['2027-01-01', '2027-01-02'], work: ['2027-01-02'] } },
    '2027',
    '2027-01-02 既是放假日又是上班日',
  ],
])('the fault of the holiday file %j is told', (file, field, message) => {
  expect(holidayFileFaults(file)).toEqual([{ field, message }])
})

test('every fault of a holiday file is told, and a sound year replaces the built-in one', () => {
  expect(holidayFileFaults({ a: 1, '2027': {} }).map(({ field }) => field)).toEqual([
    '2027.off',
    '2027.work',
    'a',
  ])
  const own = withHolidays(TABLE, { '2026': { off: ['2026-03-03'], work: ['2026-03-07'] } })
  expect([...own.keys()]).toEqual([2026])
  expect(own.get(2026)).toEqual({ off: new Set(['2026-03-03']), work: new Set(['2026-03-07']) })
})
