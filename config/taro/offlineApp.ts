import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Compilation, Compiler } from 'webpack'

const WORKER = path.join(__dirname, 'serviceWorker.js')
const NAME = 'OfflineApp'

/** Sub-packages of staff: their pages are stored in the browser when they are first used. */
const STAFF = /\/miniapp\/src\/packages\/(staff|street|matrix|admin|desk)\//

/** Returns the files that reading pages and what all pages share are made of. */
function filesForReading({ chunks, chunkGraph }: Compilation): ReadonlySet<string> {
  const reading = new Set<string>()
  for (const chunk of chunks) {
    const modules = [...chunkGraph.getChunkModulesIterable(chunk)]
    const ofStaff = modules.some(module => STAFF.test(module.nameForCondition() ?? ''))
    if (!ofStaff) for (const file of chunk.files) reading.add(file)
  }
  return reading
}

/** Webpack plugin: writes /sw.js, which keeps the scripts and styles of reading pages in the browser. */
export class OfflineApp {
  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack
    const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT
    compiler.hooks.thisCompilation.tap(NAME, compilation => {
      compilation.hooks.processAssets.tap({ name: NAME, stage }, assets => {
        const reading = filesForReading(compilation)
        const files = Object.keys(assets).filter(name => /\.(js|css)$/.test(name))
        const list = (wanted: string[]) => JSON.stringify(wanted.sort().map(name => `/${name}`))
        const first = list(['', ...files.filter(name => reading.has(name))])
        const later = list(files.filter(name => !reading.has(name)))
        const edition = createHash('sha256').update(first).update(later).digest('hex').slice(0, 12)
        const worker = fs.readFileSync(WORKER, 'utf8')
        const text = `const EDITION = '${edition}'\nconst FIRST = ${first}\nconst LATER = ${later}\n${worker}`
        compilation.emitAsset('sw.js', new sources.RawSource(text))
      })
    })
  }
}
