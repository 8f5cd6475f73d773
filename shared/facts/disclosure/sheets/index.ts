import { REGISTERS } from './registers'
import { STATEMENTS } from './statements'
import type { SheetCode, SheetForm } from './types'

export type * from './types'

/** Every sheet, in the order in which forms and pages show them. */
export const SHEETS: readonly SheetForm[] = [...REGISTERS.forms, ...STATEMENTS.forms]

export const SHEET_CODES = SHEETS.map(({ code }) => code) as [SheetCode, ...SheetCode[]]

const BY_CODE = new Map(SHEETS.map(form => [form.code, form]))

export const sheetForm = (code: SheetCode): SheetForm => BY_CODE.get(code)!
