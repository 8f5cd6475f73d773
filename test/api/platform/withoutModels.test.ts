import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import weights from '@server/platform/worker/inference/weights.json'
import { SearchPage } from '@shared/contract/reading/search'
import { startBuiltServer } from '../../support/server/runningServer'

/** The server as a program where the weights are missing or not the expected ones. */

const VILLAGE = 'XQ-DH-LX-V01'
let folder: string
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'without-models-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A folder with every file of every model, none with its bytes. */
function otherWeights(): string {
  const place = path.join(folder, 'other')
  for (const file of Object.values(weights).flatMap(({ files }) => Object.keys(files))) {
    mkdirSync(path.dirname(path.join(place, file)), { recursive: true })
    writeFileSync(path.join(place, file), 'not these')
  }
  return place
}

test.each([
  ['are missing', () => path.join(folder, 'nowhere')],
  ['have another hash', otherWeights],
])(
  'it starts and is ready, searches by rules and says so, where weights %s',
  async (_what, placeOf) => {
    const server = await startBuiltServer('without-models', { MODELS_DIR: placeOf() })
    try {
      expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
      const asked = `${server.url}/api/v1/search?org=${VILLAGE}&q=${encodeURIComponent('种地一亩补多少')}`
      const page = SearchPage.parse(await (await fetch(asked)).json())
      expect(page.byRules).toBe(true)
      expect(page.answer?.says).toContain('每亩')
      expect(await (await fetch(`${server.url}/metrics`)).text()).toMatch(
        /^mingbai_model_meaning_answered 0$/m,
      )
      expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
    } finally {
      await server.stop()
    }
  },
  300_000,
)
