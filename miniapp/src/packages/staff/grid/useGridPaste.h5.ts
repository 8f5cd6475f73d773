import { recordOf } from '@shared/common/lists'
import { useState } from 'react'
import { textFile } from '../../../elements/files.h5'
import { useAction } from '../../../hooks/useAction'
import { sentencesOf } from '../draft/importWords'
import { kindOf, withCells } from './pure/columns'
import { asCsv, hasHead, headLines, pasted, readRows } from './pure/paste'
import { readTsv } from './pure/tsv'
import type { GridProps } from './types'
import type { GridTable } from './useGridTable.h5'

/** Words of 粘贴 with a head of several lines. */
const JOINED = '表头有几行，已合起来认。'

/**
 * Pastes copied cells: with a head they are read like a file, by the server; without one they go in from the selected cell
 * on.
 */
export function useGridPaste({ ask, period }: GridProps, table: GridTable) {
  const { busy, problems, run } = useAction({ unknown: '没有粘贴成，请再试一次。' })
  const [said, setSaid] = useState<readonly string[]>([])
  const readWithHead = (lines: string[][], row: number) =>
    run(async () => {
      const file = textFile('粘贴的表.csv', asCsv(lines))
      const read = await ask.read(kindOf(table.now()), file)
      const before = table.now()
      const empty = Object.entries(read.stated).filter(([field]) => isEmptyAt(before, field))
      const filled = withCells(before, readRows(read, before, row))
      table.put({ ...filled, ...recordOf(empty) })
      setSaid([...sentencesOf(read), ...(headLines(lines, before) > 1 ? [JOINED] : [])])
    })
  /** @returns false if the text is one cell, which the browser pastes by itself */
  const paste = (text: string, row: number, column: number): boolean => {
    const lines = readTsv(text)
    if (lines.length === 0) return false
    if (lines.length === 1 && lines[0]!.length === 1 && !/[\r\n]/.test(lines[0]![0]!.trim())) return false
    if (hasHead(lines, table.now())) {
      void readWithHead(lines, row)
      return true
    }
    const { changes, said: told } = pasted(lines, table.now(), { row, column, period })
    table.write(changes)
    setSaid(told)
    return true
  }
  return { busy, problems, said, paste, quiet: () => setSaid([]) }
}

const isEmptyAt = (block: object, field: string): boolean => {
  const stated: unknown = (block as Record<string, unknown>)[field]
  return typeof stated !== 'string' || stated.trim() === ''
}
