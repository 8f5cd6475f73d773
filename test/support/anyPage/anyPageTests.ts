import type { AppPage } from '../browser/pages'
import { SAMPLED, reportFigure } from '../figures'
import { SHARE_TAKEN, shareOf } from '../sample'
import { addressesOf } from './addresses'
import { type Opener, faultsOf } from './opener'

/** Each page of the app, for each of the persons and however its address is written, says something and leads on. */
export function anyPageTests(
  open: () => Promise<Opener>,
  pages: () => Promise<readonly AppPage[]>,
  build: string,
  personas: readonly string[],
): void {
  let opened = 0
  /** A browser takes its time: a third of the addresses each day, all of them in a long run. */
  const inBrowser = build === 'h5'
  const share = inBrowser ? SAMPLED + SHARE_TAKEN : ''

  test.each(personas)('%s: every page by right, bare, wrong and hostile addresses', async persona => {
    const opener = await open()
    if (persona !== 'nobody') await opener.logIn(persona)
    const found: Record<string, string[]> = {}
    const all = addressesOf(await pages())
    for (const { route, manner, url } of inBrowser ? shareOf(all, () => false) : all) {
      const faults = await faultsOf(opener, url)
      opened += 1
      if (faults.length > 0) found[`${route} ${manner}`] = faults
    }
    expect(found).toEqual({})
  })

  afterAll(() =>
    reportFigure(`any page (${build}): ${opened} pages opened as ${personas.join(', ')}${share}`),
  )
}
