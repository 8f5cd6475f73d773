/** `npm start` runs this first: whatever is missing or out of date is made, the rest is skipped. */
import { hasOtherDatabase, installEngine } from './installEngine.mjs'
import { installDependencies } from './install.mjs'
import { main, say } from './lib.mjs'

await main(async () => {
  say('检查运行环境……')
  await installDependencies()
  const { bundleServer } = await import('./bundleServer.mjs')
  const { buildApp } = await import('./buildApp.mjs')
  await bundleServer()
  await Promise.all([hasOtherDatabase() ? undefined : installEngine(), buildApp('h5')])
  say('准备就绪，启动服务……')
})
