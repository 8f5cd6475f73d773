/**
 * `npm run bench`: every bench of test/bench, one after another; `npm run bench reads` runs only the named ones. A bench with a
 * folder of its own installs something and runs only when it is named. Words that begin with `--` go on to the benches. What they measured is kept in .cache/bench for `npm run docs:figures`; with `--write` that is
 * done at the end.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { bundleServer } from './bundleServer.mjs'
import { bin, inRoot, main, run, say, SetupFault } from './lib.mjs'

const FOLDER = inRoot('.cache', 'bench')
const WRITE = '--write'

/** Runs one bench and shows its figures; they are kept even when a bar was missed. */
async function measure(name, file, options) {
  const figures = path.join(FOLDER, `${name}.txt`)
  say(`测速 ${name}`)
  rmSync(figures, { force: true })
  const env = { MINGBAI_FIGURES: figures }
  const { code } = await run(bin('tsx'), [file, ...options], { show: true, env })
  if (existsSync(figures)) process.stdout.write(readFileSync(figures, 'utf8'))
  return code === 0
}

function namedBenches() {
  const place = inRoot('test', 'bench')
  return readdirSync(place).map(entry =>
    entry.endsWith('.ts')
      ? { name: path.parse(entry).name, file: path.join(place, entry), optional: false }
      : { name: entry, file: path.join(place, entry, 'bench.ts'), optional: true },
  )
}

await main(async () => {
  const words = process.argv.slice(2)
  const wanted = words.filter(word => !word.startsWith('--'))
  const options = words.filter(word => word.startsWith('--') && word !== WRITE)
  const benches = namedBenches()
  const chosen = benches.filter(({ name, optional }) =>
    wanted.length === 0 ? !optional : wanted.includes(name),
  )
  if (chosen.length === 0) throw new SetupFault(`没有这样的测速：${wanted.join('、')}`)
  mkdirSync(FOLDER, { recursive: true })
  await bundleServer()
  const missed = []
  for (const { name, file } of chosen) if (!(await measure(name, file, options))) missed.push(name)
  if (words.includes(WRITE))
    await run(bin('tsx'), [inRoot('test', 'support', 'docs', 'figures.ts')], { show: true })
  if (missed.length > 0) throw new SetupFault(`没有跑完或没有达标：${missed.join('、')}`)
})
