import { PUBLISHED_HOLIDAYS as holidays } from '../../../../server/domain/deadline'
import {
  type CaseActor,
  type CaseEvent,
  type CaseFile,
  type CaseState,
  advance,
  obligationsOf,
  earliestFinish,
  isInForce,
  openCase,
  quorumOf,
  resultsOf,
  stepClock,
  wasLate,
  wayFrom,
  wholeClock,
} from '../../../../server/domain/power/case'
import type { PowerItem } from '../../../../shared/contract/power/item'
import { person } from '../../../support/power/walk'
import { always, backOn, limitOf, onAmount, onResult, orElse, smallItem, smallStep, voteOf } from '../../../support/power/small' // prettier-ignore

/** Why something cannot be done with a case, in the words that people read; and what a case keeps. */

const ADOPTED = { adopted: { meeting: '会', on: '2026-01-05' }, inForce: '2026-01-06' }
const clerk = person('clerk', 'handler')
const checker = person('checker', 'supervisors')
const head = person('head', 'village-head')
const watch: CaseActor = { ...checker, id: 'watch', supervises: true }

const item = (): PowerItem =>
  smallItem(
    [
      smallStep('a', { evidence: ['申请书', '照片'], next: [always('b')] }),
      smallStep('b', { kind: 'review', actor: 'supervisors', notBy: ['a'], supervision: null, next: [onResult('同意', 'c'), backOn('退回', 'a'), orElse()] }), // prettier-ignore
      smallStep('c', { least: limitOf(7, 'calendar-day'), limit: limitOf(9, 'calendar-day') }),
    ],
    { ...ADOPTED, totalLimit: limitOf(30) },
  )

const opening = (more: Partial<Parameters<typeof openCase>[1]> = {}) =>
  ({ on: '2026-03-02', by: clerk, version: 3, amountFen: null, ...more }) as const
function opened(one = item()): CaseState {
  const result = openCase(one, opening())
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.state
}
function after(state: CaseState, ...events: CaseEvent[]): CaseState {
  return events.reduce((now, event) => {
    const result = advance(now, event, holidays)
    if (!result.ok) throw new Error(JSON.stringify(result.faults))
    return result.state
  }, state)
}
const refused = (state: CaseState, event: CaseEvent) => {
  const result = advance(state, event, holidays)
  return result.ok ? [] : result.faults.map(({ message }) => message)
}

type Finish = Extract<CaseEvent, { kind: 'finish' }>
const finish = (step: string, more: Partial<Finish> = {}): Finish => ({ kind: 'finish', step, on: '2026-03-02', by: clerk, papers: ['申请书', '照片'], files: [], result: null, ...more }) // prettier-ignore
const claim = (step: string, by: CaseActor, on = '2026-03-02'): CaseEvent => ({ kind: 'claim', step, by, on })
const file = (name: string, paper = '照片'): CaseFile => ({ paper, name, mime: 'image/jpeg', bytes: 1, sha256: '' }) // prettier-ignore

const atReview = () => after(opened(), finish('a'), claim('b', checker))
const review = (result: string | null) => finish('b', { by: checker, papers: [], result })

describe('opening', () => {
  const said = (one: PowerItem, more: Parameters<typeof opening>[0] = {}) => {
    const result = openCase(one, opening(more))
    return result.ok ? [] : result.faults.map(({ message }) => message)
  }

  test('keeps the item as it stands, with its first step begun by whoever opened it', () => {
    const one = item()
    const state = opened(one)
    expect(state).toEqual({
      item: one,
      version: 3,
      status: 'running',
      openedOn: '2026-03-02',
      openedBy: 'clerk',
      amountFen: null,
      visits: [{ step: 'a', enteredOn: '2026-03-02', claimedBy: 'clerk', finished: null, undone: null }],
      pauses: [],
      remarks: [],
      closed: null,
      lastOn: '2026-03-02',
    })
    one.name = '别的'
    expect(state.item.name).toBe('修路')
  })

  test('tells all that stands against it at once', () => {
    expect(said({ ...item(), inForce: null, adopted: null }, { by: person('x'), amountFen: -1 })).toEqual([
      '这个事项还没有通过或还没有生效，不能办件。',
      '这个环节不归您办（由经办人办）。',
      '金额不对：不能为负，也不能太大。',
    ])
    expect(said(item(), { amountFen: 1.5 })).toEqual(['金额不对：不能为负，也不能太大。'])
    expect(said(item(), { amountFen: 0 })).toEqual([])
  })

  test('of what is unsound is refused with its first fault, whatever else there is', () => {
    expect(said({ ...item(), code: '', negative: [] }, { by: person('x') })).toEqual([
      '这个事项的流程有问题，不能照它办件，请先改好清单（事项“修路”：没有编号）。',
    ])
    expect(said({ ...item(), steps: [] })[0]).toContain('没有环节')
  })

  test.each([
    [{}, true],
    [{ inForce: '2026-03-02' }, true],
    [{ inForce: '2026-03-03' }, false],
    [{ inForce: null }, false],
    [{ adopted: null }, false],
  ])('in force with %j: %s', (more, expected) => {
    expect(isInForce({ ...item(), ...more }, '2026-03-02')).toBe(expected)
  })
})

describe('leaving a step', () => {
  test('needs its papers, each file under one of them, and not too many', () => {
    const state = opened()
    expect(refused(state, finish('a', { papers: [] }))).toEqual(['材料还没有备齐（还缺：申请书、照片）。'])
    expect(refused(state, finish('a', { papers: [' 照片 '] }))).toEqual(['材料还没有备齐（还缺：申请书）。'])
    const stray = [file('a.jpg', '发票'), file('b.jpg'), file('c.jpg', '合同')]
    expect(refused(state, finish('a', { files: stray }))).toEqual([
      '有文件没有说是哪一份材料（a.jpg、c.jpg）。',
    ])
    const files = Array.from({ length: 21 }, (_, at) => file(`${at}.jpg`))
    expect(refused(state, finish('a', { files }))).toEqual(['一个环节的文件太多（最多20个）。'])
    expect(refused(state, finish('a', { files: files.slice(1) }))).toEqual([])
  })

  test('keeps what came out of it', () => {
    const state = after(opened(), finish('a', { papers: [' 申请书', '照片 '], on: '2026-03-03' }))
    expect(state.visits).toEqual([
      {
        step: 'a',
        enteredOn: '2026-03-02',
        claimedBy: 'clerk',
        finished: { on: '2026-03-03', by: 'clerk', result: null, ballots: null, papers: ['申请书', '照片'], files: [], amountFen: null, to: 'b', back: false }, // prettier-ignore
        undone: null,
      },
      { step: 'b', enteredOn: '2026-03-03', claimedBy: null, finished: null, undone: null },
    ])
    expect(state.lastOn).toBe('2026-03-03')
  })

  test('asks for one of its results, where it has any', () => {
    expect(refused(opened(), finish('a', { result: '同意' }))).toEqual(['这个环节不用选结果。'])
    expect(refused(atReview(), review(null))).toEqual(['要选一个结果（同意、退回、其他情况）。'])
    expect(refused(atReview(), review('随便'))).toEqual(['没有这个结果（可以选：同意、退回、其他情况）。'])
    expect(after(atReview(), review('其他情况'))).toMatchObject({
      status: 'finished',
      closed: { on: '2026-03-02', by: 'checker', reason: null },
    })
  })

  test('is for whoever claimed it, in the role of the step, and not for who did the work', () => {
    const both = person('clerk', 'handler', 'supervisors')
    const waiting = after(opened(), finish('a'))
    expect(refused(waiting, claim('b', both))).toEqual([
      '前面的环节是您办的，这个环节要换一个人（“环节a”）。',
    ])
    expect(refused(waiting, claim('b', clerk))).toEqual(['这个环节不归您办（由村务监督机构办）。', '前面的环节是您办的，这个环节要换一个人（“环节a”）。']) // prettier-ignore
    expect(refused(waiting, review('同意'))).toEqual(['这个环节还没有人领，请先领办。'])
    expect(refused(opened(), finish('a', { by: person('x', 'handler') }))).toEqual(['这个环节已经有人领办。'])
    expect(refused(opened(), claim('a', clerk))).toEqual(['这个环节您已经领办。'])
    expect(refused(opened(), claim('a', person('x', 'handler')))).toEqual(['这个环节已经有人领办。'])
  })

  test('is refused for another step than the current one, or on an earlier day', () => {
    expect(refused(atReview(), finish('a'))).toEqual([
      '这件事已经走到别的环节，请看过最新进展再办（现在是“环节b”）。',
    ])
    expect(refused(opened(), finish('a', { on: '2026-03-01' }))).toEqual(['日期早于前一步办理的日期。'])
  })

  test('waits until its least time is full', () => {
    const third = after(atReview(), review('同意'), claim('c', clerk))
    const leave = (on: string) => refused(third, finish('c', { papers: [], on }))
    expect(leave('2026-03-08')).toEqual(['时间还没有到（至少要满7天，最早2026-03-09）。'])
    expect(leave('2026-03-09')).toEqual([])
    const first = (state: CaseState) => earliestFinish(state, holidays).value
    expect([first(third), first(opened())]).toEqual(['2026-03-09', null])
  })

  test('goes back as often as the item says; then the way is none', () => {
    const again = after(atReview(), review('退回'))
    expect(again.visits.map(({ step, undone }) => [step, undone])).toEqual([
      ['a', 'back'],
      ['b', 'back'],
      ['a', null],
    ])
    const second = after(again, claim('a', clerk), finish('a'), claim('b', checker))
    const [, step] = second.item.steps
    expect(wayFrom(second, step!, '退回')?.to).toBe('END')
    expect(wayFrom(atReview(), step!, '退回')?.to).toBe('a')
  })
})

describe('reasons', () => {
  const pause = (reason: string): CaseEvent => ({ kind: 'pause', on: '2026-03-03', by: clerk, reason })

  test.each([
    ['等材料', ['要写明原因，至少 4 个字。']],
    ['  等材料  ', ['要写明原因，至少 4 个字。']],
    ['等补材料', []],
    ['等'.repeat(200), []],
    ['等'.repeat(201), ['原因太长，请写在 200 个字以内。']],
  ])('%s', (reason, faults) => expect(refused(opened(), pause(reason))).toEqual(faults))

  test('are kept without the blanks around them', () => {
    expect(after(opened(), pause(' 等补材料 ')).pauses).toEqual([
      { kind: 'pause', from: '2026-03-03', to: null, by: 'clerk', reason: '等补材料' },
    ])
    const remark: CaseEvent = { kind: 'remark', on: '2026-03-03', by: watch, reason: ' 报价不全 ' }
    expect(after(opened(), remark).remarks).toEqual([
      { on: '2026-03-03', by: 'watch', step: 'a', text: '报价不全' },
    ])
    const cancel: CaseEvent = { kind: 'cancel', on: '2026-03-04', by: clerk, reason: ' 不再办了 ' }
    expect(after(opened(), pause('等补材料'), cancel)).toMatchObject({
      status: 'cancelled',
      pauses: [{ to: '2026-03-04' }],
      closed: { on: '2026-03-04', by: 'clerk', reason: '不再办了' },
    })
  })
})

describe('a halted case', () => {
  const on = '2026-03-03'
  const reason = '手续不全'
  const paused = () => after(opened(), { kind: 'pause', on, by: clerk, reason })
  const stopped = () => after(opened(), { kind: 'stop', on, by: watch, reason })
  const closed = () => after(opened(), { kind: 'cancel', on, by: head, reason })

  test.each([
    ['resume', opened, '这件事没有暂停，不用恢复。'],
    ['lift', opened, '这件事没有被叫停，不用解除。'],
    ['lift', paused, '这件事暂停着，先恢复再办。'],
    ['pause', paused, '这件事暂停着，先恢复再办。'],
    ['resume', stopped, '监督机构叫停了这件事，解除以后才能再办。'],
    ['stop', stopped, '监督机构叫停了这件事，解除以后才能再办。'],
    ['cancel', closed, '这件事已经办结、取消，不能再办。'],
    ['remark', closed, '这件事已经办结、取消，不能再办。'],
  ] as const)('%s is refused in words', (kind, state, message) => {
    const by = kind === 'lift' || kind === 'stop' || kind === 'remark' ? watch : clerk
    expect(refused(state(), { kind, on, by, reason } as CaseEvent)).toEqual([message])
  })

  test('goes on by the role of the step or who answers for it; is stopped by the supervision alone', () => {
    const resume = (by: CaseActor): CaseEvent => ({ kind: 'resume', on, by })
    expect(refused(paused(), resume(checker))).toEqual(['这个环节不归您办。'])
    expect(after(paused(), resume(head)).status).toBe('running')
    expect(after(paused(), resume(person('x', 'handler'))).pauses[0]?.to).toBe(on)
    expect(refused(opened(), { kind: 'stop', on, by: head, reason })).toEqual(['只有监督的人可以提监督意见、叫停和解除。']) // prettier-ignore
    expect(refused(opened(), { kind: 'cancel', on, by: checker, reason })).toEqual(['只有提出的人和负责人可以取消。']) // prettier-ignore
    expect(after(paused(), { kind: 'stop', on, by: watch, reason }).pauses).toMatchObject([
      { kind: 'pause', to: on },
      { kind: 'stop', to: null },
    ])
  })

  test('may be handed over while it pauses', () => {
    const to = person('x', 'handler')
    const handOver: CaseEvent = { kind: 'hand-over', on, step: 'a', by: head, to, reason: '人员调动' }
    expect(after(paused(), handOver).visits[0]?.claimedBy).toBe('x')
    expect(refused(stopped(), handOver)).toEqual(['监督机构叫停了这件事，解除以后才能再办。'])
    expect(refused(after(opened(), finish('a')), { ...handOver, step: 'b', to: checker })).toEqual([
      '这个环节还没有人领，请先领办。',
    ])
  })

  test('its clocks stand and say why; closed, there are none', () => {
    expect(stepClock(paused(), '2026-03-20', holidays)?.words).toBe('已暂停，不计时')
    expect(wholeClock(stopped(), '2026-03-20', holidays)).toEqual({ dueOn: null, light: 'standing', words: '被叫停，不计时' }) // prettier-ignore
    expect([stepClock(closed(), '2026-03-20', holidays), wholeClock(closed(), '2026-03-20', holidays)]).toEqual([null, null]) // prettier-ignore
  })
})

describe('votes', () => {
  const one = smallItem([smallStep('a', { kind: 'vote', vote: voteOf(), next: [onResult('通过'), orElse()] })], ADOPTED) // prettier-ignore
  const ballots = { eligible: 30, present: 20, agree: 11, against: 9, abstain: 0 }
  const vote = (more: Partial<typeof ballots>): CaseEvent => ({ ...finish('a'), kind: 'vote', ballots: { ...ballots, ...more } }) as CaseEvent // prettier-ignore

  test.each([
    [{ present: 19, agree: 10 }, ['到会人数不够，表决无效，要另行开会（应到30人，要三分之二以上，至少20人，实到19人）。']], // prettier-ignore
    [{ abstain: 1 }, ['同意、反对、弃权加起来不等于实到人数（共21票，实到20人）。']],
    [{ eligible: 19 }, ['实到的人比应到的还多。']],
    [{ eligible: 0 }, ['票数要是不小于零的整数，应到至少 1 人。']],
    [{ against: -9 }, ['票数要是不小于零的整数，应到至少 1 人。']],
    [{ eligible: 1_000_001 }, ['票数要是不小于零的整数，应到至少 1 人。']],
    [{}, []],
  ])('with %j', (more, faults) => expect(refused(opened(one), vote(more))).toEqual(faults))

  test('are taken where the step asks for one, and only there', () => {
    expect(refused(opened(one), finish('a', { result: '通过' }))).toEqual(['这个环节要表决，请填应到、实到和票数。']) // prettier-ignore
    expect(refused(opened(), vote({}))).toEqual(['这个环节不用表决。'])
  })

  test.each([
    [30, 2, 3, false, 20],
    [31, 2, 3, false, 21],
    [30, 1, 2, true, 16],
    [31, 1, 2, true, 16],
    [30, 1, 1, false, 30],
  ])('of %d, %d/%d (more than: %s) are %d', (eligible, n, d, strict, least) => {
    expect(quorumOf(voteOf({ present: { n, d, strict } }), eligible)).toBe(least)
  })
})

test('results that can be chosen: each once, 其他情况 last; none where a step has no choice', () => {
  const results = (...next: Parameters<typeof resultsOf>[0]['next']) => resultsOf(smallStep('a', { next }))
  expect(results(orElse(), onResult('甲'), backOn('乙', 'a'), onResult('甲'))).toEqual([
    '甲',
    '乙',
    '其他情况',
  ])
  expect(results(onResult('甲'))).toEqual(['甲'])
  expect(results(orElse())).toEqual([])
  expect(results(always('END'))).toEqual([])
  expect(results(onAmount(null, null))).toEqual([])
})

test('every finished step that discloses starts a duty; an unknown year is computed by weekends', () => {
  const obligation = { step: 'a', visit: 0, from: '2026-03-02', dueOn: '2026-03-09', disclosure: item().steps[0]!.disclosure } // prettier-ignore
  expect(obligationsOf(opened(), holidays)).toEqual([])
  expect(obligationsOf(after(opened(), finish('a')), holidays)).toEqual([obligation])
  expect(obligationsOf(after(opened(), finish('a', { on: '2026-12-30' })), holidays)).toMatchObject([
    { dueOn: '2027-01-06', assumedYears: [2027] },
  ])
})

test('a step was late from the day after its limit, never where it is unfinished', () => {
  const late = (on: string) => {
    const state = after(opened(), finish('a', { on }))
    return wasLate(state, state.visits[0]!, holidays)
  }
  expect([late('2026-03-05'), late('2026-03-06')]).toEqual([false, true])
  expect(wasLate(opened(), opened().visits[0]!, holidays)).toBe(false)
})
