import type { PowerItem, PowerLimit, PowerNext, PowerStep, PowerVote } from '../../../shared/contract/power/item' // prettier-ignore

/** Small sound items of a few steps, for a test that changes one thing of them. */

export const UNSOURCED = { source: null, checkedOn: null, localSetting: false }
export const LOCAL = { ...UNSOURCED, localSetting: true }

export const limitOf = (
  n: number,
  unit: PowerLimit['unit'] = 'working-day',
  sourcing: object = LOCAL,
): PowerLimit => ({ n, unit, ...LOCAL, ...sourcing })

export const always = (to: string): PowerNext => ({ when: { kind: 'always' }, to, back: null })
export const orElse = (to = 'END'): PowerNext => ({ when: { kind: 'else' }, to, back: null })
export const onResult = (result: string, to = 'END'): PowerNext => ({ when: { kind: 'result', result }, to, back: null }) // prettier-ignore
export const backOn = (result: string, to: string, atMost = 1): PowerNext => ({
  ...onResult(result, to),
  back: { reason: '补材料', atMost },
})
export const onAmount = (fromFen: number | null, belowFen: number | null, to = 'END'): PowerNext => ({
  when: { kind: 'amount', fromFen, belowFen },
  to,
  back: null,
})

export const voteOf = (more: Partial<PowerVote> = {}): PowerVote => ({
  present: { n: 2, d: 3, strict: false },
  pass: { n: 1, d: 2, strict: true, of: 'present' },
  ballot: 'open',
  amountChanged: 'vote-again',
  ...LOCAL,
  ...more,
})

export const smallStep = (id: string, more: Partial<PowerStep> = {}): PowerStep => ({
  id,
  name: `环节${id}`,
  kind: 'act',
  actor: 'handler',
  action: '办理',
  output: '',
  form: '',
  limit: limitOf(3),
  least: null,
  vote: null,
  notBy: [],
  evidence: [],
  risks: [{ risk: '走过场', control: '拍照' }],
  supervision: { by: 'supervisors', checks: '看记录', evidence: '' },
  disclosure: {
    what: '结果',
    area: '村务',
    path: ['财务'],
    category: null,
    evidence: [],
    within: limitOf(5),
  },
  branchSource: null,
  next: [always('END')],
  ...more,
})

export const smallItem = (
  steps: PowerStep[] = [smallStep('a')],
  more: Partial<PowerItem> = {},
): PowerItem => ({
  code: 'T-1',
  name: '修路',
  class: 'project',
  nature: 'collective',
  summary: '',
  responsible: { body: '村委会', role: 'village-head', duty: '' },
  basis: [{ text: '办法', ...LOCAL }],
  conditions: [],
  materials: [],
  steps,
  negative: ['不得拆分'],
  totalLimit: limitOf(10),
  adopted: null,
  inForce: null,
  ...more,
})
