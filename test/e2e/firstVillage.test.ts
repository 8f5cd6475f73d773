import type { Browser } from 'playwright-core'
import { openChromium } from '../support/browser/chromium'
import { Office } from '../support/browser/officeVisitor'
import { type Installation, startInstallation } from '../support/cli/installation'
import {
  AREA,
  NOTICE,
  ORGS,
  type Opening,
  PEOPLE,
  STAFF,
  VILLAGE,
  appointNewcomer,
  importCatalogue,
  keepRoster,
  prepareVillage,
  publishFirst,
  readFirst,
} from '../support/journeys/firstVillage'
import { JOURNEY_MS } from '../support/journeys/limits'

/**
 * From an empty store to a running village by the pages alone: the built program in its production configuration, Chromium as the
 * computer, the real weapp build as each person's phone. The command line is used for 机构 and the first administrators.
 */
jest.setTimeout(JOURNEY_MS)

let place: Installation
let browser: Browser
let opening: Opening

beforeAll(async () => {
  place = await startInstallation('village')
  browser = await openChromium()
  const { program, doorway } = place
  const office = new Office({ browser, url: program.url, doorway, loginCode: program.loginCode })
  opening = {
    office,
    desk: await office.open({ width: 1280, height: 800, newcomer: true }),
    file: place.file,
  }
})
afterAll(async () => {
  await opening?.office.close()
  await browser?.close()
  await place?.close()
})

/** Runs a command of the operator, which must succeed. */
async function run<Printed>(...args: string[]): Promise<Printed> {
  const { code, stdout, stderr } = await place.cli(args)
  if (code !== 0) throw new Error(`${args.join(' ')}: ${code} ${stdout} ${stderr}`)
  return JSON.parse(stdout) as Printed
}

test('机构 and the first administrators are set up on the command line', async () => {
  await run('orgs', 'import', place.file('机构.csv', ORGS.join('\n')))
  for (const persona of ['system-admin', 'security-admin'] as const) {
    await opening.office.phoneOf(persona)
    const { accounts } = await run<{ accounts: { id: string }[] }>('admins', 'first')
    await run('admins', 'first', accounts[0]!.id, '--role', persona, '--org', AREA)
  }
})

test.each(STAFF)('$name: registered and appointed by the code on the phone', async person => {
  await appointNewcomer(opening, person)
})

test('目录: one clerk checks the county’s file, another puts it into force', async () => {
  expect(await importCatalogue(opening)).toContain('已启用')
})

test('名册: the head keeps it, a villager is found in it', async () => {
  expect(await keepRoster(opening)).toContain('已确认')
})

test('村里的目录: adopted by one, put into force by another', async () => {
  await prepareVillage(opening)
})

test('第一条公示: four eyes publish it, a villager reads it on the phone', async () => {
  await publishFirst(opening)
  const read = await readFirst(opening)
  for (const value of Object.values(NOTICE.fields)) expect(read).toContain(value)
  for (const { name } of [PEOPLE.editor, PEOPLE.supervisor]) expect(read).toContain(name)
  expect(read).toContain(VILLAGE.name)
})

test('nothing went wrong in any page on the way', async () => {
  expect([...(await opening.desk.errors()), ...(await opening.office.phoneErrors())]).toEqual([])
})
