import type { Host, PhoneSettings, WeappBundle } from '../types'
import { registerBuiltins } from './builtins'
import { PHONE_STYLE } from './builtins/style'
import { watchSetData } from './cost'
import { withPlainEvents } from './events'
import { MiniProgramEnv, addTemplate, glassEasel, type Caller, type ComponentDefinition } from './glassEasel'
import { Journal } from './journal'
import { ModuleLoader, resolveModule } from './modules'
import { PageStack, parseQuery } from './pageStack'
import { languageGlobals, phoneFunction, removeBuiltins } from './phoneGlobals'
import { shareOf } from './share'
import { createWx } from './wx'
import { asynchronous } from './wx/callbacks'
import { Device } from './wx/device'
import { Dialogs } from './wx/dialogs'
import { Files } from './wx/files'
import { navigationApi, scrollingApi } from './wx/navigation'
import { Network } from './wx/network'
import { Storage } from './wx/storage'

type Definition = Record<string, unknown>

/** The parts of a running mini program, wired together. */
export type Phone = ReturnType<typeof createPhone>

export function createPhone(bundle: WeappBundle, host: Host) {
  const journal = new Journal()
  const { settings } = host
  const entry = settings.entry || (bundle.app.pages[0] ?? '')
  const launch = {
    path: entry.split('?')[0] ?? '',
    query: parseQuery(entry),
    scene: settings.scene,
    referrerInfo: {},
  }
  const network = new Network(host, settings.network, settings.haste)
  const storage = new Storage(settings.storage)
  const files = new Files(host, settings, journal, () => network.isOffline())
  const dialogs = new Dialogs(journal)
  const device = new Device(settings, launch, dialogs, journal)
  const { space, backend } = createSpace(bundle, journal, {
    dialogs,
    assets: bundle.assets,
    wx: (name, options) => (wx[name] as (options: object) => void)(options),
    shareFrom: button => void shareOf(stack, 'friend', button),
  })
  const stack = new PageStack({ bundle, backend, space, journal, define })
  const wx = createWx({ journal, settings, functions: bundle.functions }, [
    { login: asynchronous('login', async () => ({ code: await host.loginCode() })) },
    network.api(),
    files.api(),
    storage.api(),
    device.api(),
    dialogs.api(),
    navigationApi(stack),
    scrollingApi(stack, journal),
    { createSelectorQuery: () => stack.top().page.createSelectorQuery() },
  ])

  let app: Definition = {}
  /** Path of the page or component whose script is running: `Page()` and `Component()` do not say it. */
  let defining = 'app'
  const defined = new Set<string>()

  function define(path: string): void {
    if (defined.has(path)) return
    defined.add(path)
    const used = Object.values(bundle.configs[path]?.usingComponents ?? {})
    for (const component of used) define(resolveModule(path, component))
    const outer = defining
    defining = path
    modules.require(path)
    defining = outer
  }

  const lacking = settings.missing?.globals ?? []
  const modules = new ModuleLoader(bundle.scripts, lacking, {
    wx,
    App: (definition: Definition) => (app = definition),
    Page: (definition: Definition) =>
      space.component(defining).pageDefinition(withPlainEvents(definition)).register(),
    Component: (definition: ComponentDefinition) =>
      space.component(defining).definition(component(definition)).register(),
    Behavior: (definition: ComponentDefinition) => space.behavior().definition(definition).register(),
    getApp: () => app,
    getCurrentPages: () => stack.callers(),
    ...phoneGlobals(journal, settings),
  })

  /** A component's definition with plain events and its `setData` counted for the page that shows it. */
  function component(definition: ComponentDefinition): ComponentDefinition {
    const created = definition.lifetimes?.created ?? definition.created
    return {
      ...definition,
      methods: withPlainEvents(definition.methods ?? {}),
      lifetimes: {
        ...definition.lifetimes,
        created(this: Caller) {
          watchSetData(this, bytes => stack.top().setData.push(bytes))
          created?.call(this)
        },
      },
    }
  }

  function callApp(hook: string, argument?: unknown): void {
    const handler = app[hook]
    if (typeof handler === 'function') {
      journal.guard(`app ${hook}`, () => handler.call(app, argument) as unknown)
    }
  }

  function start(): void {
    if (settings.missing) removeBuiltins(settings.missing)
    modules.require('app')
    callApp('onLaunch', launch)
    callApp('onShow', launch)
    if (stack.exists(launch.path)) return stack.open(`/${entry}`)
    const page = { path: launch.path, query: launch.query, isEntryPage: true }
    if (!device.missPage(page)) throw new Error(`page "${launch.path}" is not found`)
  }

  /** To the background, from where WeChat may end the app. */
  function leave(): void {
    stack.hideTop()
    callApp('onHide')
    device.hide()
  }

  /** To the background and back. */
  function blink(): void {
    leave()
    callApp('onShow', launch)
    stack.showTop()
  }

  return { start, blink, leave, journal, network, files, storage, device, dialogs, stack }
}

/** The component framework with the app's templates, styles and the built-in components registered. */
function createSpace(bundle: WeappBundle, journal: Journal, context: Parameters<typeof registerBuiltins>[3]) {
  const style = document.createElement('style')
  style.textContent = PHONE_STYLE
  document.head.append(style)
  glassEasel.globalOptions.throwGlobalError = false
  glassEasel.addGlobalErrorListener((problem: unknown) => {
    journal.error('component', problem)
    return false
  })
  glassEasel.addGlobalWarningListener(() => false)
  const groups = new Function(`return ${bundle.templates}`)() as Record<string, unknown>
  const dom = new glassEasel.CurrentWindowBackendContext()
  const env = new MiniProgramEnv()
  const backend = env.associateBackend(dom)
  // Without this listener the framework hears the DOM and forwards nothing.
  dom.onEvent((target, type, detail, options) => glassEasel.Event.triggerEvent(target, type, detail, options))
  const space = env.createCodeSpace('', true)
  registerBuiltins(env.getGlobalCodeSpace(), space, groups, context)
  for (const path of bundle.templatePaths) {
    const config = bundle.configs[path]
    if (config) space.addComponentStaticConfig(path, { usingComponents: {}, ...config } as never)
    addTemplate(space, path, groups)
  }
  for (const [path, text] of Object.entries(bundle.styles)) {
    backend.registerStyleSheetContent(path, text)
    space.addStyleSheet(path, path)
  }
  return { space, backend }
}

/** Timers that report errors, a console that remembers them, and the only globals there are. */
function phoneGlobals(journal: Journal, { haste, missing }: PhoneSettings): Record<string, unknown> {
  const lacking = missing?.globals ?? []
  const timer =
    (name: 'setTimeout' | 'setInterval') =>
    (work: (...args: unknown[]) => void, delay = 0, ...args: unknown[]) =>
      window[name](() => journal.guard(name, () => work(...args)), delay / haste)
  const globals: Record<string, unknown> = {
    ...languageGlobals(lacking),
    setTimeout: timer('setTimeout'),
    setInterval: timer('setInterval'),
    clearTimeout: (id: number) => window.clearTimeout(id),
    clearInterval: (id: number) => window.clearInterval(id),
    console: {
      ...console,
      error: (...args: unknown[]) => journal.error('console', args.map(String).join(' ')),
    },
  }
  const { setTimeout, setInterval, clearTimeout, clearInterval, console: phoneConsole } = globals
  return {
    setTimeout,
    setInterval,
    clearTimeout,
    clearInterval,
    console: phoneConsole,
    global: globals,
    ...(!lacking.includes('globalThis') && { globalThis: globals }),
    Function: phoneFunction(() => globals),
  }
}
