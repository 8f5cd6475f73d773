import type { AppPage } from '../browser/pages'
import { SAMPLED, reportFigure } from '../figures'
import { SHARE_TAKEN, shareOf } from '../sample'
import { type FailingDoor, SERVER_FAULTS, openFailingDoor } from '../server/failingDoor'
import type { RunningServer } from '../server/runningServer'
import { type Opener, faultsOf } from './opener'

/** Names of what asks the server once more. */
const AGAIN = /再试|再取|重试|重新/

/** The app waits 15 s for an answer. */
const SILENCE = 'nothing'
const HASTE = 10

interface Site {
  /** Somebody with a new phone or tab whose requests go to `url`, and whose timers run `haste` times faster. */
  open: (url: string, haste: number) => Promise<Opener>
  server: () => RunningServer
  pages: () => Promise<readonly AppPage[]>
  build: string
}

/** Each page while the server fails: words, a way to try again, nothing uncaught; and the page itself once it works again. */
export function serverFaultTests({ open, server, pages, build }: Site): void {
  let door: FailingDoor | undefined
  let opened = 0
  let pressed = 0

  beforeAll(async () => {
    door = await openFailingDoor(server().url)
  })
  afterAll(() => door?.close())

  /** Opens one page while the server fails; then the server works again and the page is asked for once more. */
  async function lookAt(opener: Opener, page: AppPage, fault: keyof typeof SERVER_FAULTS): Promise<string[]> {
    door?.fail(SERVER_FAULTS[fault])
    const faults = await faultsOf(opener, page.url)
    opened += 1
    const again = (await opener.pressableNames()).find(name => AGAIN.test(name))
    const text = await opener.text()
    door?.fail(null)
    // What needs no answer of the server is shown as always.
    if (!again && text.includes(page.says)) return faults
    if (!again) return [...faults, `no second try: ${text}`]
    pressed += 1
    await opener.press(again)
    return (await comes(opener, page.says)) ? faults : [...faults, `“${again}” gave: ${await opener.text()}`]
  }

  test.each(Object.keys(SERVER_FAULTS) as (keyof typeof SERVER_FAULTS)[])(
    'the server answers %s: every page says so, offers to try again, and comes then',
    async fault => {
      const opener = await open(door!.url, fault === SILENCE ? HASTE : 1)
      const found: Record<string, string[]> = {}
      let persona: string | undefined
      for (const page of shareOf(await pages(), () => false)) {
        if (page.persona && page.persona !== persona) await opener.logIn((persona = page.persona))
        const faults = await lookAt(opener, page, fault)
        if (faults.length > 0) found[page.name] = faults
      }
      expect(found).toEqual({})
    },
  )

  afterAll(() =>
    reportFigure(
      `server faults (${build}): ${opened} pages opened while the server failed, ${pressed} asked for again${SAMPLED}${SHARE_TAKEN}`,
    ),
  )
}

const PATIENCE_MS = 5_000

async function comes(opener: Opener, words: string): Promise<boolean> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    if ((await opener.text()).replace(/\s+/g, ' ').includes(words)) return true
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return false
}
