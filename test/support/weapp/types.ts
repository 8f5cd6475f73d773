/** What crosses the border between the test (Node) and the phone (jsdom or Chromium): plain data only. */

/** The part of a page's or component's `.json` that the runtime reads. */
export interface ComponentConfig {
  component?: boolean
  usingComponents?: Record<string, string>
  navigationBarTitleText?: string
  styleIsolation?: string
}

/** The part of `app.json` that the runtime reads. */
export interface AppConfig {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  tabBar?: { list: { pagePath: string; text: string }[] }
  window?: { navigationBarTitleText?: string }
}

/** A weapp build folder turned into data: every key is a path without its extension. */
export interface WeappBundle {
  app: AppConfig
  /** JavaScript source of an object: template path → generator, made by WeChat's own template compiler. */
  templates: string
  templatePaths: string[]
  configs: Record<string, ComponentConfig>
  scripts: Record<string, string>
  styles: Record<string, string>
  /** `/path.png` → data URL. */
  assets: Record<string, string>
  /** Warnings and errors of the template compiler. */
  problems: string[]
  /** Names of all functions that WeChat has; one of them that the runner does not model fails the test. */
  functions: string[]
}

/** Built-ins of the language that an old engine lacks: globals, and members of others. */
export interface MissingBuiltins {
  globals: string[]
  members: [owner: string, name: string, isStatic: boolean][]
}

export type NetworkState = 'online' | 'offline' | 'slow'

/** The phone as the user has set it up. */
export interface PhoneSettings {
  /** Page to open with its query, like a scanned code: `pages/notice/index?id=…`; default: the first page. */
  entry: string
  /** WeChat's scene number: 1001 main entrance, 1011 scanned code, 1154 timeline. */
  scene: number
  /** WeChat's own text size, px. */
  fontSizeSetting: number
  theme: 'light' | 'dark'
  network: NetworkState
  /** How many times faster than real time the timers of the app and of its requests run. */
  haste: number
  /** Storage left by the last launch: key → JSON. */
  storage: Record<string, string>
  /** `refused`: the person has declined the privacy guide 用户隐私保护指引. */
  privacy: 'agreed' | 'refused'
  /** Functions of `wx` that touch privacy, and those of them that the guide declares. */
  privateFunctions: string[]
  declaredFunctions: string[]
  /** Functions of `wx` that WeChat refuses, with its words. */
  failing: Record<string, string>
  /** What the phone's engine lacks; null: a new phone. */
  missing: MissingBuiltins | null
  /** Text of the code that is held before the camera; empty = the person calls the reader off. */
  code: string
  /** Path of the file that the person takes out of a chat; empty = the person has changed their mind. */
  file: string
}

/** A file as a part of a form, read where the test runs. */
export interface HostUpload {
  path: string
  /** Name of the form's field. */
  field: string
  fields: Record<string, string>
}

export interface HostRequest {
  url: string
  method: string
  headers: Record<string, string>
  body: string | null
  upload?: HostUpload
}

/** `failure` is the text of WeChat's `errMsg` when nothing came back at all. */
export type HostResponse =
  { status: number; headers: Record<string, string>; body: string } | { failure: string }

/** What the outside world gives to the phone. */
export interface Host {
  settings: PhoneSettings
  request(request: HostRequest): Promise<HostResponse>
  /** A fresh code of `wx.login` for the person who holds the phone. */
  loginCode(): Promise<string>
}

export interface ShareCard {
  title: string
  path: string
  query: string
  imageUrl: string
}

/** Performance bar P10 of one page. */
export interface PageCost {
  route: string
  /** UTF-8 bytes of each `setData` since the page was opened. */
  setData: number[]
  nodes: number
  depth: number
}

/** Something that can be pressed, as a screen reader says it. */
export interface Pressable {
  role: string
  name: string
  disabled: boolean
  /** Classes of its style. */
  kind: string
  /** What a press shows more of in its place. */
  opens: 'fold' | 'list' | null
}

/** The remote control of a running app. Arguments and results are plain data, so that it works across processes. */
export interface AppHandle {
  route(): string
  stack(): string[]
  title(): string
  /** Text of the visible page, of an open dialog and of the last toast. */
  text(): string
  /** Text of the first element of the visible page that a CSS selector finds, or null. */
  read(selector: string): string | null
  /** Text of every element of the visible page that a CSS selector finds. */
  readAll(selector: string): string[]
  /** Addresses of the pictures of the visible page inside what a CSS selector finds. */
  pictures(selector: string): string[]
  pressables(): Pressable[]
  /** Open an address in place of all pages, as a message does while the app runs. */
  reLaunch(url: string): void
  /** Press the element with this accessible name (exact, else containing); an error lists what is there. */
  press(name: string, role?: string): void
  /** Write into the field with this accessible name or placeholder. */
  write(label: string, value: string): void
  /** The phone's back key; at the first page it does nothing. */
  back(): void
  scrollToEnd(): void
  pullDown(): void
  share(way: 'friend' | 'timeline'): Promise<ShareCard>
  cost(): PageCost
  storage(): Record<string, string>
  setNetwork(state: NetworkState): void
  holdFile(path: string): void
  setTheme(theme: 'light' | 'dark'): void
  /** Send the app to the background and bring it back. */
  blink(): void
  /** To the background, from where WeChat may end the app. */
  leave(): void
  /** From now on WeChat refuses a function, with these words. */
  refuse(name: string, words: string): void
  /** Requests under way. */
  pending(): number
  /** Everything that went wrong: uncaught errors, console.error, errors of the component framework. */
  errors(): string[]
  /** Names of the `wx` functions called, in order. */
  calls(): string[]
  /** Lines of WeChat's real-time log. */
  logged(): string[]
  /** WeChat has fetched a new version of the app. */
  bringUpdate(): void
  /** Names of the `wx` functions called that the runner does not model. */
  unmodelled(): string[]
  /** What the last `pageScrollTo` went to: ids or classes of the element found; empty before. */
  scrolledTo(): string
}

/** The global that the bundled runtime leaves in the window. */
export interface RuntimeGlobal {
  boot(bundle: WeappBundle, host: Host): Promise<AppHandle>
}
