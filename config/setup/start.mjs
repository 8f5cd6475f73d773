/**
 * `npm start`: makes whatever is missing or out of date, then becomes the server. One process, so that a signal to npm
 * reaches the server; no `prestart`, because npm leaves it out under `ignore-scripts` (.npmrc).
 */
import { pathToFileURL } from 'node:url'
import { fetchModelsInSetup } from './fetchModels.mjs'
import { hasOtherDatabase, installEngine } from './installEngine.mjs'
import { installDependencies } from './install.mjs'
import { inRoot, main, say } from './lib.mjs'

/** npm that receives a signal ends its shell and leaves this process behind: it then stops too, in good order. */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event !== 'start') return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 300)
  watch.unref()
}

await main(async () => {
  stopWithNpm()
  say('检查运行环境……')
  await installDependencies()
  // Not waited for: the server takes up the models when they are there.
  void fetchModelsInSetup()
  const { bundleServer } = await import('./bundleServer.mjs')
  const { buildApp } = await import('./buildApp.mjs')
  await bundleServer()
  await Promise.all([hasOtherDatabase() ? undefined : installEngine(), buildApp('h5')])
  say('准备就绪，启动服务……')
  await import(pathToFileURL(inRoot('dist', 'server', 'index.js')).href)
})
