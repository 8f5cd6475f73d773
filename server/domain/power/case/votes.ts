import { PASSED } from '@shared/facts/power/terms'
import type { PowerShare, PowerVote } from '@shared/contract/power/item'
import { shareWords } from '@shared/power/words'
import { type CaseFault, broken, caseFault } from './fault'
import type { Ballots } from './types'
import { NOT_PASSED } from './ways'

/** Checks a share in whole numbers, so that two thirds of nine are six. */
const reaches = (part: number, whole: number, { n, d, strict }: PowerShare): boolean =>
  strict ? part * d > whole * n : part * d >= whole * n

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0 && n <= 1_000_000

/** Returns the quorum. */
export function quorumOf({ present }: PowerVote, eligible: number): number {
  const exact = (eligible * present.n) / present.d
  return present.strict ? Math.floor(exact) + 1 : Math.ceil(exact)
}

/** Returns the faults of a vote count; a meeting without its quorum decides nothing. */
export function ballotFaults(vote: PowerVote, ballots: Ballots): CaseFault[] {
  const { eligible, present, agree, against, abstain } = ballots
  if (![eligible, present, agree, against, abstain].every(isCount) || eligible < 1) {
    return [caseFault('votes-invalid')]
  }
  const few = !reaches(present, eligible, vote.present)
  const needed = `应到${eligible}人，要${shareWords(vote.present)}，至少${quorumOf(vote, eligible)}人，实到${present}人`
  return broken(
    [present > eligible, 'votes-present-over'],
    [
      agree + against + abstain !== present,
      'votes-sum',
      `共${agree + against + abstain}票，实到${present}人`,
    ],
    [few, 'quorum-not-met', needed],
  )
}

/** Computes 通过 or 未通过 from the count. */
export const voteResult = ({ pass }: PowerVote, { present, eligible, agree }: Ballots): string =>
  reaches(agree, pass.of === 'present' ? present : eligible, pass) ? PASSED : NOT_PASSED
