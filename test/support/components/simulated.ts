import path from 'node:path'
import { buildComponents, COMPONENTS } from './build'

/** A component as miniprogram-simulate runs it; its own types would change the meaning of `require` everywhere. */
export interface Simulated {
  dom: HTMLElement | undefined
  querySelectorAll(selector: string): Simulated[]
  dispatchEvent(name: string): void
  attach(parent: HTMLElement): void
  detach(): void
}

interface Simulate {
  load(componentPath: string, tag: string, options: { rootPath: string }): string
  render(id: string, properties: object): Simulated
  sleep(ms: number): Promise<void>
}

/** Enough for a machine whose cores are busy with a browser and a database. */
const RENDER_MS = 500

/** Text that the component shows, without white space. */
export const textOf = (component: Simulated) => (component.dom?.textContent ?? '').replace(/\s+/g, '')

/** The shared components, one by one. Call it at the top of a test file in jsdom. */
export function simulatedComponents() {
  const simulate = jest.requireActual<Simulate>('miniprogram-simulate')
  const loaded = new Map<string, string>()
  const mounted: Simulated[] = []

  beforeAll(() => {
    // What Taro's runtime asks of the app around a component.
    Object.assign(globalThis, { getCurrentPages: () => [{ route: 'host', options: {} }], getApp: () => ({}) })
    buildComponents()
  })
  afterEach(() => {
    for (const component of mounted.splice(0)) component.detach()
  })

  const idOf = (name: string) => {
    const id =
      loaded.get(name) ?? simulate.load(path.join(COMPONENTS, name, 'index'), name, { rootPath: COMPONENTS })
    loaded.set(name, id)
    return id
  }
  return {
    async mount(name: string, props: object): Promise<Simulated> {
      const component = simulate.render(idOf(name), { props })
      component.attach(document.body.appendChild(document.createElement('div')))
      mounted.push(component)
      await simulate.sleep(RENDER_MS)
      return component
    },
    async tap(component: Simulated, selector: string, nth = 0): Promise<void> {
      component.querySelectorAll(selector)[nth]?.dispatchEvent('tap')
      await simulate.sleep(RENDER_MS)
    },
  }
}
