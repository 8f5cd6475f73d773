import { xlsxOf } from '../files'
import { tableOf } from '../sheetOf'
import { ALL, styled } from './made'

/** A workbook of so many items in the national layout, with its merged cells. */
export function largeBook(rows: number): Promise<Buffer> {
  const facts = Array.from({ length: rows }, (_, index) => ({
    ...(ALL[index % ALL.length] as (typeof ALL)[number]),
    no: String(index + 1),
  }))
  return xlsxOf({ 目录: tableOf(facts, styled({ merge: ['path', 'deadline', 'subjects'] })) })
}
