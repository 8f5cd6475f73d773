/** `npm run dev [-- h5|weapp]`: the server from its sources, restarted on every change; optionally Taro's watch too. */
import { spawn } from 'node:child_process'
import { installEngine, hasOtherDatabase } from './installEngine.mjs'
import { installDependencies } from './install.mjs'
import { bin, inRoot, main, say, SetupFault, WINDOWS } from './lib.mjs'

const TYPES = new Set(['h5', 'weapp'])

function follow(command, args) {
  const child = spawn(command, args, { cwd: inRoot(), stdio: 'inherit', shell: WINDOWS })
  return { child, ended: new Promise(resolve => child.once('exit', resolve)) }
}

await main(async () => {
  const type = process.argv[2]
  if (type !== undefined && !TYPES.has(type)) throw new SetupFault('用法：npm run dev [-- h5|weapp]')
  await installDependencies()
  if (!hasOtherDatabase()) await installEngine()
  say('以源码启动服务（含假微信），改动后自动重启；按 Ctrl-C 结束。')
  const running = [follow(bin('tsx'), ['watch', '--clear-screen=false', 'server/main.ts'])]
  if (type !== undefined) running.push(follow(bin('taro'), ['build', '--type', type, '--watch']))
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => running.forEach(({ child }) => child.kill(signal)))
  }
  await Promise.race(running.map(({ ended }) => ended))
  running.forEach(({ child }) => child.kill('SIGTERM'))
  await Promise.all(running.map(({ ended }) => ended))
})
