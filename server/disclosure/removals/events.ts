import { defineQuestion } from '@server/platform/events'

/** Asks how many objections 异议 a notice has, whose words an erasure does not reach. */
export const objectionsOn = defineQuestion<{ noticeId: string }, number>('objectionsOn')

/** Asks which of these files, by hash, something else than a notice names: a case, a proof; the answer may name others too. */
export const filesBeside = defineQuestion<readonly string[], string[]>('filesBeside')
