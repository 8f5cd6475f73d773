import type { TableImport } from '@shared/contract/disclosure/tableImport'

const columnsText = (columns: TableImport['personal']) =>
  columns.map(({ letter, header }) => `“${header}”（${letter} 列）`).join('、')

/** Says what was read of a table and what was left out. */
export function sentencesOf({
  rows,
  faults,
  moreFaults,
  mended,
  personal,
  unknown,
  notes,
}: TableImport): string[] {
  const wrong = faults.length + moreFaults
  return [
    `${mended ? '改好' : '导入'} ${rows.length} 行，${wrong > 0 ? `有 ${wrong} 格要改` : '每一格都看得懂'}。`,
    ...(personal.length > 0 ? [`${columnsText(personal)}是个人信息，没有导入。`] : []),
    ...(unknown.length > 0 ? [`${columnsText(unknown)}不是公示要的列，没有导入。`] : []),
    ...notes,
  ]
}
