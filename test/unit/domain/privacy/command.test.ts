import { idCheckCharacter } from '../../../../server/domain/privacy/detectors/residentId'
import { captureCli } from '../../../support/cli/captured'

const ID = `61011119800101123${idCheckCharacter('61011119800101123')}`
const { file, call } = captureCli()

test('--lines answers every line, in order, over the escapes of a cell', async () => {
  const path = file(
    'lines.txt',
    `${ID.slice(0, 8)}\\n${ID.slice(8)}\n\n2026年3月5日发放500元\n${ID}43\n138****5678`,
  )
  const { code, answers } = await call('privacy', 'scan', '--lines', path)
  expect(code).toBe(0)
  expect(answers).toEqual([
    {
      findings: [
        expect.objectContaining({
          kind: 'resident-id',
          severity: 'block',
          place: { line: 1, column: 1 },
          mask: `${ID.slice(0, 4)}**********${ID.slice(14)}`,
        }),
      ],
    },
    { findings: [] },
    { findings: [] },
    { findings: [expect.objectContaining({ kind: 'disability-card', text: `${ID}43` })] },
    { findings: [] },
  ])
})

test('files are answered one a line; findings are no error', async () => {
  const [a, b] = [file('a.txt', '公示'), file('b.csv', `姓名,电话\n张建国,13812345678\n`)]
  const { code, answers } = await call('privacy', 'scan', a, b)
  expect(code).toBe(0)
  expect(answers).toEqual([
    { file: a, findings: [] },
    {
      file: b,
      findings: [
        expect.objectContaining({ kind: 'person-name' }),
        expect.objectContaining({ kind: 'mobile' }),
      ],
    },
  ])
})

test('a file that cannot be read is said in Chinese, the others are answered', async () => {
  const good = file('good.txt', '公示')
  const { code, answers } = await call('privacy', 'scan', `${good}.none`, good)
  expect(code).toBe(1)
  expect(answers).toEqual([
    { file: good, findings: [] },
    { error: { code: 'unreadable', message: expect.stringContaining('找不到'), details: [] } },
  ])
})

test.each([[[]], [['--sheet', 'x']], [['--lines', 'x', 'y']]])('%j is wrong usage', async extra => {
  expect(await call('privacy', 'scan', ...extra)).toEqual({ code: 2, answers: [] })
})
