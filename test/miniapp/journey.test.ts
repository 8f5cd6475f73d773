import path from 'node:path'
import { isIdentical, openLibrary, type Library } from '../support/journeys/library'
import { readAlongside } from '../support/journeys/reading'
import { startBuiltServer, type RunningServer } from '../support/server/runningServer'
import { openJsdomWindow } from '../support/weapp/jsdomWindow'
import { TestPhone } from '../support/weapp/testPhone'

const DIST = path.resolve(__dirname, '../../dist/weapp')

let server: RunningServer
let library: Library
let phone: TestPhone

beforeAll(async () => {
  server = await startBuiltServer('miniapp')
  library = openLibrary(server.url)
}, 90_000)
afterAll(() => server.stop())

beforeEach(async () => {
  phone = await TestPhone.launch({ dist: DIST, server: server.url, loginCode: server.loginCode }, openJsdomWindow)
})
afterEach(() => phone.close())

test('the village’s notice and the street’s say the same, character by character', async () => {
  const read = await readAlongside(phone, library, await library.findPair(isIdentical))
  expect(read.village).toBe(read.record)
  expect(read.street).toBe(read.village)
  expect(read.standard).toBe(read.itemRecord)
  expect(read.item).toBe(read.standard)
  expect(await phone.errors()).toEqual([])
}, 60_000)
