import type { PowerFaultCode } from '../../../shared/texts/powerFaults'
import type { PowerItem, PowerStep } from '../../../shared/contract/power/item'

/** A fault that is planted into a sound item; false: the item has no place for it. */
export interface Plant {
  code: PowerFaultCode
  name: string
  plant(item: PowerItem, pick: <T>(all: readonly T[]) => T | undefined): boolean
}

const stepPlant = (
  code: PowerFaultCode,
  name: string,
  fits: (step: PowerStep, item: PowerItem) => boolean,
  change: (step: PowerStep, item: PowerItem) => void,
): Plant => ({
  code,
  name,
  plant: (item, pick) => {
    const step = pick(item.steps.filter(one => fits(one, item)))
    if (step) change(step, item)
    return step !== undefined
  },
})

const itemPlant = (
  code: PowerFaultCode,
  name: string,
  change: (item: PowerItem) => boolean | void,
): Plant => ({
  code,
  name,
  plant: item => change(item) !== false,
})

const any = () => true
const byAmount = (step: PowerStep) => step.next.length > 1 && step.next[0]!.when.kind === 'amount'
const amountWay = (step: PowerStep, at: number) => {
  const { when } = step.next[at]!
  if (when.kind !== 'amount') throw new Error('not by amount')
  return when
}
const plain = (step: PowerStep) => step.next.length === 1 && step.next[0]!.when.kind === 'always'
const hasElse = (step: PowerStep) => step.next.some(({ when }) => when.kind === 'else')
const hasBack = (step: PowerStep) => step.next.some(({ back }) => back !== null)
const wayBack = (step: PowerStep) => step.next.find(({ back }) => back !== null)!
const notFirst = (step: PowerStep, item: PowerItem) => step !== item.steps[0]

export const PLANTS: readonly Plant[] = [
  itemPlant('step-unreachable', 'a step that nothing leads to', item => {
    item.steps.push({ ...structuredClone(item.steps.at(-1)!), id: 'island', name: '孤岛' })
  }),
  stepPlant('no-end', 'a way to the end that leads nowhere', hasBack, step => {
    step.next = [wayBack(step)]
  }),
  stepPlant(
    'cycle-undeclared',
    'a circle without an exit',
    (step, item) => plain(step) && notFirst(step, item),
    (step, item) => {
      step.next[0]!.to = item.steps[0]!.id
    },
  ),
  stepPlant('cycle-undeclared', 'a way back that is not declared', hasBack, step => {
    wayBack(step).back = null
  }),
  stepPlant(
    'back-not-back',
    'a way back that leads on',
    (step, item) => hasBack(step) && step !== item.steps.at(-1),
    (step, item) => {
      wayBack(step).to = item.steps.at(-1)!.id
    },
  ),
  stepPlant('back-unlimited', 'a way back without a number', hasBack, step => {
    wayBack(step).back!.atMost = 0
  }),
  stepPlant('branch-orphan', 'a branch behind one that always holds', hasElse, step => {
    step.next.push({ when: { kind: 'result', result: '另有情况' }, to: 'END', back: null })
  }),
  stepPlant('threshold-gap', 'a gap between two amounts', byAmount, step => {
    amountWay(step, 1).fromFen! += 100
  }),
  stepPlant('threshold-gap', 'nothing above the last amount', byAmount, step => {
    amountWay(step, step.next.length - 1).belowFen = 900_000_000
  }),
  stepPlant('threshold-overlap', 'two amounts that overlap', byAmount, step => {
    amountWay(step, 1).fromFen! -= 100
  }),
  stepPlant('threshold-invalid', 'an amount below nothing', byAmount, step => {
    amountWay(step, 0).fromFen = -1
  }),
  stepPlant('threshold-unsourced', 'a threshold from nowhere', byAmount, step => {
    step.branchSource = null
  }),
  stepPlant('else-missing', 'no way for any other result', hasElse, step => {
    step.next = step.next.filter(({ when }) => when.kind !== 'else')
  }),
  stepPlant('role-unknown', 'somebody whom nobody knows', any, step => {
    step.actor = 'mayor-of-nowhere'
  }),
  itemPlant('role-unknown', 'an unknown responsible person', item => {
    item.responsible.role = '某某'
  }),
  stepPlant('next-unknown', 'a way to a step that is not there', any, step => {
    step.next[0]!.to = 'nowhere'
  }),
  stepPlant('next-missing', 'a step that leads nowhere', any, step => {
    step.next = []
  }),
  itemPlant('step-duplicate', 'two steps with one id', item => {
    item.steps.push(structuredClone(item.steps[0]!))
  }),
  itemPlant('materials-missing', 'no materials for a service', item => {
    if (item.nature !== 'service') return false
    item.materials = []
  }),
  stepPlant(
    'quorum-impossible',
    'more than all must be there',
    step => step.vote !== null,
    step => {
      step.vote!.present = { n: 4, d: 3, strict: false }
    },
  ),
  stepPlant(
    'quorum-impossible',
    'more than all must agree',
    step => step.vote !== null,
    step => {
      step.vote!.pass = { n: 1, d: 1, strict: true, of: 'eligible' }
    },
  ),
  stepPlant(
    'vote-missing',
    'a vote without a quorum',
    step => step.kind === 'vote',
    step => {
      step.vote = null
    },
  ),
  stepPlant('limit-missing', 'no time limit', any, step => {
    step.limit = null
  }),
  stepPlant('limit-invalid', 'a time limit below nothing', any, step => {
    step.limit!.n = -3
  }),
  stepPlant('limit-unsourced', 'a time limit from nowhere', any, step => {
    step.limit = { ...step.limit!, source: null, localSetting: false }
  }),
  itemPlant('total-exceeded', 'steps longer than the whole', item => {
    item.totalLimit!.n = 1
    item.totalLimit!.unit = 'calendar-day'
    if (item.steps.length < 4) return false
  }),
  itemPlant('total-missing', 'no limit for the whole', item => {
    item.totalLimit = null
  }),
  itemPlant('disclosure-missing', 'nothing is disclosed', item => {
    for (const step of item.steps) step.disclosure = null
  }),
  stepPlant(
    'disclosure-unlinked',
    'a disclosure without an item',
    step => step.disclosure !== null,
    step => {
      step.disclosure!.path = []
    },
  ),
  stepPlant(
    'disclosure-evidence',
    'a paper to be published that the step does not have',
    step => step.disclosure !== null,
    step => {
      step.disclosure!.evidence = ['没有的材料']
    },
  ),
  itemPlant('supervision-missing', 'nobody watches', item => {
    if (item.nature !== 'collective') return false
    for (const step of item.steps) step.supervision = null
  }),
  stepPlant(
    'four-eyes',
    'watched by whoever does it',
    step => step.supervision !== null,
    step => {
      step.supervision!.by = step.actor
    },
  ),
  stepPlant(
    'four-eyes',
    'a review by anybody',
    step => step.kind === 'review',
    step => {
      step.notBy = []
    },
  ),
  itemPlant('basis-missing', 'no basis', item => {
    item.basis = []
  }),
  stepPlant(
    'risk-without-control',
    'a risk that nobody controls',
    step => step.risks.length > 0,
    step => {
      step.risks[0]!.control = ''
    },
  ),
  itemPlant('force-before-adoption', 'in force before it was adopted', item => {
    item.adopted = { meeting: '村民代表会议', on: '2026-05-08' }
    item.inForce = '2026-05-07'
  }),
  itemPlant('negative-missing', 'no negative list', item => {
    item.negative = []
  }),
  itemPlant('class-unknown', 'an unknown class', item => {
    item.class = 'whatever'
  }),
]
