import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Compiler } from 'webpack'

const WORKER = path.join(__dirname, 'serviceWorker.js')
const NAME = 'OfflineApp'

/** Webpack plugin: writes /sw.js, which keeps every script and style of this build in the browser. */
export class OfflineApp {
  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack
    const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT
    compiler.hooks.thisCompilation.tap(NAME, compilation => {
      compilation.hooks.processAssets.tap({ name: NAME, stage }, assets => {
        const files = Object.keys(assets).filter(name => /\.(js|css)$/.test(name))
        const list = JSON.stringify(['/', ...files.sort().map(name => `/${name}`)])
        const edition = createHash('sha256').update(list).digest('hex').slice(0, 12)
        const worker = fs.readFileSync(WORKER, 'utf8')
        const text = `const EDITION = '${edition}'\nconst ASSETS = ${list}\n${worker}`
        compilation.emitAsset('sw.js', new sources.RawSource(text))
      })
    })
  }
}
