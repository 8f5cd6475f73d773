import { needsAmount, thresholdsOf } from '../../../../shared/power/graph'
import { itemFaults, listFaults } from '../../../../server/domain/power/check'
import type { PowerItem, PowerNext, PowerStep } from '../../../../shared/contract/power/item'
import {
  UNSOURCED,
  LOCAL,
  always,
  backOn,
  limitOf,
  onAmount,
  onResult,
  orElse,
  smallItem,
  smallStep,
  voteOf,
} from '../../../support/power/small'

/** Every fault of an item in the words that its author reads. */

const said = (item: PowerItem) =>
  itemFaults(item).map(({ message }) => message.replace(/^事项“[^”]*”：?/, ''))
const head = (more: Partial<PowerItem>) => said(smallItem(undefined, more))
const step = (more: Partial<PowerStep>) => said(smallItem([smallStep('a', more)])).map(text => text.replace('，环节“环节a”：', '')) // prettier-ignore
const ways = (...next: PowerNext[]) => step({ next, branchSource: { ...LOCAL } })

test('a sound item has none', () => {
  expect(said(smallItem())).toEqual([])
  expect(listFaults([])).toEqual([])
})

test('a fault names the item, by its code where it has no name, and the step', () => {
  const unnamed = smallItem([smallStep('a', { name: '', action: '' })], { name: '' })
  expect(itemFaults(unnamed)).toEqual([
    { item: 'T-1', code: 'name-missing', message: '事项“T-1”：没有名称。' },
    { item: 'T-1', step: 'a', code: 'step-name-missing', message: '事项“T-1”，环节“a”：环节没有名称。' },
    { item: 'T-1', step: 'a', code: 'action-missing', message: '事项“T-1”，环节“a”：没有写做什么。' },
  ])
  expect(itemFaults(smallItem([], { name: '', code: '' }))[0]?.message).toBe('事项“（无名）”：没有编号。')
})

test('a code that stands twice is told at the second, an empty one not as such', () => {
  const list = [smallItem(), smallItem(undefined, { name: '修桥' }), smallItem(undefined, { code: 'T-2' })]
  expect(listFaults(list).map(({ message }) => message)).toEqual(['事项“修桥”：编号重复（T-1）。'])
  const codes = listFaults([smallItem(undefined, { code: '' }), smallItem(undefined, { code: '' })])
  expect(codes.map(({ code }) => code)).toEqual(['code-missing', 'code-missing'])
})

const NO_SOURCE = '没有出处，也没有写明是本地设定'
const LONG = '一二三四五六七八九十'.repeat(4)

test.each<[Partial<PowerItem>, string[]]>([
  [{ class: 'odd' }, ['类别不认识（odd）。']],
  [{ class: '' }, ['类别不认识（空）。']],
  [{ basis: [] }, ['没有依据。']],
  [{ basis: [{ text: '', ...UNSOURCED }] }, ['没有依据。']],
  [{ basis: [{ text: '办法', ...UNSOURCED }] }, [`依据${NO_SOURCE}（办法）。`]],
  [{ basis: [{ text: '办法', ...LOCAL, source: '第一条' }] }, [`依据${NO_SOURCE}（办法）。`]],
  [{ basis: [{ text: LONG, ...UNSOURCED }] }, [`依据${NO_SOURCE}（${LONG.slice(0, 30)}）。`]],
  [{ basis: [{ text: '办法', ...UNSOURCED, source: '第一条' }] }, []],
  [{ nature: 'service' }, ['便民服务事项没有写要带的材料。']],
  [{ nature: 'service', materials: [' '] }, ['便民服务事项没有写要带的材料。']],
  [{ nature: 'service', materials: ['身份证', ''] }, []],
  [{ negative: [] }, ['没有负面清单。']],
  [{ responsible: { body: '', role: 'village-head', duty: '' } }, ['没有责任单位。']],
  [{ responsible: { body: '村委会', role: 'odd', duty: '' } }, ['办理人不认识（odd）。']],
  [{ responsible: { body: '村委会', role: '', duty: '' } }, ['办理人不认识（空）。']],
  [{ totalLimit: null }, ['没有总时限。']],
  [{ totalLimit: limitOf(0) }, ['时限必须大于零（总时限）。']],
  [{ totalLimit: limitOf(10, 'working-day', UNSOURCED) }, [`时限${NO_SOURCE}（总时限）。`]],
  [{ totalLimit: limitOf(2) }, ['各环节时限加起来超过总时限（总时限2个工作日）。']],
  [{ totalLimit: limitOf(3) }, []],
  [{ totalLimit: limitOf(4, 'calendar-day') }, ['各环节时限加起来超过总时限（总时限4天）。']],
  [{ totalLimit: limitOf(5, 'calendar-day') }, []],
  [{ inForce: '2026-05-08' }, ['有生效日期，没有写哪次会议通过。']],
  [{ adopted: { meeting: '会', on: '2026-05-08' } }, ['会议通过了，没有写哪天生效。']],
  [{ adopted: { meeting: '会', on: '2026-05-08' }, inForce: '2026-05-07' }, ['生效日期早于会议通过的日期（2026-05-07 早于 2026-05-08）。']], // prettier-ignore
  [{ adopted: { meeting: '会', on: '2026-05-08' }, inForce: '2026-05-08' }, []],
  [{ steps: [] }, ['没有环节。']],
])('the head of an item: %j', (more, faults) => {
  expect(head(more)).toEqual(faults)
})

test('an item as a whole discloses, is supervised and knows its risks; a service needs no supervision', () => {
  const bare = { disclosure: null, supervision: null, risks: [] }
  expect(step(bare)).toEqual(['没有公开要求。', '集体管理事务没有监督节点。', '没有廉政风险点。'])
  const service = smallItem([smallStep('a', bare)], { nature: 'service', materials: ['身份证'] })
  expect(said(service)).toEqual(['没有公开要求。', '没有廉政风险点。'])
  const one = smallItem([smallStep('a', { ...bare, next: [always('b')] }), smallStep('b')])
  expect(said(one)).toEqual([])
})

const vote = (more: Parameters<typeof voteOf>[0] = {}): Partial<PowerStep> => ({
  kind: 'vote',
  vote: voteOf(more),
  next: [onResult('通过'), orElse()],
})
const share = (n: number, d: number, strict = false) => ({ n, d, strict })
const disclosure = (more: object) => ({ disclosure: { ...smallStep('a').disclosure!, ...more } })
const SAME_SIDE = '办的人和审的人是同一方'

test.each<[Partial<PowerStep>, string[]]>([
  [{ id: '' }, ['环节没有代号。']],
  [{ kind: 'odd' }, ['环节的种类不认识（odd）。']],
  [{ actor: 'odd' }, ['办理人不认识（odd）。']],
  [{ actor: '' }, ['办理人不认识（空）。']],
  [{ action: '' }, ['没有写做什么。']],
  [
    {
      risks: [
        { risk: '甲', control: '乙' },
        { risk: '丙', control: '' },
      ],
    },
    ['有风险点，没有防控措施。'],
  ],
  [{ limit: null }, ['没有时限。']],
  [{ limit: limitOf(0) }, ['时限必须大于零（0）。']],
  [{ limit: limitOf(1) }, []],
  [{ limit: limitOf(3, 'working-day', UNSOURCED) }, [`时限${NO_SOURCE}。`]],
  [{ least: limitOf(0) }, ['时限必须大于零（0）。']],
  [{ least: limitOf(3) }, []],
  [{ least: limitOf(4) }, ['至少要等的时间比时限还长。']],
  [{ least: limitOf(4, 'calendar-day') }, []],
  [{ vote: voteOf() }, ['不是表决环节，却写了法定人数。']],
  [{ kind: 'vote' }, ['表决环节没有写法定人数。']],
  [vote(), []],
  [{ ...vote(), next: [onResult('未通过'), orElse()] }, ['表决通过后怎么走没有写。']],
  [vote(UNSOURCED), [`法定人数${NO_SOURCE}。`]],
  [vote({ present: share(1, 0) }), ['法定人数不可能达到。']],
  [vote({ present: share(0, 2) }), ['法定人数不可能达到。']],
  [vote({ present: share(3, 2) }), ['法定人数不可能达到。']],
  [vote({ present: share(2, 2, true) }), ['法定人数不可能达到。']],
  [vote({ present: share(2, 2) }), []],
  [vote({ pass: { ...share(4, 3), of: 'present' } }), ['法定人数不可能达到。']],
  [{ notBy: ['odd'] }, ['要求换人办的环节不存在（odd）。']],
  [{ notBy: ['a'] }, [`${SAME_SIDE}（不能要求自己避开自己）。`]],
  [{ kind: 'review' }, [`${SAME_SIDE}（审核环节没有写避开谁）。`]],
  [{ supervision: { by: 'odd', checks: '', evidence: '' } }, ['办理人不认识（odd）。']],
  [{ supervision: { by: '', checks: '看', evidence: '' } }, ['办理人不认识（空）。']],
  [{ supervision: { by: 'supervisors', checks: '', evidence: '' } }, ['监督节点没有写查什么。']],
  [{ supervision: { by: 'village-head', checks: '看', evidence: '' } }, [`${SAME_SIDE}（监督人是村委会主任）。`]], // prettier-ignore
  [{ actor: 'supervisors' }, [`${SAME_SIDE}（监督人是村务监督机构）。`]],
  [{ supervision: { by: 'representatives', checks: '看', evidence: '' } }, []],
  [disclosure({ what: '' }), ['公开要求没有对应到目录事项。']],
  [disclosure({ area: '' }), ['公开要求没有对应到目录事项。']],
  [disclosure({ path: [] }), ['公开要求没有对应到目录事项。']],
  [disclosure({ path: [' '] }), ['公开要求没有对应到目录事项。']],
  [disclosure({ path: ['', '财务'] }), []],
  [disclosure({ evidence: ['照片'] }), ['要公开的凭证不在这个环节的材料里（照片）。']],
  [{ ...disclosure({ evidence: ['照片'] }), evidence: ['照片'] }, []],
  [disclosure({ within: limitOf(0) }), ['时限必须大于零（0）。']],
])('a step: %j', (more, faults) => {
  expect(step(more)).toEqual(faults)
})

const THOUSAND = 100_000
const ORPHAN = '分支永远走不到'
const MIXED = '去向的条件混在一起，说不清走哪一条。'
const NO_ELSE = '按结果分支，没有写其他情况怎么走。'

test.each<[string, PowerNext[], string[]]>([
  ['none', [], ['没有去向，也没有办结。']],
  ['amounts that cover all', [onAmount(null, THOUSAND), onAmount(THOUSAND, null)], []],
  ['amounts in another order', [onAmount(THOUSAND, null), onAmount(0, THOUSAND)], []],
  ['a gap', [onAmount(0, THOUSAND), onAmount(2 * THOUSAND, null)], ['金额分段有空档（1,000元到2,000元）。']], // prettier-ignore
  ['a gap at the bottom', [onAmount(THOUSAND, null)], ['金额分段有空档（0元到1,000元）。']],
  ['a gap at the top', [onAmount(0, THOUSAND)], ['金额分段有空档（1,000元以上没有写）。']],
  ['an overlap', [onAmount(0, 3 * THOUSAND), onAmount(2 * THOUSAND, null)], ['金额分段有重叠（2,000元到3,000元）。']], // prettier-ignore
  ['one within all', [onAmount(null, null), onAmount(THOUSAND, null)], ['金额分段有重叠（1,000元到以上）。']], // prettier-ignore
  ['one within another', [onAmount(0, null), onAmount(THOUSAND, 2 * THOUSAND)], ['金额分段有重叠（1,000元到以上）。']], // prettier-ignore
  ['bounds the wrong way round', [onAmount(THOUSAND, 0)], ['金额界限写反或为负。']],
  ['a band of nothing', [onAmount(THOUSAND, THOUSAND)], ['金额界限写反或为负。']],
  ['below nothing', [onAmount(-1, null)], ['金额界限写反或为负。']],
  ['amounts and always', [onAmount(null, null), always('END')], [MIXED]],
  ['amounts and a way back', [onAmount(null, null), backOn('退回', 'a')], [MIXED]],
  ['always twice', [always('END'), always('END')], [`${ORPHAN}（去向）。`, MIXED]],
  ['always and a result', [onResult('甲'), always('END')], [MIXED]],
  ['a result without else', [onResult('甲')], [NO_ELSE]],
  ['results and else', [onResult('甲'), onResult('乙'), orElse()], []],
  ['a result twice', [onResult('甲'), onResult('甲'), orElse()], [`${ORPHAN}（甲）。`]],
  ['a result without a word', [onResult(''), orElse()], ['按结果分支，没有写是什么结果。']],
  ['a result behind else', [orElse(), onResult('甲')], [`${ORPHAN}（甲）。`]],
  ['else twice', [orElse(), orElse()], [`${ORPHAN}（其他情况）。`]],
  ['a way back of the same result first', [backOn('甲', 'a'), onResult('甲'), orElse()], []],
])('the ways of a step: %s', (_what, next, faults) => {
  expect(ways(...next)).toEqual(faults)
})

test('thresholds need a source; a vote knows its two results alone', () => {
  const next = [onAmount(null, null)]
  expect(step({ next })).toEqual([`金额界限${NO_SOURCE}。`])
  expect(step({ next, branchSource: UNSOURCED })).toEqual([`金额界限${NO_SOURCE}。`])
  const voted = [onResult('通过'), onResult('未通过'), onResult('弃权'), orElse()]
  expect(step({ ...vote(), next: voted })).toEqual([`${ORPHAN}（弃权）。`])
})

describe('the flow', () => {
  const flow = (...steps: PowerStep[]) => said(smallItem(steps))

  test('reaches every step, each by its own id', () => {
    expect(flow(smallStep('a'), smallStep('b'))).toEqual(['，环节“环节b”：环节走不到。'])
    expect(flow(smallStep('a'), smallStep('a', { name: '又' }))).toEqual(['，环节“又”：环节代号重复（a）。'])
  })

  test('leads to steps that are there', () => {
    expect(flow(smallStep('a', { next: [always('z')] }))).toEqual([
      '，环节“环节a”：去向的环节不存在（z）。',
      '，环节“环节a”：走不到办结。',
    ])
    expect(flow(smallStep('a', { next: [always('')] }))[0]).toBe('，环节“环节a”：去向的环节不存在（空）。')
  })

  test('does not go round undeclared', () => {
    expect(flow(smallStep('a', { next: [always('b')] }), smallStep('b', { next: [always('a')] }))).toEqual([
      '，环节“环节a”：环节绕圈，没有写明是退回。',
      '，环节“环节b”：环节绕圈，没有写明是退回。',
      '，环节“环节a”：走不到办结。',
      '，环节“环节b”：走不到办结。',
    ])
  })

  test('goes back only to what comes before, so many times', () => {
    const first = smallStep('a', { next: [always('b')] })
    const second = (back: PowerNext) => smallStep('b', { next: [onResult('同意'), back, orElse()] })
    expect(flow(first, second(backOn('退回', 'a')))).toEqual([])
    expect(flow(first, second(backOn('退回', 'b')))).toEqual([])
    expect(flow(first, second(backOn('退回', 'a', 0)))).toEqual(['，环节“环节b”：退回没有写最多几次。'])
    const ahead = smallStep('a', { next: [onResult('同意', 'b'), backOn('退回', 'b'), orElse()] })
    expect(flow(ahead, smallStep('b'))).toEqual(['，环节“环节a”：写明是退回，却没有退到前面的环节（b）。'])
  })

  test('does not end in a step that only leads back', () => {
    const stuck = smallStep('b', { next: [backOn('退回', 'a')] })
    expect(flow(smallStep('a', { next: [always('b')] }), stuck)).toEqual([
      '，环节“环节a”：走不到办结。',
      '，环节“环节b”：走不到办结。',
      '，环节“环节b”：按结果分支，没有写其他情况怎么走。',
    ])
  })
})

test('an item’s thresholds ascend, each once; the bottom is none', () => {
  const branch = (next: PowerNext[]) => smallStep('a', { next })
  const item = smallItem([
    branch([onAmount(5_000_000, null), onAmount(1_000_000, 5_000_000), onAmount(null, 1_000_000)]),
    branch([onAmount(10_000_000, null), onAmount(5_000_000, 10_000_000), onAmount(0, 5_000_000)]),
  ])
  expect(thresholdsOf(item)).toEqual([1_000_000, 5_000_000, 10_000_000])
  expect(thresholdsOf(smallItem())).toEqual([])
  expect([needsAmount(item), needsAmount(smallItem())]).toEqual([true, false])
})
