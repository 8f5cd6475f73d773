import fc from 'fast-check'
import { cellText, columnsOf, insertRow, removeRows, rowsOf, withCells } from '../../../../miniapp/src/packages/staff/grid/pure/columns' // prettier-ignore
import { filledDown, nextNumber } from '../../../../miniapp/src/packages/staff/grid/pure/fill'
import { NO_HISTORY, type History, remembered, stepped } from '../../../../miniapp/src/packages/staff/grid/pure/history' // prettier-ignore
import { entered, moved, selectionAt, tabbed } from '../../../../miniapp/src/packages/staff/grid/pure/moves'
import { ghostsOf, takenWithRow } from '../../../../miniapp/src/packages/staff/grid/pure/ghosts'
import { shownText, tidied } from '../../../../miniapp/src/packages/staff/grid/pure/tidy'
import { columnTotals, proofOf } from '../../../../miniapp/src/packages/staff/grid/pure/sums'
import { toContent } from '../../../../miniapp/src/packages/staff/draft/toContent'
import { sheetDraft } from '../../../../miniapp/src/packages/staff/draft/sheets'
import { account, line, listOf } from './tables'

describe('cells', () => {
  it('puts an amount into the column of its direction, and a nought on the other side changes nothing', () => {
    const table = withCells(account(), [
      { row: 1, id: 'income', text: '30' },
      { row: 1, id: 'expense', text: '0.00' },
      { row: 0, id: 'item', text: '路灯' },
    ])
    expect([cellText(table, 1, 'income'), cellText(table, 1, 'expense')]).toEqual(['30', ''])
    expect(rowsOf(table)).toHaveLength(2)
    expect(cellText(withCells(table, [{ row: 1, id: 'expense', text: '8' }]), 1, 'income')).toBe('')
  })

  it('adds no row for an empty cell, and none to a statement', () => {
    expect(rowsOf(withCells(account(), [{ row: 5, id: 'item', text: '' }]))).toHaveLength(0)
    const statement = sheetDraft({ type: 'sheet', sheet: 'balance-sheet', label: '资产负债表', rows: [] })
    const count = rowsOf(statement).length
    const wider = withCells(statement, [{ row: count, id: 'nowFen', text: '5' }, { row: 0, id: 'nowFen', text: '7' }]) // prettier-ignore
    expect(rowsOf(wider)).toHaveLength(count)
    expect(cellText(wider, 0, 'nowFen')).toBe('7')
    expect([insertRow(statement, 0), removeRows(statement, 0, 0)]).toEqual([statement, statement])
  })

  it('inserts and removes rows where it is told', () => {
    const table = listOf(['王*', '1'], ['李*', '2'], ['陈*', '3'])
    const wider = insertRow(table, 1)
    expect([0, 1, 2, 3].map(row => cellText(wider, row, 'name'))).toEqual(['王*', '', '李*', '陈*'])
    expect(rowsOf(removeRows(wider, 1, 2)).map((_, row) => cellText(removeRows(wider, 1, 2), row, 'name'))).toEqual(['王*', '陈*']) // prettier-ignore
  })
})

describe('normal form', () => {
  it.each([
    ['date', '5', '2026-11-05'],
    ['date', '１２日', '2026-11-12'],
    ['date', '11.3', '2026-11-03'],
    ['date', '31', '31'],
    ['yuan', '１，２３４．５元', '1,234.50'],
    ['yuan', '3.5万', '35,000.00'],
    ['yuan', '1.234', '1.234'],
    ['count', '三人', '3'],
    ['area', '36.5亩', '36.50'],
    ['text', ' 路灯\n电费　', '路灯 电费'],
  ] as const)('%s “%s” becomes “%s”', (kind, typed, plain) => {
    expect(tidied(kind, typed, '2026-11')).toBe(plain)
  })

  it('takes a bare number for a day only where the period is a month', () => {
    expect(tidied('date', '5', '2026Q4')).toBe('5')
  })

  it('does not change a second time, whatever was typed', () => {
    const kind = fc.constantFrom('date', 'yuan', 'count', 'area', 'text', 'name', 'party' as const)
    const typed = fc.string({ unit: fc.constantFrom('1', '3', '.', ',', '，', '元', '万', '月', '日', ' ', '-', '王', '*', '亩') }) // prettier-ignore
    fc.assert(
      fc.property(kind, typed, (one, text) => {
        const once = tidied(one, text, '2026-11')
        expect(tidied(one, once, '2026-11')).toBe(once)
      }),
    )
  })

  it('shows a day of the year without the year', () => {
    expect(shownText('date', '2026-11-05', '2026-11')).toBe('11月5日')
    expect(shownText('date', '2025-11-05', '2026-11')).toBe('2025年11月5日')
  })
})

describe('keys', () => {
  const size = { rows: 3, columns: 4 }
  it('Tab goes through the cells and leaves behind the last, Shift Tab before the first', () => {
    expect(tabbed(selectionAt({ row: 0, column: 3 }), 1, size)?.at).toEqual({ row: 1, column: 0 })
    expect(tabbed(selectionAt({ row: 2, column: 3 }), 1, size)).toBeNull()
    expect(tabbed(selectionAt({ row: 0, column: 0 }), -1, size)).toBeNull()
  })

  it('Enter goes to the column where the row began', () => {
    const begun = selectionAt({ row: 0, column: 1 })
    const along = tabbed(tabbed(begun, 1, size)!, 1, size)!
    expect(entered(along, size).at).toEqual({ row: 1, column: 1 })
    expect(entered(moved(along, 0, -1, size), size).at).toEqual({ row: 1, column: 2 })
  })

  it('fills down, and numbers of vouchers count on', () => {
    const table = account(line('2026-11-01', '路灯', '1', { handler: '陈*', voucher: '记-009' }), line('2026-11-02', '保洁', '2')) // prettier-ignore
    const at = columnsOf(table).findIndex(({ id }) => id === 'handler')
    const filled = withCells(table, filledDown(table, { top: 0, bottom: 1, left: at, right: at + 1 }))
    expect([cellText(filled, 1, 'handler'), cellText(filled, 1, 'voucher')]).toEqual(['陈*', '记-010'])
    expect(filledDown(table, { top: 0, bottom: 0, left: 0, right: 0 })).toEqual([])
    expect(nextNumber('白条')).toBeNull()
  })

  it('undo goes back over any steps, redo comes forth again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 20 }), states => {
        let history: History<number> = NO_HISTORY
        let now = 0
        for (const state of states) {
          history = remembered(history, now)
          now = state
        }
        for (const way of ['undo', 'redo'] as const) {
          for (;;) {
            const found = stepped(history, now, way)
            if (!found) break
            ;({ state: now, history } = found)
          }
          expect(now).toBe(way === 'undo' ? 0 : states[states.length - 1])
        }
      }),
    )
  })
})

describe('proposals', () => {
  const last = { type: 'money' as const, label: '收支明细', openingFen: 0, closingFen: 0, lines: [
    { date: '2026-10-01', direction: 'income' as const, item: '光伏收入', amountFen: 100 },
    { date: '2026-10-02', direction: 'expense' as const, item: '路灯电费', amountFen: 100 },
  ] } // prettier-ignore

  it('offers the next item of last period that no row has, and what starts as typed', () => {
    const table = account(line('2026-11-01', '光伏收入', '+5'), line('2026-11-02', '', ''))
    expect(ghostsOf(table, 1, last).item).toEqual({ text: '路灯电费', side: 'expense' })
    expect(ghostsOf(withCells(table, [{ row: 1, id: 'item', text: '修' }]), 1, last).item).toBeUndefined()
    expect(ghostsOf(account(line('', '', '')), 0, last)).toEqual({})
  })

  it('takes handler and next voucher over only with an amount', () => {
    const first = line('2026-11-01', '光伏收入', '+5', { handler: '陈*', voucher: '001' })
    const table = account(first, line('2026-11-02', '路灯电费', ''))
    const ghosts = ghostsOf(table, 1, last)
    expect(takenWithRow(table, 1, ghosts)).toEqual([])
    const paid = withCells(table, [{ row: 1, id: 'expense', text: '8' }])
    expect(takenWithRow(paid, 1, ghosts)).toEqual([
      { row: 1, id: 'handler', text: '陈*' },
      { row: 1, id: 'voucher', text: '002' },
    ])
  })
})

describe('sums', () => {
  it('adds up an account and says by how much the stated balance is wrong', () => {
    const table = account(line('2026-11-01', '光伏', '+30'), line('2026-11-02', '路灯', '10.50'))
    expect(proofOf(table)?.lines.map(({ text }) => text)).toEqual(['100.00', '30.00', '10.50', '119.50'])
    expect(proofOf(table)?.verdict).toBeNull()
    expect(proofOf({ ...table, closingFen: '119.50' })?.verdict?.agrees).toBe(true)
    expect(proofOf({ ...table, closingFen: '120' })?.verdict).toEqual({
      agrees: false,
      text: '期末余额差 0.50 元',
    })
    expect(Object.fromEntries(columnTotals(table))).toEqual({ income: '30.00', expense: '10.50' })
  })

  it('agrees exactly when the content that is sent adds up', () => {
    const amount = fc.integer({ min: 1, max: 9_999_999 }).map(fen => (fen / 100).toFixed(2))
    const lines = fc.array(fc.tuple(amount, fc.boolean()), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(lines, fc.integer({ min: -1, max: 1 }), (all, off) => {
        const rows = all.map(([text, isIncome]) =>
          line('2026-11-02', '电费', `${isIncome ? '+' : ''}${text}`),
        )
        const closing = proofOf(account(...rows))!.lines[3]!.text
        const stated = (Number(closing.replace(/,/g, '')) + off).toFixed(2)
        const table = { ...account(...rows), closingFen: stated }
        const { content } = toContent({ title: 't', period: '2026-11', regards: '', nothing: false, nothingNote: '', blocks: [table] }) // prettier-ignore
        const [block] = content.blocks
        const sum = block?.type === 'money' ? block.lines.reduce((fen, one) => fen + (one.direction === 'income' ? one.amountFen : -one.amountFen), block.openingFen) : Number.NaN // prettier-ignore
        expect(proofOf(table)?.verdict?.agrees).toBe(block?.type === 'money' && block.closingFen === sum)
      }),
    )
  })

  it('compares the people of a list too', () => {
    const table = { ...listOf(['王*', '5'], ['李*', '6']), totalFen: '11', totalPersons: '3' }
    expect(proofOf(table)?.verdict).toEqual({ agrees: false, text: '合计人数写的是 3，各行加起来是 2' })
    expect(proofOf({ ...table, totalPersons: '2' })?.verdict?.agrees).toBe(true)
  })
})
