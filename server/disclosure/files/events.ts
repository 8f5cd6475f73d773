import { defineQuestion } from '@server/platform/events'

/** Asks which of these files, by hash, a room refers to; the answer may name others too. */
export const filesInUse = defineQuestion<readonly string[], string[]>('filesInUse')
