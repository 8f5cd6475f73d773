import { appendFileSync } from 'node:fs'

/** `npm run test:long`: the proofs at their full measure, not the share of them that `npm test` takes. */
export const LONG = process.env.LONG === '1'

/** Marks the figures of a run that takes a share of the cases. */
export const SAMPLED = LONG ? '' : '（抽样 sampled）'

/** Reports a measured figure; `npm test` prints all of them above its closing line. */
export function reportFigure(text: string): void {
  const file = process.env.MINGBAI_FIGURES
  if (file === undefined) process.stdout.write(`${text}\n`)
  else appendFileSync(file, `${text}\n`)
}
