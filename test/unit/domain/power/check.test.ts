import fc from 'fast-check'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run } from '../../../../server/cli/commands/microPower'
import { powerItemsOf, readPowerItems, writePowerWorkbook } from '../../../../server/documents/power'
import { CORE_POWER_FILES } from '../../../../shared/facts/power'
import { POWER_CLASSES } from '../../../../shared/facts/power/terms'
import { itemFaults, listFaults } from '../../../../server/domain/power/check'
import { MOST_POWER_ITEMS, type PowerItem } from '../../../../shared/contract/power/item'
import { CORE, coreItem, stepNamed } from '../../../support/power/core'
import { PLANTS } from '../../../support/power/plants'

const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-power-'))
function file(name: string, content: string | Buffer) {
  writeFileSync(path.join(folder, name), content)
  return path.join(folder, name)
}

describe('the core list', () => {
  it('has at least 30 sound items of every class, each with sources', () => {
    expect(CORE.length).toBeGreaterThanOrEqual(30)
    expect(listFaults(CORE)).toEqual([])
    const classes = new Set(CORE.map(item => item.class))
    expect(POWER_CLASSES.filter(({ code }) => !classes.has(code))).toEqual([])
    expect(powerItemsOf(CORE_POWER_FILES)).toEqual(CORE)
  })

  it('never passes off a local number as law', () => {
    for (const item of CORE) {
      for (const step of item.steps) {
        const { limit, least, branchSource } = step
        for (const rule of [limit, least, branchSource]) {
          if (rule) {
            expect([item.code, step.id, Boolean(rule.source)]).not.toEqual([
              item.code,
              step.id,
              rule.localSetting,
            ])
          }
        }
      }
    }
  })

  it('carries the thresholds of the works rule', () => {
    const meeting = stepNamed(coreItem('XM-01'), 'meeting')
    expect(meeting.branchSource).toMatchObject({ source: null, localSetting: true })
    expect(meeting.next.map(({ when }) => (when.kind === 'amount' ? when.fromFen : null))).toEqual([
      null,
      1_000_000,
      5_000_000,
    ])
  })
})

describe('planted faults', () => {
  const codes = new Set(PLANTS.map(({ code }) => code))

  it('are of at least 20 kinds', () => expect(codes.size).toBeGreaterThanOrEqual(20))

  it.each(PLANTS.map(plant => [plant.name, plant] as const))('%s', async (_name, { code, plant }) => {
    const list = CORE.map(item => structuredClone(item))
    const planted = list.find(item => plant(item, all => all[0]))
    expect(planted).toBeDefined()
    const answer = await run([file('planted.json', JSON.stringify({ items: list }))])
    expect(answer).toMatchObject({ ok: false, items: CORE.length })
    expect(answer.faults).toContainEqual(expect.objectContaining({ item: planted!.code, code }))
    expect(new Set(answer.faults.map(({ item }) => item))).toEqual(new Set([planted!.code]))
    for (const { message } of answer.faults) expect(message).toContain(planted!.name)
  })

  it('a code that stands twice', () => {
    expect(listFaults([coreItem('CW-01'), coreItem('CW-01')]).map(({ code }) => code)).toEqual([
      'code-duplicate',
    ])
  })

  it('are found wherever they are planted: 600 random plantings', () => {
    let planted = 0
    fc.assert(
      fc.property(
        fc.constantFrom(...CORE),
        fc.constantFrom(...PLANTS),
        fc.nat(),
        (core, { code, plant }, seed) => {
          const item = structuredClone(core)
          if (!plant(item, all => all[seed % Math.max(all.length, 1)])) return
          planted++
          expect(itemFaults(item).map(fault => fault.code)).toContain(code)
        },
      ),
      { numRuns: 600, seed: 20261125 },
    )
    expect(planted).toBeGreaterThanOrEqual(200)
  })
})

describe('files', () => {
  it('go out to a workbook and come back without loss', async () => {
    const book = file('list.xlsx', await writePowerWorkbook(CORE))
    expect(await run([book])).toEqual({ ok: true, items: CORE.length, faults: [] })
    const odd = coreItem('XM-01')
    odd.summary = '=1+1'
    odd.name = "'引号开头"
    odd.adopted = { meeting: '村民代表会议', on: '2026-05-08' }
    odd.inForce = '2026-06-01'
    const { readPowerFile } = await import('../../../../server/documents/power')
    const read = await readPowerFile('a.xlsx', await writePowerWorkbook([odd, ...CORE.slice(0, 3)]))
    expect(read.items).toEqual([odd, ...CORE.slice(0, 3)])
    const all = await readPowerFile('b.xlsx', await writePowerWorkbook(CORE))
    expect(all.items).toEqual(CORE)
    expect(readPowerItems(JSON.parse(JSON.stringify(CORE))).items).toEqual(CORE)
  })

  it('take one item, a list, or a file of items', async () => {
    const one = JSON.stringify(coreItem('BM-01'))
    expect(await run([file('one.json', one)])).toMatchObject({ ok: true, items: 1 })
    expect(await run([file('many.json', `[${one}]`)])).toMatchObject({ ok: true, items: 1 })
    expect(await run([file('file.json', `\uFEFF{"items":[${one}]}`)])).toMatchObject({ ok: true, items: 1 })
  })

  it('are refused where there are more than a list takes', () => {
    const many = Array.from({ length: MOST_POWER_ITEMS + 1 }, () => ({}))
    expect(() => readPowerItems(many)).toThrow(`最多 ${MOST_POWER_ITEMS} 个`)
  })

  it('tell what has the wrong shape, with item and step', () => {
    const item = coreItem('BM-01') as PowerItem & { surprise?: number }
    item.surprise = 1
    Object.assign(item.steps[1]!, { limit: { n: 'drei', unit: 'working-day' } })
    const { faults, count } = readPowerItems([item])
    expect(count).toBe(1)
    expect(faults).toHaveLength(2)
    expect(faults.map(({ code }) => code)).toEqual(['shape', 'shape'])
    expect(faults.map(({ message }) => message).join()).toMatch(/最低生活保障申请.*环节“入户调查”/)
  })

  it('are refused when nothing can be read from them', async () => {
    const bad: [string, string | Buffer, string][] = [
      ['broken.json', '[{', 'unreadable'],
      ['empty.json', '', 'empty-file'],
      ['none.json', '[]', 'no-table'],
      ['text.json', '"清单"', 'no-table'],
      ['list.csv', '编号,名称', 'unknown-kind'],
      ['fake.xlsx', '不是表格', 'unreadable'],
    ]
    for (const [name, content, code] of bad) {
      await expect(run([file(name, content)])).rejects.toMatchObject({ name: 'InputError', code })
    }
    await expect(run([])).rejects.toMatchObject({ name: 'UsageError' })
  })
})
