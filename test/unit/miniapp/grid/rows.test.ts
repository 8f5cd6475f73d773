import fc from 'fast-check'
import {
  type Check,
  type Fix,
  answerKey,
  checkRows,
} from '../../../../miniapp/src/packages/staff/grid/pure/checks'
import { cellText, columnsOf, removeRows, rowsOf, withCells } from '../../../../miniapp/src/packages/staff/grid/pure/columns' // prettier-ignore
import { byWeight, rowChanges, shortWords } from '../../../../miniapp/src/packages/staff/grid/pure/compare'
import {
  asCsv,
  hasHead,
  headLines,
  pasted,
  readRows,
} from '../../../../miniapp/src/packages/staff/grid/pure/paste'
import { readTsv, writeTsv } from '../../../../miniapp/src/packages/staff/grid/pure/tsv'
import { copied } from '../../../../miniapp/src/packages/staff/grid/pure/fill'
import { sheetDraft } from '../../../../miniapp/src/packages/staff/draft/sheets'
import type { TableDraft } from '../../../../miniapp/src/packages/staff/draft/fromTable'
import { account, line, listOf } from './tables'

const check = (block: TableDraft, writing = -1, kept: ReadonlySet<string> = new Set()) =>
  checkRows(block, { period: '2026-11', writing, kept })

const sayings = (found: readonly Check[]) =>
  found.map(({ row, id, message, fixes }) => [row, id, message, fixes.map(({ label }) => label)])

const press = (block: TableDraft, { row, id }: Check, fix: Fix): TableDraft => {
  if (fix.act === 'put' && id) return withCells(block, [{ row, id, text: fix.text }])
  return fix.act === 'remove' ? removeRows(block, row, row) : block
}

describe('checks', () => {
  it('names what is wrong in each cell, with the correction', () => {
    const table = account(
      line('2026-12-02', '办公网络费', '151.00', { voucher: '006' }),
      line('11.31', '慰问 物资', '1.234', {}),
      line('2026-11-05', '', '1O0', { voucher: '8' }),
      line('昨天', '电费', ''),
    )
    expect(sayings(check(table))).toEqual([
      [0, 'date', '12月2日不在2026年11月里。', ['改成 11月2日']],
      [1, 'date', '没有这一天。', ['改成 11月30日']],
      [1, 'item', '字中间有空格。', ['改成 “慰问物资”']],
      [1, 'expense', '看不出是多少钱。', ['改成 1,234.00']],
      [1, 'voucher', '没有写。', ['补 007']],
      [2, 'expense', '看不出是多少钱。', ['改成 100.00']],
      [2, 'item', '没有写收支事项。', []],
      [3, 'date', '看不出是哪一天，例如写 11.5 或者 2026-11-05。', []],
      [3, 'expense', '没有写收入或支出多少钱。', []],
      [3, 'voucher', '没有写。', ['补 9']],
    ])
  })

  it('says nothing about what a row still lacks while it is written', () => {
    const table = account(line('2026-11-05', '', ''))
    expect(check(table, 0)).toEqual([])
    expect(check(table)).toHaveLength(2)
  })

  it('shortens names, also those with a surname of two characters', () => {
    expect(sayings(check(listOf(['王建国', '1'], ['欧阳小明', '2'], ['李*', '3'])))).toEqual([
      [0, 'name', '只写姓加 *，公开出去不能认出是谁。', ['改成 王*']],
      [1, 'name', '只写姓加 *，公开出去不能认出是谁。', ['改成 欧阳*']],
    ])
  })

  it('asks about a row that is there twice, and no more once that is answered', () => {
    const table = listOf(['王*', '5'], ['李*', '5'], ['王*', '5'])
    const [found, ...others] = check(table)
    expect([found?.row, found?.level, others]).toEqual([2, 'question', []])
    expect(found?.message).toBe('和第 1 行完全一样，是不是写重了？')
    expect(check(table, -1, new Set([answerKey(table, 2)]))).toEqual([])
    expect(rowsOf(press(table, found!, found!.fixes[0]!))).toHaveLength(2)
  })

  it('computes the total of a register’s row', () => {
    const table = sheetDraft({ type: 'sheet', sheet: 'assets', label: '资产台账', rows: [{ thing: '泵', originalFen: 500_00, depreciationFen: 100_00, netFen: 410_00 }] }) // prettier-ignore
    expect(sayings(check(table))).toEqual([[0, 'netFen', '按其他几格算是 400.00。', ['改成 400.00']]])
  })

  it('one press settles its finding: the same is never said again of the cell', () => {
    const figure = fc.string({ unit: fc.constantFrom('1', '2', '0', 'O', 'l', '.', ',', '。', '，', ' ', '元', '/', '人'), minLength: 1, maxLength: 9 }) // prettier-ignore
    const day = fc.string({ unit: fc.constantFrom('1', '2', '3', '0', '.', '-', '月', '日', '年'), minLength: 1, maxLength: 8 }) // prettier-ignore
    const words = fc.string({
      unit: fc.constantFrom('王', '李', ' ', '　', '*', '1'),
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(day, words, figure, (date, item, amount) => {
        const table = account(line(date, item, amount))
        for (const found of check(table)) {
          const [fix] = found.fixes
          if (!fix || found.id === null) continue
          const after = check(press(table, found, fix)).filter(
            ({ id, row }) => id === found.id && row === found.row,
          )
          expect({ found, after }).toEqual({ found, after: [] })
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('paste', () => {
  const lines = (text: string) => readTsv(text)

  it('goes in from the selected cell on, normal form and all, sums and signatures left out', () => {
    const copy = lines('11.3\t光伏\t"7,515.00"\t\r\n11.5\t"保洁\n劳务"\t\t5820元\t陈*\t001\t余额\r\n合  计\t\t7515\t5820\r\n会计：张某\t出纳：李某\r\n') // prettier-ignore
    const { changes, said } = pasted(copy, account(), { row: 0, column: 0, period: '2026-11' })
    const table = withCells(account(), changes)
    expect(rowsOf(table)).toHaveLength(2)
    expect(columnsOf(table).map(({ id }) => cellText(table, 1, id))).toEqual(['2026-11-05', '保洁 劳务', '', '5,820.00', '陈*', '001']) // prettier-ignore
    expect(cellText(table, 0, 'income')).toBe('7,515.00')
    expect(said).toEqual([
      '粘贴了 2 行 6 列。',
      '合计、小计 1 行没有当成明细。',
      '签名 1 行没有粘贴。',
      '右边多出 1 列放不下，没有粘贴。',
      '1 格里有换行，已接成一行。',
    ])
  })

  it('knows a head, also one of two lines, by the words that accounts and lists use', () => {
    expect(hasHead(lines('日期\t摘要\t收入\t支出\r\n11.3\t光伏\t1\t'), account())).toBe(true)
    expect(hasHead(lines('11.3\t光伏\t1\t\r\n11.4\t路灯\t\t2'), account())).toBe(false)
    const two = lines('时间\t摘要\t金额（元）\t\r\n\t\t收入\t支出\r\n11.3\t光伏\t1\t')
    expect([hasHead(two, account()), headLines(two, account())]).toEqual([true, 2])
    expect(asCsv([['事项', '说"好", 行\n二']])).toBe('\ufeff事项,"说""好"", 行\n二"\r\n')
  })

  it('puts the rows of the reader where the selected row is', () => {
    const read = { rows: [{ row: 4, values: { date: '2026-11-03', direction: 'income', item: '光伏', amountFen: '5.00' } }] } // prettier-ignore
    const table = withCells(account(line('2026-11-01', '路灯', '1')), readRows(read as never, account(), 1))
    expect([cellText(table, 0, 'item'), cellText(table, 1, 'income'), cellText(table, 1, 'expense')]).toEqual(['路灯', '5.00', '']) // prettier-ignore
  })

  it('of copied rows pasted below themselves makes the same rows again', () => {
    const cell = fc.constantFrom('', '王*', '李*', '二组', '每人 50 元')
    const rows = fc.array(fc.tuple(fc.constantFrom('王*', '李*'), cell), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(rows, all => {
        const table = withCells(listOf(...all.map(([name]): [string, string] => [name, '5.00'])), all.map(([, text], row) => ({ row, id: 'standard', text }))) // prettier-ignore
        const count = all.length
        const range = { top: 0, bottom: count - 1, left: 0, right: columnsOf(table).length - 1 }
        const copy = readTsv(writeTsv(copied(table, range)))
        const twice = withCells(
          table,
          pasted(copy, table, { row: count, column: 0, period: '2026Q4' }).changes,
        )
        expect(copied(twice, { ...range, top: count, bottom: 2 * count - 1 })).toEqual(copied(table, range))
        expect(copied(twice, range)).toEqual(copied(table, range))
      }),
    )
  })
})

describe('comparison with last period', () => {
  const last = { type: 'money' as const, label: '收支明细', openingFen: 0, closingFen: 0, lines: [
    { date: '2026-10-01', direction: 'expense' as const, item: '路灯电费', amountFen: 687_00 },
    { date: '2026-10-02', direction: 'expense' as const, item: '垃圾清运', amountFen: 100_00 },
    { date: '2026-10-03', direction: 'expense' as const, item: '网络费', amountFen: 151_00 },
  ] } // prettier-ignore

  it('says of each row what is new, changed or gone', () => {
    const table = account(
      line('2026-11-01', '', ''),
      line('2026-11-02', '路灯电费', '912.50'),
      line('2026-11-03', '网络费', '151'),
      line('2026-11-04', '修路', '60'),
      line('2026-11-05', '打井', '看不清'),
    )
    const changes = rowChanges(table, '2026-11', last)
    expect(changes.map(one => [one.row, one.id, shortWords(one)])).toEqual([
      [1, 'expense', '+225.50'],
      [3, 'expense', '新'],
      [null, null, '−100.00'],
    ])
    expect(byWeight(changes).map(({ label }) => label)).toEqual([
      '支出 路灯电费',
      '支出 垃圾清运',
      '支出 修路',
    ])
    expect(rowChanges(account(), '2026-11', last)).toEqual([])
  })
})
