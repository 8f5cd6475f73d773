import { REPLY_KINDS, type ReplyKind } from '../replyKinds'
import type { ApplicationCase } from './case'
import { type CheckFault, checkFault } from './faults'
import { filled } from './tell'

/** Rows (五) of the table: not handled. */
const NOT_HANDLED: readonly ReplyKind['outcome'][] = [
  'petition',
  'repeat',
  'publication',
  'excessive',
  'reconfirm',
]

/** A lawyer is recommended for every refusal, for what is not held, and for what is not handled. */
const isRecommended = (file: ApplicationCase): boolean =>
  file.items.some(({ kind }) => {
    if (!kind) return false
    const { remedy, outcome } = REPLY_KINDS[kind]
    return remedy === 'review-first' || outcome === 'not-held' || NOT_HANDLED.includes(outcome)
  })

/** The lawyer's lock: the opinion holds for the hash that was read; any later change opens it again. */
function lawyerFaults(file: ApplicationCase): CheckFault[] {
  const { lawyer, reply } = file
  if (!lawyer) {
    if (file.landOrHouse === true) return [checkFault('lawyer-missing', 'lawyer', '')]
    return isRecommended(file) ? [checkFault('lawyer-recommended', 'lawyer', '')] : []
  }
  if (!lawyer.opinion) return [checkFault('lawyer-unfinished', 'lawyer.opinion', '')]
  const stale = !filled(lawyer.hash) || lawyer.hash !== reply?.hash
  const objects = lawyer.opinion === 'object' && !filled(file.headReason)
  return [
    ...(stale ? [checkFault('lawyer-stale', 'lawyer.hash', '')] : []),
    ...(objects ? [checkFault('lawyer-objects', 'lawyer.opinion', '')] : []),
  ]
}

function samePersonFaults({ handler, signer, lawyer }: ApplicationCase): CheckFault[] {
  const people = [handler, lawyer?.name, signer].filter(filled).map(name => name?.trim())
  return new Set(people).size < people.length ? [checkFault('same-person', 'signer', '')] : []
}

/** Returns every fault of lawyer, handler and signer. */
export const peopleFaults = (file: ApplicationCase): CheckFault[] => [
  ...lawyerFaults(file),
  ...samePersonFaults(file),
]
