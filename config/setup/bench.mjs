/** `npm run bench`: every bench of test/bench, one after another; `npm run bench -- ledgerVerify` runs only the named ones. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { bin, inRoot, main, run, say, SetupFault } from './lib.mjs'

await main(async () => {
  const wanted = process.argv.slice(2)
  const files = readdirSync(inRoot('test', 'bench')).filter(file => file.endsWith('.ts'))
  const chosen = files.filter(file => wanted.length === 0 || wanted.includes(path.parse(file).name))
  if (chosen.length === 0) throw new SetupFault(`没有这样的测速：${wanted.join('、')}`)
  for (const file of chosen) {
    say(`测速 ${path.parse(file).name}`)
    const { code } = await run(bin('tsx'), [inRoot('test', 'bench', file)], { show: true })
    if (code !== 0) throw new SetupFault(`测速 ${file} 没有跑完。`)
  }
})
