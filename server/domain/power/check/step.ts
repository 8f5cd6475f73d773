import { PASSED, STEP_KINDS, powerRole } from '@shared/facts/power/terms'
import type { PowerItem, PowerLimit, PowerShare, PowerStep, PowerVote } from '@shared/contract/power/item'
import { stepOf } from '@shared/power/graph'
import type { PowerFault, Tell } from './fault'
import { isSourced } from './item'

function limitFaults(limit: PowerLimit, step: PowerStep, tell: Tell): PowerFault[] {
  if (limit.n <= 0) return [tell('limit-invalid', step, String(limit.n))]
  return isSourced(limit) ? [] : [tell('limit-unsourced', step)]
}

function timeFaults(step: PowerStep, tell: Tell): PowerFault[] {
  const { limit, least } = step
  const found = [
    ...(limit ? limitFaults(limit, step, tell) : [tell('limit-missing', step)]),
    ...(least ? limitFaults(least, step, tell) : []),
  ]
  const longer = limit && least && limit.unit === least.unit && least.n > limit.n
  return longer ? [...found, tell('least-over-limit', step)] : found
}

const impossible = ({ n, d, strict }: PowerShare): boolean => d <= 0 || n <= 0 || n > d || (strict && n === d)

function quorumFaults(vote: PowerVote, step: PowerStep, tell: Tell): PowerFault[] {
  if (impossible(vote.present) || impossible(vote.pass)) return [tell('quorum-impossible', step)]
  return isSourced(vote) ? [] : [tell('quorum-unsourced', step)]
}

function voteFaults(step: PowerStep, tell: Tell): PowerFault[] {
  const { kind, vote, next } = step
  if (kind !== 'vote') return vote ? [tell('vote-misplaced', step)] : []
  if (!vote) return [tell('vote-missing', step)]
  const passes = next.some(({ when }) => when.kind === 'result' && when.result === PASSED)
  return [...quorumFaults(vote, step, tell), ...(passes ? [] : [tell('vote-branch-missing', step)])]
}

/**
 * Returns violations of the separation of roles: the supervisor is on the doer's side, or a review does not name the
 * work it reviews.
 */
function eyesFaults(item: PowerItem, step: PowerStep, tell: Tell): PowerFault[] {
  const { supervision, notBy, kind } = step
  const found = notBy.filter(id => !stepOf(item, id)).map(id => tell('four-eyes-unknown', step, id))
  if (notBy.includes(step.id)) found.push(tell('four-eyes', step, '不能要求自己避开自己'))
  if (kind === 'review' && notBy.length === 0) found.push(tell('four-eyes', step, '审核环节没有写避开谁'))
  if (!supervision) return found
  const supervisor = powerRole(supervision.by)
  if (!supervisor) return [...found, tell('role-unknown', step, supervision.by || '空')]
  if (supervision.checks === '') found.push(tell('supervision-unclear', step))
  const sameSide = supervision.by === step.actor || supervisor.side === 'committee'
  return sameSide ? [...found, tell('four-eyes', step, `监督人是${supervisor.label}`)] : found
}

function disclosureFaults(step: PowerStep, tell: Tell): PowerFault[] {
  const { disclosure } = step
  if (!disclosure) return []
  const linked =
    disclosure.what !== '' && disclosure.area !== '' && disclosure.path.some(part => part.trim() !== '')
  const strange = disclosure.evidence.filter(paper => !step.evidence.includes(paper))
  return [
    ...(linked ? [] : [tell('disclosure-unlinked', step)]),
    ...strange.map(paper => tell('disclosure-evidence', step, paper)),
    ...limitFaults(disclosure.within, step, tell),
  ]
}

/** Returns the faults of one step, apart from its ways. */
export function stepFaults(item: PowerItem, step: PowerStep, tell: Tell): PowerFault[] {
  const found: PowerFault[] = []
  const add = (wrong: boolean, fault: PowerFault) => void (wrong && found.push(fault))
  add(step.id === '', tell('step-id-missing', step))
  add(step.name === '', tell('step-name-missing', step))
  add(!STEP_KINDS.some(({ code }) => code === step.kind), tell('step-kind-unknown', step, step.kind))
  add(!powerRole(step.actor), tell('role-unknown', step, step.actor || '空'))
  add(step.action === '', tell('action-missing', step))
  add(
    step.risks.some(({ control }) => control === ''),
    tell('risk-without-control', step),
  )
  return [
    ...found,
    ...timeFaults(step, tell),
    ...voteFaults(step, tell),
    ...eyesFaults(item, step, tell),
    ...disclosureFaults(step, tell),
  ]
}
