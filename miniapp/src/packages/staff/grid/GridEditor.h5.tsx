import { Fragment, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { flatMap } from '@shared/common/lists'
import { periodLabel } from '@shared/common/period'
import { Button } from '../../../components/controls/Button'
import { Problems } from '../../../components/page/Problems'
import { VouchersForm } from '../form/VouchersForm'
import { CellField } from './CellField.h5'
import { GridRow, textsOf } from './GridRow.h5'
import { Fixes, GridChanges, GridChecks, GridProof, PasteReport } from './GridSide.h5'
import './grid.scss'
import type { Check } from './pure/checks'
import { fixedNames, kindOf, rowsOf } from './pure/columns'
import { shortWords } from './pure/compare'
import { rangeOf, selectionAt } from './pure/moves'
import { columnTotals, proofOf } from './pure/sums'
import type { GridProps } from './types'
import { type GridState, useGrid } from './useGrid.h5'
import { useGridPaste } from './useGridPaste.h5'

/** More rows at once make a computer slow. */
const PAGE = 100

/** Edits a table of a notice on a wide screen 表格编辑: as in a spreadsheet, by keys and by paste. */
export function GridEditor(props: GridProps) {
  const grid = useGrid(props)
  const paste = useGridPaste(props, grid.table)
  const [pictures, setPictures] = useState<number | null>(null)
  const proof = proofOf(grid.table.block)
  const show = ({ row, id }: Check) => {
    grid.enterGrid()
    grid.select(
      selectionAt({
        row,
        column: Math.max(
          0,
          grid.columns.findIndex(column => column.id === id),
        ),
      }),
    )
  }
  const { row } = grid.selection.at
  return (
    <div className="desk-split">
      <div className="desk-split__main" onBlur={grid.leave}>
        <PasteReport
          said={paste.said}
          canUndo={grid.table.canUndo}
          onUndo={() => {
            grid.table.step('undo')
            paste.quiet()
          }}
          onClose={paste.quiet}
        />
        <Problems problems={paste.problems} />
        {paste.busy && <p className="small">正在读粘贴的表…</p>}
        <Cells
          grid={grid}
          props={props}
          onPaste={text => paste.paste(text, row, grid.selection.at.column)}
          onPictures={setPictures}
        />
        <GridFoot grid={grid} onPictures={() => setPictures(row)} />
        <Pictures grid={grid} props={props} row={pictures} onClose={() => setPictures(null)} />
      </div>
      <aside className="desk-split__side" aria-label="检查和比较">
        <GridChecks checks={grid.checks} columns={grid.columns} onFix={grid.fix} onShow={show} />
        {proof && <GridProof proof={proof} />}
        {grid.last && props.last && (
          <GridChanges changes={grid.changes} label={periodLabel(props.last.period)} />
        )}
      </aside>
    </div>
  )
}

interface CellsProps {
  grid: GridState
  props: GridProps
  onPaste: (text: string) => boolean
  onPictures: (row: number) => void
}

function Cells({ grid, props, onPaste, onPictures }: CellsProps) {
  const { table, columns, selection, checks } = grid
  const { block } = table
  const about = useId()
  const totals = useMemo(() => columnTotals(block), [block])
  const count = grid.size().rows
  const first = Math.floor(selection.at.row / PAGE) * PAGE
  const shown = Array.from({ length: Math.min(PAGE, count - first) }, (_, index) => first + index)
  const latest = useRef(grid)
  useEffect(() => {
    latest.current = grid
  })
  const press = useCallback((row: number, column: number, isFurther: boolean) => {
    const { selection: old, select, enterGrid } = latest.current
    enterGrid()
    select(isFurther ? { ...old, to: { row, column } } : selectionAt({ row, column }))
  }, [])
  const wide = columns.length + 1 + (grid.last ? 1 : 0) + (block.type === 'money' ? 1 : 0)
  return (
    <>
      <div className="cells">
        <table
          className="cells__table"
          role="grid"
          aria-label={block.label}
          aria-rowcount={count + 1}
          aria-multiselectable
        >
          <thead>
            <tr>
              <th scope="col" className="cells__head cells__head--number">
                行
              </th>
              {columns.map(column => (
                <th
                  key={column.id}
                  scope="col"
                  className={`cells__head${column.summed ? ' cells__head--figure' : ''}`}
                  style={{ minWidth: `${column.width * 0.6}em` }}
                >
                  {column.label}
                </th>
              ))}
              {grid.last && (
                <th scope="col" className="cells__head cells__head--figure">
                  和上期比
                </th>
              )}
              {block.type === 'money' && (
                <th scope="col" className="cells__head">
                  凭证图片
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map(row => (
              <Fragment key={row}>
                <RowOf
                  row={row}
                  grid={grid}
                  props={props}
                  about={about}
                  onPaste={onPaste}
                  onPress={press}
                  onPictures={onPictures}
                />
                {checks.some(check => check.row === row) && <Findings row={row} grid={grid} span={wide} />}
              </Fragment>
            ))}
          </tbody>
          {totals.size > 0 && (
            <tfoot>
              <tr>
                <th scope="row" className="cells__number">
                  合计
                </th>
                {columns.map(({ id }) => (
                  <td key={id} className="cells__cell cells__cell--figure cells__cell--total">
                    {totals.get(id) ?? ''}
                  </td>
                ))}
                {wide > columns.length + 1 && (
                  <td className="cells__cell" colSpan={wide - columns.length - 1} />
                )}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      {count > PAGE && <Turning grid={grid} first={first} count={count} />}
      <p id={about} className="cells__about">
        {aboutCell(grid)}
      </p>
    </>
  )
}

interface RowOfProps extends Omit<CellsProps, 'onPictures'> {
  row: number
  about: string
  onPress: (row: number, column: number, isFurther: boolean) => void
  onPictures: (row: number) => void
}

/** Ids of the columns of a row with a finding of a level. */
const idsOf = (checks: readonly Check[], row: number, level: Check['level']): string[] =>
  flatMap(checks, check =>
    check.row === row && check.level === level && check.id !== null ? [check.id] : [],
  )

/** Number of a line's pictures; null in tables without them. */
function picturesOf(block: GridProps['value'], row: number): number | null {
  if (block.type !== 'money') return null
  return block.lines[row]?.images?.length ?? 0
}

const changeOf = ({ last, changes }: GridState, row: number): string | null =>
  last &&
  changes
    .filter(one => one.row === row)
    .map(shortWords)
    .join(' ')

function selectedIn({ inside, selection }: GridState, row: number): [number, number] | null {
  const { top, bottom, left, right } = rangeOf(selection)
  return inside && row >= top && row <= bottom ? [left, right] : null
}

function RowOf({ row, grid, props, about, onPaste, onPress, onPictures }: RowOfProps) {
  const { table, columns, selection, checks, ghosts } = grid
  const { block } = table
  const isCurrent = selection.at.row === row
  const bad = idsOf(checks, row, 'fault')
  const current = isCurrent ? selection.at.column : -1
  const invalid = bad.includes(columns[current]?.id ?? '')
  return (
    <GridRow
      row={row}
      name={fixedNames(block)?.[row] ?? null}
      columns={columns}
      texts={textsOf(block, row, columns, props.period)}
      change={changeOf(grid, row)}
      bad={bad}
      asked={idsOf(checks, row, 'question')}
      selected={selectedIn(grid, row)}
      current={current}
      field={
        isCurrent ? (
          <CellField
            id={`${props.at}.cell`}
            grid={grid}
            period={props.period}
            onPaste={onPaste}
            describedBy={about}
            invalid={invalid}
          />
        ) : null
      }
      ghosts={isCurrent ? { handler: ghosts.handler, voucher: ghosts.voucher } : null}
      pictures={picturesOf(block, row)}
      onPress={onPress}
      onPictures={onPictures}
    />
  )
}

/** The findings of a row, beneath it. */
function Findings({ row, grid, span }: { row: number; grid: GridState; span: number }) {
  const labels = new Map(grid.columns.map(({ id, label }) => [id, label.replace('（元）', '')]))
  return (
    <tr className="cells__found">
      <td colSpan={span} className="cells__words">
        {grid.checks
          .filter(check => check.row === row)
          .map(check => {
            const label = check.id === null ? undefined : labels.get(check.id)
            return (
              <span
                key={`${check.id ?? ''} ${check.message}`}
                className={`cells__finding cells__finding--${check.level}`}
              >
                <span>{`${check.level === 'fault' ? '×' : '?'} ${label ? `${label}：` : ''}${check.message}`}</span>
                <Fixes check={check} place={`第 ${row + 1} 行`} onFix={grid.fix} />
              </span>
            )
          })}
      </td>
    </tr>
  )
}

/** What the keys do in the selected cell. */
function aboutCell({ inside, columns, selection, ghosts, table }: GridState): string {
  const column = columns[selection.at.column]
  if (!inside || !column) return `从这里写，或者把${table.block.label}从表格软件里复制过来，按 Ctrl V。`
  if (column.id === 'item' && ghosts.item) {
    return `灰字是上期的“${ghosts.item.text}”，按 Tab 收下；接着写就换成您写的。`
  }
  if (ghosts.handler || ghosts.voucher) return '灰色的经手人、凭证号是接上一行的，写好金额按 Enter 一起收下。'
  return column.kind === 'date'
    ? '只写几号就行，例如 5。'
    : `第 ${selection.at.row + 1} 行，${column.label}。`
}

function Turning({ grid, first, count }: { grid: GridState; first: number; count: number }) {
  const turn = (row: number) => grid.select(selectionAt({ row, column: 0 }))
  return (
    <div className="buttons">
      <Button look="plain" label="上一页" disabled={first === 0} onPress={() => turn(first - PAGE)} />
      <span className="small">{`第 ${first + 1} 到 ${Math.min(first + PAGE, count)} 行，一共 ${count - 1} 行`}</span>
      <Button
        look="plain"
        label="下一页"
        disabled={first + PAGE >= count}
        onPress={() => turn(first + PAGE)}
      />
    </div>
  )
}

const KEYS: readonly [keys: string, what: string][] = [
  ['Enter', '下一行'],
  ['Tab', '下一格'],
  ['↑↓←→', '走格，加 Shift 选几格'],
  ['Ctrl D', '照上一格'],
  ['Ctrl V', '粘贴表格'],
  ['Ctrl Z', '撤销'],
  ['Alt =', '上面加一行'],
  ['Alt -', '删去这一行'],
  ['Alt Enter', '照提示改'],
  ['Esc Tab', '离开表格'],
]

/** Buttons and keys below the grid. */
function GridFoot({ grid, onPictures }: { grid: GridState; onPictures: () => void }) {
  const { table, selection, acts } = grid
  const isRow = selection.at.row < rowsOf(table.block).length
  const isFixed = fixedNames(table.block) !== null
  return (
    <>
      <div className="buttons">
        <Button look="plain" label="撤销" disabled={!table.canUndo} onPress={() => table.step('undo')} />
        {!isFixed && (
          <>
            <Button look="plain" label="在上面加一行" onPress={acts.insert} />
            <Button
              look="plain"
              label={`删去第 ${selection.at.row + 1} 行`}
              disabled={!isRow}
              onPress={acts.remove}
            />
          </>
        )}
        {kindOf(table.block) === 'money' && (
          <Button
            look="plain"
            label={`第 ${selection.at.row + 1} 行的凭证图片`}
            disabled={!isRow}
            onPress={onPictures}
          />
        )}
      </div>
      <p className="cells__keys">
        {KEYS.map(([keys, what]) => (
          <span key={keys} className="cells__key">
            <kbd className="cells__cap">{keys}</kbd>
            {what}
          </span>
        ))}
      </p>
    </>
  )
}

interface PicturesProps {
  grid: GridState
  props: GridProps
  row: number | null
  onClose: () => void
}

/** The voucher pictures of one line. */
function Pictures({ grid: { table }, props: { at, orgCode }, row, onClose }: PicturesProps) {
  const { block } = table
  const line = block.type === 'money' && row !== null ? block.lines[row] : undefined
  if (block.type !== 'money' || row === null || !line) return null
  return (
    <section className="desk-box" aria-label={`第 ${row + 1} 行的凭证图片`}>
      <h3 className="desk-box__title">{`第 ${row + 1} 行 ${line.item} 的凭证图片`}</h3>
      <VouchersForm
        at={`${at}.lines.${row}`}
        number={row + 1}
        orgCode={orgCode}
        images={line.images ?? []}
        onChange={change => {
          const now = table.now()
          if (now.type !== 'money') return
          table.put({
            ...now,
            lines: now.lines.map((one, index) =>
              index === row ? { ...one, images: [...change(one.images ?? [])] } : one,
            ),
          })
        }}
      />
      <Button look="plain" label="关上" onPress={onClose} />
    </section>
  )
}
