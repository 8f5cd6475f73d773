import fc from 'fast-check'
import { readTsv, writeTsv } from '../../../../miniapp/src/packages/staff/grid/pure/tsv'

it('reads what Excel copies: quoted cells, line breaks in cells, doubled marks, no line for the last break', () => {
  expect(readTsv('日期\t事项\r\n11.3\t"买水泥\n和沙"\r\n11.5\t"""好""路灯"\t\r\n')).toEqual([
    ['日期', '事项'],
    ['11.3', '买水泥\n和沙'],
    ['11.5', '"好"路灯', ''],
  ])
})

it('takes a mark that is part of the words as it is', () => {
  expect(readTsv('5"水管\t"开口\t"半"截\n下一行')).toEqual([['5"水管', '"开口', '"半"截'], ['下一行']])
})

it('has no lines of nothing', () => {
  expect(readTsv('')).toEqual([])
})

it('keeps every cell on the way to a spreadsheet and back', () => {
  const cell = fc.string({ unit: fc.constantFrom('"', '\t', '\n', '\r', '水', 'a', ' ', '1') })
  const lines = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  fc.assert(fc.property(lines, all => expect(readTsv(writeTsv(all))).toEqual(all)))
})

it('ends with any text, and loses no character but tabs, breaks and marks', () => {
  const bare = (text: string) => text.replace(/["\t\r\n]/g, '')
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('"', '\t', '\n', '\r', '水', 'b') }), text =>
      expect(bare(readTsv(text).flat().join(''))).toBe(bare(text)),
    ),
  )
})
