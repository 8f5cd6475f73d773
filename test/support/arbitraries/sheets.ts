import fc from 'fast-check'
import { SHEETS, type RegisterForm, type StatementForm, sheetForm } from '@shared/facts/disclosure/sheets'
import { filledRows, sumOfRow } from '@shared/content/sheet'
import type { SheetBlock, SheetRow } from '@shared/contract/disclosure/notice'

const fen = fc.integer({ min: 0, max: 10_000_000_00 })
const day = fc.constantFrom('2025-12-31', '2026-03-15', '2026-09-30', '2027-01-01')
const words = fc.constantFrom('鱼塘', '办公楼', '机动地', '自用', '某某合作社', '张*')

/** A row of a register that keeps the register's rule; `at` makes its key its own. */
const registerRow = (form: RegisterForm, at: number): fc.Arbitrary<SheetRow> =>
  fc
    .tuple(
      ...form.columns.map(({ field, kind }) => {
        const cell: fc.Arbitrary<string | number> = kind === 'yuan' || kind === 'area' ? fen : kind === 'date' ? day : words // prettier-ignore
        return cell.map(value => [field, value] as const)
      }),
    )
    .map(cells => {
      const row: SheetRow = Object.fromEntries(cells)
      row[form.key[0]!] = `${row[form.key[0]!]}${at + 1}`
      if (form.rule) row[form.rule.total] = sumOfRow(form.rule, row)
      return row
    })

const registerBlock = (form: RegisterForm): fc.Arbitrary<SheetBlock> =>
  fc
    .nat(8)
    .chain(count => fc.tuple(...Array.from({ length: count }, (_, at) => registerRow(form, at))))
    .map(rows => ({ type: 'sheet', sheet: form.code, label: form.name, rows }))

/** A statement whose lines are typed in and whose sums are computed; both sides equal. */
const statementBlock = (form: StatementForm): fc.Arbitrary<SheetBlock> => {
  const typed = form.lines.filter(({ plus }) => !plus)
  const column = fc.tuple(...typed.map(() => fen)).map(amounts => {
    const given = new Map(typed.map(({ code }, at) => [code, amounts[at]!]))
    if (form.code === 'balance-sheet') {
      const filled = filledRows(form, given)
      given.set(
        'undistributed',
        given.get('undistributed')! + filled.get('assets-total')! - filled.get('both-total')!,
      )
    }
    return filledRows(form, given)
  })
  return fc.tuple(column, column).map(([now, before]) => ({
    type: 'sheet',
    sheet: form.code,
    label: form.name,
    rows: form.lines.map(({ code }) => ({
      line: code,
      nowFen: now.get(code)!,
      beforeFen: before.get(code)!,
    })),
  }))
}

export const sheetOf = (code: SheetBlock['sheet']): fc.Arbitrary<SheetBlock> => {
  const form = sheetForm(code)
  return form.kind === 'register' ? registerBlock(form) : statementBlock(form)
}

/** Any register or statement that agrees with itself. */
export const sheet: fc.Arbitrary<SheetBlock> = fc.oneof(...SHEETS.map(({ code }) => sheetOf(code)))
