import { JSDOM, VirtualConsole } from 'jsdom'
import { packWeapp } from './pack'
import { RUNTIME_GLOBAL, runtimeScript } from './runtimeBundle'
import type { OpenWindow, RemoteHandle } from './testPhone'
import type { AppHandle, RuntimeGlobal } from './types'

/** Boot the app in jsdom: fast, no browser needed, no layout. */
export const openJsdomWindow: OpenWindow = async (options, host) => {
  const errors: string[] = []
  const virtualConsole = new VirtualConsole()
  virtualConsole.on('jsdomError', problem => errors.push(`window: ${problem.message}`))
  const { window } = new JSDOM('<!doctype html><html lang="zh-CN"><head></head><body></body></html>', {
    url: 'http://phone.invalid/',
    pretendToBeVisual: true,
    runScripts: 'outside-only',
    virtualConsole,
  })
  const reject = (problem: unknown) => errors.push(`unhandled rejection: ${describe(problem)}`)
  process.on('unhandledRejection', reject)
  const close = () => {
    process.off('unhandledRejection', reject)
    window.close()
    return Promise.resolve()
  }
  // jsdom's window is a desktop's.
  Object.defineProperties(window, { innerWidth: { value: 375 }, innerHeight: { value: 667 } })
  // jsdom has none; the runtime measures setData with it.
  Object.defineProperty(window, 'TextEncoder', { value: TextEncoder })
  window.eval(runtimeScript())
  try {
    const runtime = (window as unknown as Record<string, RuntimeGlobal>)[RUNTIME_GLOBAL]
    if (!runtime) throw new Error('the runtime did not load')
    const app = await runtime.boot(packWeapp(options.dist), host)
    return { handle: remote(app, errors), close }
  } catch (problem) {
    await close()
    throw problem
  }
}

/** The same handle with promises, so that jsdom and Chromium are driven alike. */
function remote(app: AppHandle, windowErrors: string[]): RemoteHandle {
  const call =
    (name: string) =>
    async (...args: unknown[]): Promise<unknown> =>
      (app as unknown as Record<string, (...args: unknown[]) => unknown>)[name]?.(...args)
  const calls = Object.fromEntries(
    Object.keys(app).map(name => [name, call(name)]),
  ) as unknown as RemoteHandle
  return { ...calls, errors: () => Promise.resolve([...app.errors(), ...windowErrors]) }
}

function describe(problem: unknown): string {
  if (problem instanceof Error) return problem.stack ?? problem.message
  return typeof problem === 'object' ? JSON.stringify(problem) : String(problem)
}
