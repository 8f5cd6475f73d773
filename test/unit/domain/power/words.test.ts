import {
  limitWords,
  describePlace,
  quoted,
  ruleMoney,
  shareWords,
  stepWords,
  voteWords,
  whenWords,
} from '@shared/power/words'
import { linesOfItem } from '../../../../server/domain/power/model/lines'
import { powerRoleLabel } from '@shared/facts/power/terms'
import type { PowerItem, PowerStep } from '@shared/contract/power/item'
import { coreItem } from '../../../support/power/core'

/** What an item of a micro-power list says, in words that people read. */

const item = coreItem('XM-01')
const [step] = item.steps
const SOURCE = { source: null, checkedOn: null, localSetting: false }
const limit = (n: number, unit: 'working-day' | 'calendar-day' = 'working-day', more: object = {}) => ({ n, unit, ...SOURCE, ...more }) // prettier-ignore

test('amounts as rules write them: ten thousands where they are whole', () => {
  const words = [0, 1, 100, 123_45, 99_999_99, 1_000_000, 5_000_000, 1_500_000, 123_456_789, -5_000, -1_000_000].map(ruleMoney) // prettier-ignore
  expect(words).toEqual(['0元', '0.01元', '1元', '123.45元', '99,999.99元', '1万元', '5万元', '15,000元', '1,234,567.89元', '-50元', '-1万元']) // prettier-ignore
})

test('times in working days or days', () => {
  expect(limitWords(limit(5))).toBe('5个工作日')
  expect(limitWords(limit(7, 'calendar-day'))).toBe('7天')
})

test('marks within a name become the inner ones', () => {
  expect(quoted('“四议”和“两公开”')).toBe('“‘四议’和‘两公开’”')
})

test('ways: always, else, by result, by amount', () => {
  const amount = (fromFen: number | null, belowFen: number | null) =>
    whenWords({ when: { kind: 'amount', fromFen, belowFen } })
  expect(whenWords({ when: { kind: 'always' } })).toBe('')
  expect(whenWords({ when: { kind: 'else' } })).toBe('其他情况')
  expect(whenWords({ when: { kind: 'result', result: '通过' } })).toBe('通过')
  expect(amount(null, null)).toBe('不论金额')
  expect(amount(0, null)).toBe('不论金额')
  expect(amount(1_000_000, null)).toBe('1万元以上（含）')
  expect(amount(1, null)).toBe('0.01元以上（含）')
  expect(amount(null, 5_000_000)).toBe('不到5万元')
  expect(amount(1_000_000, 5_000_000)).toBe('1万元以上（含）、不到5万元')
})

test('places: the number and name of a step, the end, a step that is not there', () => {
  expect(describePlace(item, item.steps[0]!.id)).toBe(`第1步${quoted(item.steps[0]!.name)}`)
  expect(describePlace(item, item.steps[2]!.id)).toBe(`第3步${quoted(item.steps[2]!.name)}`)
  expect(describePlace(item, 'END')).toBe('办结')
  expect(describePlace(item, 'nowhere')).toBe('“nowhere”')
})

test('shares as laws word them', () => {
  const share = (n: number, d: number, strict = false) => shareWords({ n, d, strict })
  expect(share(1, 1)).toBe('全部')
  expect(share(1, 2, true)).toBe('过半数')
  expect(share(2, 4)).toBe('半数以上')
  expect(share(2, 3)).toBe('三分之二以上')
  expect(share(4, 5, true)).toBe('五分之四以上（不含本数）')
  expect(share(11, 12)).toBe('12分之11以上')
})

test('votes and steps as one sentence', () => {
  const vote = { present: { n: 1, d: 2, strict: true }, pass: { n: 2, d: 3, strict: false, of: 'present' }, ballot: 'secret', amountChanged: 'refuse', ...SOURCE } as const // prettier-ignore
  expect(voteWords(vote)).toBe('过半数到会，到会人员三分之二以上同意，无记名表决')
  const open = { ...vote, ballot: 'open', pass: { ...vote.pass, of: 'eligible' } } as const
  expect(voteWords(open)).toBe('过半数到会，全体应到人员三分之二以上同意，记名或举手表决')
  const who = powerRoleLabel(step!.actor)
  expect(stepWords({ ...step!, limit: null, least: null, action: '写申请' })).toBe(`${who}：写申请`)
  expect(stepWords({ ...step!, limit: limit(3), least: limit(5, 'calendar-day'), action: '公示' })).toBe(
    `${who}，3个工作日内，不少于5天：公示`,
  )
})

describe('an item line by line', () => {
  const words = (one: PowerItem) =>
    Object.fromEntries(linesOfItem(one).map(({ key, words: said }) => [key, said]))
  const withStep = (more: Partial<PowerStep>) => words({ ...item, steps: [{ ...step!, id: 's1', ...more }] })
  const NOTHING = '（没有写）'

  test('the head, with what is not there told as such', () => {
    const bare = words({
      ...item,
      basis: [],
      conditions: [],
      materials: [],
      negative: [],
      totalLimit: null,
      steps: [],
    })
    expect(bare).toMatchObject({
      name: item.name,
      class: expect.stringMatching(/[一-龥]/),
      summary: item.summary,
      basis: NOTHING,
      conditions: NOTHING,
      materials: NOTHING,
      negative: NOTHING,
      totalLimit: NOTHING,
      order: NOTHING,
    })
    const full = words({
      ...item,
      nature: 'service',
      responsible: { body: '村委会', role: 'village-head', duty: '总责' },
      conditions: ['甲', '乙'],
      materials: ['丙'],
      negative: ['丁'],
      totalLimit: limit(10, 'working-day', { source: '条例', checkedOn: '2026-01-01', localSetting: true }),
      basis: [
        { text: '一', source: null, checkedOn: null, localSetting: false },
        { text: '二', source: '第二条', checkedOn: null, localSetting: false },
      ],
    })
    expect(full).toMatchObject({
      responsible: '村委会；村委会主任；总责',
      conditions: '甲；乙',
      materials: '丙',
      negative: '丁',
      totalLimit: '10个工作日（本地设定，出处：条例，2026-01-01核对）',
      basis: '一；二（出处：第二条）',
      order: item.steps.map(({ name }) => name).join('；'),
    })
    expect(full['nature']).not.toBe('service')
    expect(words({ ...item, nature: 'odd' as never })['nature']).toBe('odd')
  })

  test('a step, with times, papers, risks, supervision and whom it may not be', () => {
    const bare = withStep({ output: '', form: '', limit: null, least: null, vote: null, notBy: [], evidence: [], risks: [], supervision: null, disclosure: null, branchSource: null, next: [], kind: 'odd' as never }) // prettier-ignore
    for (const part of [
      'output',
      'form',
      'limit',
      'least',
      'vote',
      'notBy',
      'evidence',
      'risks',
      'supervision',
      'disclosure',
      'next',
      'branchSource',
    ]) {
      // prettier-ignore
      expect([part, bare[`steps.s1.${part}`]]).toEqual([part, NOTHING])
    }
    expect(bare['steps.s1.kind']).toBe('odd')
    const full = withStep({
      name: '表决',
      output: '纪要',
      form: '表一',
      limit: limit(3),
      least: limit(5, 'calendar-day'),
      vote: { present: { n: 1, d: 2, strict: true }, pass: { n: 2, d: 3, strict: false, of: 'present' }, ballot: 'secret', amountChanged: 'vote-again', ...SOURCE, source: '组织法' }, // prettier-ignore
      notBy: ['s1', 'gone'],
      evidence: ['照片', '签到'],
      risks: [{ risk: '走过场', control: '拍照' }],
      supervision: { by: 'supervisors', checks: '看票数', evidence: '记录' },
      disclosure: {
        what: '结果',
        area: '村务',
        path: ['a', 'b'],
        category: null,
        evidence: ['纪要', '照片'],
        within: limit(2),
      },
      branchSource: { ...SOURCE, source: '办法' },
      next: [
        { when: { kind: 'always' }, to: 'END', back: null },
        { when: { kind: 'result', result: '未通过' }, to: 's1', back: { reason: '补材料', atMost: 2 } },
      ],
    } as never)
    expect(full).toMatchObject({
      'steps.s1.name': '表决',
      'steps.s1.actor': powerRoleLabel(step!.actor),
      'steps.s1.action': step!.action,
      'steps.s1.output': '纪要',
      'steps.s1.form': '表一',
      'steps.s1.limit': '3个工作日',
      'steps.s1.least': '5天',
      'steps.s1.vote': '过半数到会，到会人员三分之二以上同意，无记名表决，改了金额重新表决（出处：组织法）',
      'steps.s1.notBy': '第1步“表决”；“gone”',
      'steps.s1.evidence': '照片；签到',
      'steps.s1.risks': '走过场，拍照',
      'steps.s1.supervision': '村务监督机构；看票数；记录',
      'steps.s1.disclosure': '结果，村务：a › b，附纪要、照片，2个工作日内',
      'steps.s1.branchSource': '出处：办法',
      'steps.s1.next': '办完，到办结；未通过，到第1步“表决”，退回，最多2次，因为补材料',
    })
    const refused = withStep({ vote: { present: { n: 1, d: 1, strict: false }, pass: { n: 1, d: 1, strict: false, of: 'eligible' }, ballot: 'open', amountChanged: 'refuse', ...SOURCE } }) // prettier-ignore
    expect(refused['steps.s1.vote']).toBe('全部到会，全体应到人员全部同意，记名或举手表决，表决后金额不许改')
    const quiet = withStep({ disclosure: { what: '结果', area: '村务', path: ['a'], category: 'subsidy', evidence: [], within: limit(2) } as never }) // prettier-ignore
    expect(quiet['steps.s1.disclosure']).toBe('结果，村务：a，subsidy，2个工作日内')
  })

  test('labels name the step, by its id where it has no name', () => {
    const labels = (one: PowerItem) => linesOfItem(one).map(({ label }) => label)
    expect(labels({ ...item, steps: [{ ...step!, id: 's1', name: '表决' }] })).toContain('环节“表决”：时限')
    expect(labels({ ...item, steps: [{ ...step!, id: 's1', name: '' }] })).toContain('环节“s1”：公开')
    const all = [
      '名称',
      '类别',
      '性质',
      '说明',
      '谁负责',
      '依据',
      '条件',
      '材料',
      '不准做的',
      '总时限',
      '环节',
    ]
    expect(labels({ ...item, steps: [] })).toEqual(all)
  })
})
