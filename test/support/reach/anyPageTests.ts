import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type AppPage, everyPage } from '../browser/pages'
import { LONG, SAMPLED, reportFigure } from '../figures'
import type { Library } from '../journeys/library'
import type { Visitor } from '../journeys/visitor'
import { SHARE_TAKEN } from '../sample'
import { ROLES } from './rights'

const GUEST = 'guest'
const PERSONAS = [GUEST, ...Object.values(ROLES)]

/** Parameters of every page, each with a value that nothing is called. */
const WRONG =
  'id=ntc_nosuch0000000000000&org=XQ-NOWHERE&village=XQ-NOWHERE&item=itm_nosuch00000000000&notice=ntc_nosuch0000000000000&category=none&class=none&key=none&code=ZZ-99&month=2026-99&period=1999-Q9&year=abcd&edition=999&block=none&row=none&ticket=none&q=%25&show=none'

/** What no reader should see: a value that was not there, a page that goes on opening. */
const RAW = /undefined|\[object|NaN|\bnull\b|正在打开|这一页没能显示出来/

const APP = path.resolve(__dirname, '../../../dist/weapp/app.json')

/** Every page that the app has, by its route. */
function everyRoute(): string[] {
  const { pages, subPackages } = JSON.parse(readFileSync(APP, 'utf8')) as {
    pages: string[]
    subPackages: { root: string; pages: string[] }[]
  }
  return [...pages, ...subPackages.flatMap(({ root, pages }) => pages.map(page => `${root}/${page}`))]
}

/** Addresses: each sample with its parameters, each route without any and with wrong ones. */
const addressesOf = (samples: readonly AppPage[]): string[] => [
  ...samples.map(({ url }) => url),
  ...everyRoute().flatMap(route => [`/${route}`, `/${route}?${WRONG}`]),
]

interface Given {
  open: () => Promise<Visitor>
  library: () => Library
  /** One of so many addresses is visited by a person in a day's run; another one for each person. */
  oneOf: number
  /** Lines of the console that a refused request leaves. */
  expected: RegExp
}

/** No page throws or shows a raw value, whoever opens it, with its parameters, without, or with wrong ones; on phone and browser alike. */
export function anyPageTests({ open, library, oneOf, expected }: Given): void {
  let visits = 0

  test.each(PERSONAS.map((persona, nth) => ({ persona, nth })))(
    '$persona: every page with its parameters, without, and with wrong ones',
    async ({ persona, nth }) => {
      const visitor = await open()
      const addresses = addressesOf(await everyPage(library())).filter(
        (_, at) => LONG || at % oneOf === (nth + turn()) % oneOf,
      )
      if (persona !== GUEST) await visitor.logIn(persona)
      const found: Record<string, string[]> = {}
      let before = (await visitor.errors()).length
      for (const address of addresses) {
        await visitor.visit(address)
        const raw = RAW.exec(await settledText(visitor))
        const all = await visitor.errors()
        const errors = all.slice(all.length < before ? 0 : before).filter(error => !expected.test(error))
        before = all.length
        const faults = [...errors, ...(raw ? [`says ${raw[0]}`] : [])]
        if (faults.length > 0) found[address] = faults
        visits += 1
      }
      expect(found).toEqual({})
    },
  )

  afterAll(() =>
    reportFigure(`${visits} visits of pages by ${PERSONAS.length} persons${SAMPLED}${SHARE_TAKEN}`),
  )
}

/** Which share of the addresses it is today. */
const turn = (): number => Number(process.env.SAMPLE_TURN ?? Math.floor(Date.now() / 86_400_000))

/** What is being opened may still come. */
async function settledText(visitor: Visitor): Promise<string> {
  for (let look = 0; look < 20; look += 1) {
    const text = await visitor.text()
    if (!text.includes('正在打开')) return text
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return visitor.text()
}
