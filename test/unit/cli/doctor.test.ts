import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { finding } from '@server/cli/doctor/finding'
import { checkDisk, checkNode } from '@server/cli/doctor/machine'
import { checkAddress, checkWechat } from '@server/cli/doctor/outside'
import { createClock } from '@server/platform/clock'
import { loadConfig } from '@server/platform/config'

const NOW = new Date('2026-12-01T00:00:00Z')
const config = loadConfig({})
const at = (publicBaseUrl: string, nodeEnv: 'production' | 'development' = 'production') =>
  checkAddress({ ...config, publicBaseUrl, nodeEnv }, NOW)

test.each([
  ['v24.3.0', 'ok'],
  ['v20.20.2', 'soon'],
  ['v23.0.0', 'soon'],
])('Node %s is %s on 1 December 2026', async (version, health) => {
  expect((await checkNode(version, '2026-12-01')).health).toBe(health)
})

test('a data folder that does not exist yet is on the disk of the nearest one above', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'doctor-'))
  const { health, words } = await checkDisk(path.join(folder, 'a', 'b'))
  expect(['ok', 'soon', 'broken']).toContain(health)
  expect(words).toMatch(/还剩 \d+\.\d GB/)
  rmSync(folder, { recursive: true })
})

test('an address without encryption is at fault in production alone', async () => {
  expect((await at('http://mingbai.example')).health).toBe('broken')
  expect((await at('http://mingbai.example', 'development')).health).toBe('ok')
  expect((await at('http://127.0.0.1:8080')).health).toBe('ok')
})

test('an address that does not answer is unknown, with the reason', async () => {
  const { health, words } = await at('https://127.0.0.1:9')
  expect([health, words]).toEqual(['unknown', expect.stringContaining('没有查成：')])
})

test('WeChat without an answer is at fault', async () => {
  const wechat = { ...config.wechat, fake: false, apiBase: 'http://127.0.0.1:9' }
  expect((await checkWechat({ ...config, wechat }, createClock())).health).toBe('broken')
  expect((await checkWechat(config, createClock())).health).toBe('ok')
})

test('a check that throws is a finding', async () => {
  expect(await finding('x', () => Promise.reject(new Error('坏了')))).toEqual({
    part: 'x',
    health: 'unknown',
    words: '没有查成：坏了',
  })
})
