/**
 * Alignment with the local model, on sets that no weight was fitted on; the same without it is in `npm test`. Says so and ends
 * where the model is missing. `npm run bench meaning`.
 */
import path from 'node:path'
import { meaningTexts } from '../../server/domain/alignment/meaning'
import { suggestAlignment } from '../../server/domain/alignment/suggest'
import { modelsFolder } from '../../server/platform/config/modelsFolder'
import { prepareMeaning } from '../../server/platform/worker/inference/prepareMeaning'
import { described, measureSet, sumOf } from '../support/alignment/measureSet'
import { loadSet, type SetName } from '../support/alignment/sets'
import { reportFigure } from '../support/figures'

const PROGRAM = path.resolve(__dirname, '../../dist/server/inference.js')
const UNSEEN: readonly SetName[] = ['development', 'south', 'lists', 'spoken', 'coast']
const BARS = { first: 0.9, three: 0.98, own: 0.9 }

async function main(): Promise<void> {
  const sets = UNSEEN.map(loadSet)
  const village = sets.flatMap(({ lines }) => lines.map(({ path }, at) => ({ id: `v${at}`, path })))
  const texts = meaningTexts(
    village,
    sets.flatMap(({ catalogue }) => catalogue),
  )
  const prepared = await prepareMeaning(texts, modelsFolder(), PROGRAM)
  if ('missing' in prepared) {
    reportFigure(`      ${prepared.missing}`)
    return
  }
  for (const name of UNSEEN) {
    const figures = measureSet(name, true, (lines, catalogue, top) =>
      suggestAlignment(lines, catalogue, top, prepared.meaning),
    )
    const { lines, first, firstThree } = sumOf(figures)
    const { own, said, saidRightly } = figures
    const isMet =
      first / lines >= BARS.first &&
      firstThree / lines >= BARS.three &&
      saidRightly / own >= BARS.own &&
      saidRightly / said >= BARS.own
    reportFigure(`${isMet ? '' : '未达标 '}D21 set ${name}, with the model: ${described(figures)}`)
    if (!isMet) process.exitCode = 1
    if (process.env.VERBOSE === '1') reportFigure(figures.faults.map(fault => `      ${fault}`).join('\n'))
  }
}

void main()
