import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run } from '../../../server/cli/commands/align'

const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-align-'))
const file = (name: string, text: string) => {
  writeFileSync(path.join(folder, name), text)
  return path.join(folder, name)
}
const catalogue = file('catalogue.json', JSON.stringify([{ id: 'c', path: ['最低生活保障', '审批信息'] }]))

describe('align suggest', () => {
  it('answers in the order of the village list', async () => {
    const village = file(
      'village.json',
      JSON.stringify([
        { id: 'b', path: ['村规民约'] },
        { id: 'a', path: ['低保名单'] },
      ]),
    )
    expect(await run(['--village', village, '--catalogue', catalogue])).toMatchObject([
      { villageId: 'b', villageOnly: true },
      { villageId: 'a', villageOnly: false, suggestions: [{ catalogueId: 'c' }] },
    ])
  })

  it('names every wrong item with its row', async () => {
    const village = file(
      'wrong.json',
      JSON.stringify([{ id: 'a', path: ['低保'] }, { id: 'b' }, { path: [] }]),
    )
    await expect(run(['--village', village, '--catalogue', catalogue])).rejects.toMatchObject({
      code: 'invalid-items',
      details: [
        { row: 2, field: '1.path' },
        { row: 3, field: '2.id' },
        { row: 3, field: '2.path' },
      ],
    })
  })

  it('refuses broken JSON, a missing file and wrong usage', async () => {
    const broken = file('broken.json', '[{')
    await expect(run(['--village', broken, '--catalogue', catalogue])).rejects.toMatchObject({
      code: 'bad-json',
    })
    await expect(run(['--village', '/none', '--catalogue', catalogue])).rejects.toMatchObject({
      code: 'unreadable',
    })
    await expect(run(['--village', broken])).rejects.toMatchObject({ name: 'UsageError' })
    await expect(run(['--village', broken, '--catalogue', catalogue, '--top', '0'])).rejects.toMatchObject({
      name: 'UsageError',
    })
  })
})
