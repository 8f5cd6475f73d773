import { clockAnswer, readEventList } from '../../../../server/domain/application'
import { PUBLISHED_HOLIDAYS } from '../../../../server/domain/deadline'

type Event = Record<string, unknown>

function answer(events: Event[], clock?: string) {
  const read = readEventList({ id: 'A', ...(clock && { clock }), events })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return clockAnswer(read.value, PUBLISHED_HOLIDAYS)
}

const brief = (events: Event[], clock?: string) => {
  const { due, stopped, faults } = answer(events, clock)
  return [due, stopped, ...faults.map(({ code, event }) => `${code}@${event}`)]
}

const day = (date: string): string => `2026-${date}`
const inPerson = (date: string): Event => ({ type: 'submitted', channel: 'in-person', on: day(date) })
const notice = (date: string): Event => ({ type: 'correction-notified', on: day(date) })
const corrected = (date: string): Event => ({ type: 'corrected', on: day(date) })
const letter = (date: string, delivered: string, to = '张三', kind = 'third-party'): Event => ({
  type: 'opinion-sought',
  on: day(date),
  to,
  kind,
  deliveredOn: day(delivered),
})
const opinion = (date: string, to = '张三'): Event => ({ type: 'opinion-received', on: day(date), to })
const extended = (date: string, wd = 20): Event => ({
  type: 'extended',
  on: day(date),
  wd,
  approvedBy: '办公室主任',
})
const feeNotice = (date: string, delivered: string): Event => ({
  type: 'fee-notified',
  on: day(date),
  deliveredOn: day(delivered),
})
const paid = (date: string): Event => ({ type: 'fee-paid', on: day(date) })
const NINE = [inPerson('10-12'), letter('10-16', '10-19')]

describe('the numbered examples of the domain', () => {
  test.each<[string, Event[], unknown[], string?]>([
    ['1 in person, due on a make-up Sunday', [inPerson('08-24')], ['2026-09-20', null]],
    [
      '2 platform on a Saturday',
      [{ type: 'submitted', channel: 'platform', on: day('09-05') }],
      ['2026-10-09', null],
    ],
    ['3 over the National Day', [inPerson('09-29')], ['2026-11-02', null]],
    [
      '4 signed by post, two make-up Saturdays',
      [{ type: 'signed', channel: 'post-signed', on: day('02-12') }],
      ['2026-03-18', null],
    ],
    ['5 on a make-up Sunday', [inPerson('01-04')], ['2026-01-30', null]],
    ['6 last day of a correction notice', [inPerson('09-18')], ['2026-09-29', null], 'correction-notice'],
    [
      '7 notice on the seventh working day',
      [inPerson('08-24'), notice('09-02'), corrected('09-10')],
      ['2026-10-14', null],
    ],
    [
      '8 notice on the eighth',
      [inPerson('08-24'), notice('09-03'), corrected('09-10')],
      ['2026-09-20', null, 'correction-late@1'],
    ],
    ['9 one opinion', [...NINE, opinion('10-28')], ['2026-11-19', null]],
    ['10 silent third party', NINE, ['2026-12-01', null]],
    ['10 its cap', NINE, ['2026-11-09', null], 'opinion-limit'],
    [
      '11 two letters at once',
      [...NINE, letter('10-21', '10-22', '李四'), opinion('10-28'), opinion('10-30', '李四')],
      ['2026-11-23', null],
    ],
    ['12 extension in time', [inPerson('08-24'), extended('09-18')], ['2026-10-23', null]],
    [
      '12 extension too late',
      [inPerson('08-24'), extended('09-21')],
      ['2026-09-20', null, 'extension-late@1'],
    ],
    ['13 its limit', [inPerson('08-24'), feeNotice('09-03', '09-04')], ['2026-10-09', null], 'fee-limit'],
    ['13 paid', [inPerson('08-24'), feeNotice('09-03', '09-04'), paid('09-15')], ['2026-10-19', null]],
    [
      '14 joint body, silent',
      [inPerson('09-01'), letter('09-04', '09-04', '发改局', 'joint-body')],
      ['2026-10-26', null],
    ],
    [
      '14 its cap',
      [inPerson('09-01'), letter('09-04', '09-04', '发改局', 'joint-body')],
      ['2026-09-24', null],
      'opinion-limit',
    ],
    [
      '16 review window',
      [{ type: 'delivered', manner: 'direct', on: day('08-05') }],
      ['2026-10-08', null],
      'review-window',
    ],
    [
      '17 the count of a court',
      [
        {
          type: 'opinion-sought',
          to: '某',
          kind: 'third-party',
          on: '2011-06-01',
          deliveredOn: '2011-06-01',
        },
      ],
      ['2011-06-23', null],
      'opinion-limit',
    ],
  ])('%s', (_name, ...[events, expected, clock]) => {
    expect(brief(events, clock)).toEqual(expected)
  })

  test('15 beyond the holiday tables', () => {
    expect(answer([inPerson('12-07')])).toMatchObject({ due: null, missingYear: 2027, receipt: '2026-12-07' })
  })

  test('the working days out of examples 9, 10 and 11', () => {
    const out = (events: Event[]) => answer(events).excluded
    expect(out([...NINE, opinion('10-28')])).toEqual([
      { from: '2026-10-17', to: '2026-10-28', workingDays: 8 },
    ])
    expect(out(NINE)).toEqual([{ from: '2026-10-17', to: '2026-11-09', workingDays: 16 }])
    const both = [...NINE, letter('10-21', '10-22', '李四'), opinion('10-28'), opinion('10-30', '李四')]
    expect(out(both)).toEqual([{ from: '2026-10-17', to: '2026-10-30', workingDays: 10 }])
  })
})

describe('the answer explains itself', () => {
  test('every day counted, excluded and passed over is in the words', () => {
    expect(answer([...NINE, opinion('10-28')]).words).toBe(
      '2026年10月12日是收到申请之日，当天不算。从次日数起，20 个工作日，到 2026年11月19日。' +
        '算入的工作日：10月13日至16日、10月29日至30日、11月2日至6日、11月9日至13日、11月16日至19日（20 天）。' +
        '征求意见不算的工作日：10月19日至23日、10月26日至28日（8 天）。' +
        '休息日不算：10月17日至18日、10月24日至25日、10月31日至11月1日、11月7日至8日、11月14日至15日（10 天）。' +
        '依据：《政府信息公开条例》第三十三条第二款。',
    )
  })

  test('the two silences have their own words', () => {
    expect(answer(NINE).words).toContain('由本机关依照条例自己决定')
    expect(answer(NINE).words).not.toContain('视为同意')
    const joint = answer([inPerson('09-01'), letter('09-04', '09-04', '发改局', 'joint-body')]).words
    expect(joint).toContain('视为同意公开')
    expect(joint).not.toContain('自己决定')
  })

  test('limits, extensions, delays and stops', () => {
    expect(answer(NINE, 'opinion-limit').words).toContain('2026年10月19日征求意见书送达，当天不算')
    expect(answer([inPerson('08-24'), extended('09-18')]).words).toContain(
      '20 个工作日加延长的 20 个工作日，到 2026年10月23日',
    )
    expect(
      answer([inPerson('08-24'), { type: 'delayed-to', on: day('09-20'), until: day('11-30') }]).words,
    ).toContain('已经告知申请人延迟到 2026年11月30日 答复')
    expect(answer([inPerson('08-24'), notice('09-02')]).words).toContain('停止计算')
    expect(answer([{ type: 'delivered', on: day('08-05') }], 'review-window').words).toContain(
      '最后一天是休息日（10月4日至7日），顺延，到 2026年10月8日',
    )
    expect(answer([{ type: 'submitted', on: '2018-05-02' }]).words).toContain('早于现行条例施行之日')
  })
})

describe('traps of the clock', () => {
  test.each<[string, Event[], unknown[]]>([
    [
      'the letter decides by its confirmation, not its arrival',
      [
        { type: 'arrived', channel: 'fax', on: day('08-20') },
        { type: 'confirmed', on: day('08-24') },
      ],
      ['2026-09-20', null],
    ],
    [
      'an ordinary letter confirmed a day late',
      [
        { type: 'arrived', channel: 'post-ordinary', on: day('08-21') },
        { type: 'confirmed', on: day('08-24') },
      ],
      ['2026-09-20', null, 'confirm-late@1'],
    ],
    [
      'an unconfirmed letter has no receipt',
      [{ type: 'arrived', channel: 'post-ordinary', on: day('08-21') }],
      [null, null, 'no-receipt@null'],
    ],
    [
      'reasons asked and given stop nothing',
      [
        inPerson('08-24'),
        { type: 'reason-asked', on: day('08-26') },
        { type: 'reason-given', on: day('09-10') },
      ],
      ['2026-09-20', null],
    ],
    [
      'a correction drops what was excluded and extended before',
      [
        inPerson('08-24'),
        letter('08-25', '08-25'),
        extended('08-26'),
        notice('09-02'),
        corrected('09-10'),
        opinion('09-14'),
      ],
      ['2026-10-14', null],
    ],
    [
      'a second notice of correction has no effect',
      [inPerson('08-24'), notice('08-25'), corrected('09-01'), notice('09-02')],
      ['2026-09-29', null, 'second-correction@3'],
    ],
    ['the clock is stopped until the correction', [inPerson('08-24'), notice('09-02')], [null, 'correction']],
    [
      'the clock is stopped until the payment',
      [inPerson('08-24'), feeNotice('09-20', '09-21')],
      [null, 'fee'],
    ],
    [
      'a fee notice after the due day',
      [inPerson('08-24'), feeNotice('09-21', '09-21'), paid('09-22')],
      ['2026-09-20', null, 'fee-late@1'],
    ],
    [
      'a second extension, and one of 21 days',
      [inPerson('08-24'), extended('09-01', 21), extended('09-02', 5), extended('09-03', 5)],
      ['2026-09-28', null, 'extension-too-long@1', 'second-extension@3'],
    ],
    [
      'an extension in time because days were excluded before it',
      [...NINE, opinion('10-28'), extended('11-19', 1)],
      ['2026-11-20', null],
    ],
    [
      'a letter on the last day excludes nothing',
      [inPerson('08-24'), letter('09-20', '09-20')],
      ['2026-09-20', null, 'opinion-late@1'],
    ],
    [
      'a letter on the last day counts if the term is extended that day',
      [inPerson('08-24'), letter('09-20', '09-20'), opinion('09-21'), extended('09-20', 1)],
      ['2026-09-22', null],
    ],
    [
      'a delay given in time, and one too late',
      [
        inPerson('08-24'),
        { type: 'delayed-to', on: day('09-20'), until: day('10-31') },
        { type: 'delayed-to', on: day('11-02'), until: day('11-30') },
      ],
      ['2026-10-31', null, 'delay-late@2'],
    ],
    [
      'a letter of unknown delivery has its cap from the day it was sent',
      [inPerson('10-12'), { type: 'opinion-sought', to: '张三', kind: 'third-party', on: day('10-16') }],
      ['2026-11-30', null],
    ],
    [
      'the list need not be in order',
      [opinion('10-28'), letter('10-16', '10-19'), inPerson('10-12')],
      ['2026-11-19', null],
    ],
    [
      'a reply on the due day is in time',
      [inPerson('08-24'), { type: 'replied', manner: 'post', on: day('09-20') }],
      ['2026-09-20', null],
    ],
    [
      'a reply the day after is late, and nothing after it counts',
      [inPerson('08-24'), { type: 'delivered', manner: 'direct', on: day('09-21') }, extended('09-21')],
      ['2026-09-20', null, 'reply-late@1', 'after-reply@2'],
    ],
    [
      'the first receipt counts',
      [inPerson('08-24'), { type: 'signed', on: day('08-27') }],
      ['2026-09-20', null, 'receipt-again@1'],
    ],
    [
      'events before the receipt',
      [notice('08-20'), inPerson('08-24')],
      ['2026-09-20', null, 'before-receipt@0'],
    ],
    [
      'corrections, payments and opinions that nobody asked for',
      [inPerson('08-24'), corrected('08-25'), paid('08-26'), opinion('08-27')],
      ['2026-09-20', null, 'correction-unasked@1', 'fee-unasked@2', 'opinion-unmatched@3'],
    ],
  ])('%s', (_name, events, expected) => {
    expect(brief(events)).toEqual(expected)
  })

  test('an arrived letter has an alarm date until its confirmation and after it', () => {
    const arrived = { type: 'arrived', channel: 'email', on: day('08-24') }
    expect(answer([arrived])).toMatchObject({ receipt: null, due: null, alarm: '2026-09-20' })
    expect(answer([arrived, { type: 'confirmed', on: day('08-26') }])).toMatchObject({
      receipt: '2026-08-26',
      due: '2026-09-22',
      alarm: '2026-09-20',
    })
    expect(answer([inPerson('08-24')])).not.toHaveProperty('alarm')
  })

  test('a stopped clock needs no table of the next year', () => {
    expect(brief([inPerson('12-07'), feeNotice('12-10', '12-10')])).toEqual([null, 'fee'])
    expect(answer([inPerson('12-07'), notice('12-09')])).toMatchObject({ missingYear: null })
  })

  test('an event that the missing year has to judge', () => {
    const late = answer([inPerson('12-07'), { type: 'extended', wd: 5, on: '2027-01-08' }])
    expect(late).toMatchObject({ due: null, missingYear: 2027 })
  })

  test('a limit without its beginning', () => {
    expect(brief([inPerson('08-24')], 'fee-limit')).toEqual([null, null, 'base-missing@null'])
    expect(brief([notice('08-24')], 'correction-notice')).toEqual([null, null, 'base-missing@null'])
    expect(answer([feeNotice('12-20', '12-20')], 'fee-limit')).toMatchObject({ due: null, missingYear: 2027 })
  })

  test('the last fitting event is the base of a limit', () => {
    const own = { type: 'correction-notified', on: day('08-20'), limitWd: 3, deliveredOn: day('08-24') }
    expect(brief([own, notice('08-03')], 'correction-limit')).toEqual(['2026-08-27', null])
    expect(brief([notice('08-03')], 'correction-limit')).toEqual(['2026-08-24', null])
  })
})

test('bad lists: every fault at once, each with its event', () => {
  const read = readEventList({
    clock: 'tea',
    events: [
      { type: 'submitted', channel: 'pigeon', on: '2026-02-30' },
      { type: 'accepted', on: '2026-08-24' },
      { type: 'extended', on: '2026-08-24', wd: 0 },
      { type: 'opinion-sought', on: '2026-08-24', deliveredOn: '2026-08-20' },
      { type: 'delayed-to', on: '2026-08-24', until: '2026-08-01' },
      'corrected',
    ],
  })
  expect(read.ok).toBe(false)
  if (read.ok) return
  expect(read.faults.map(({ field }) => field)).toEqual([
    'clock',
    'events.0.on',
    'events.0.channel',
    'events.1.type',
    'events.2.wd',
    'events.5',
    'events.3.deliveredOn',
    'events.4.until',
  ])
  for (const { message } of read.faults) expect(message).toMatch(/[\u4e00-\u9fff]/)
  expect(read.faults[1]?.message).toBe('第 1 个事件（提交申请）“on”不是有效的日期（应为 YYYY-MM-DD）。')
})
