import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildSync } from 'esbuild'
import { listFiles } from './pack'

const SOURCES = path.join(__dirname, 'runtime')
const CACHE = path.resolve(__dirname, '../../../.cache/weapp-runtime')

/** Name of the global that the bundle leaves in the window. */
export const RUNTIME_GLOBAL = 'MiniProgram'

/** The runtime as one script; built once for each state of its sources, also when several workers ask at once. */
export function runtimeScript(): string {
  const hash = createHash('sha256')
  for (const file of listFiles(SOURCES)) hash.update(file).update(readFileSync(path.join(SOURCES, file)))
  const target = path.join(CACHE, `${hash.digest('hex').slice(0, 16)}.js`)
  if (!existsSync(target)) {
    const result = buildSync({
      entryPoints: [path.join(SOURCES, 'index.ts')],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: RUNTIME_GLOBAL,
      target: 'es2022',
      mainFields: ['main'],
      define: { 'process.env.NODE_ENV': '"production"' },
    })
    mkdirSync(CACHE, { recursive: true })
    const partial = `${target}.${process.pid}`
    writeFileSync(
      partial,
      `${result.outputFiles[0]?.text ?? ''}\nwindow.${RUNTIME_GLOBAL} = ${RUNTIME_GLOBAL}\n`,
    )
    renameSync(partial, target)
  }
  return readFileSync(target, 'utf8')
}
