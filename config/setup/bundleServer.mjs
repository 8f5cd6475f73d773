/** Bundles the server, its helper and the command line to dist/server/{index,helper,inference,ocr,cli}.js; packages stay outside. */
import { copyFileSync, existsSync } from 'node:fs'
import { filesBelow, hashOf, inRoot, isFresh, isMain, main, say, SetupFault, stamp, unstamp } from './lib.mjs'

/** Runs in a thread of its own, so it stays a separate file next to the bundle. */
const PDF_WORKER = 'server/documents/pdf/pdfWorker.mjs'
const ENTRIES = {
  index: 'server/main.ts',
  helper: 'server/platform/worker/program.ts',
  inference: 'server/platform/worker/inference/program.ts',
  ocr: 'server/platform/worker/ocr/program.ts',
  cli: 'server/cli/index.ts',
}

/** Skips the work when no source has changed. */
export async function bundleServer({ quiet = false } = {}) {
  const inputs = filesBelow('server', 'shared', 'tsconfig.json', 'config/setup/bundleServer.mjs')
  const hash = hashOf(inputs, process.version)
  const result = inRoot('dist', 'server', 'index.js')
  if (isFresh('server', hash, result)) return
  if (!quiet) say('打包服务端……')
  unstamp('server')
  const { build, stop } = await import('esbuild')
  const entryPoints = Object.fromEntries(
    Object.entries(ENTRIES)
      .filter(([, source]) => existsSync(inRoot(source)))
      .map(([name, source]) => [name, inRoot(source)]),
  )
  try {
    await build({
      entryPoints,
      outdir: inRoot('dist', 'server'),
      absWorkingDir: inRoot(),
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      packages: 'external',
      tsconfig: inRoot('tsconfig.json'),
      sourcemap: true,
      // Stack traces in the log name the TypeScript lines.
      banner: { js: 'process.setSourceMapsEnabled(true);' },
      logLevel: 'silent',
    })
  } catch (error) {
    throw new SetupFault(`服务端打包失败：\n${error instanceof Error ? error.message : error}`)
  } finally {
    await stop()
  }
  copyFileSync(inRoot(PDF_WORKER), inRoot('dist', 'server', 'pdfWorker.mjs'))
  stamp('server', hash)
}

if (isMain(import.meta.url)) await main(() => bundleServer())
