import type { AppPage } from '../browser/pages'
import { reportFigure } from '../figures'
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

  test.each(personas)('%s: every page by right, bare, wrong and hostile addresses', async persona => {
    const opener = await open()
    if (persona !== 'nobody') await opener.logIn(persona)
    const found: Record<string, string[]> = {}
    for (const { route, manner, url } of addressesOf(await pages())) {
      const faults = await faultsOf(opener, url)
      opened += 1
      if (faults.length > 0) found[`${route} ${manner}`] = faults
    }
    expect(found).toEqual({})
  })

  afterAll(() => reportFigure(`any page (${build}): ${opened} pages opened as ${personas.join(', ')}`))
}
