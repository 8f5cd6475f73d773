import { Button } from '../../../components/controls/Button'
import { TextField } from '../../../components/form/TextField'
import { Box } from '../../../elements/dom'
import { faultAt } from '../draft/faults'
import { parseYuan } from '@shared/figures/parse'
import { yuan } from '@shared/common/money'
import { emptyLine } from '../draft/toDraft'
import type { DraftOf, LineDraft } from '../draft/types'
import { Lines } from './lines/Lines'
import { perRow } from './lists'
import { MONEY_LINE_FIELDS, MoneyLineForm } from './lines/MoneyLineForm'
import { GridEditor } from '../grid/GridEditor'
import type { TablePartProps } from './types'

type Money = DraftOf<'money'>

interface Props extends TablePartProps<Money> {
  orgCode: string
}

/** What a line adds to the balance, in fen. */
const changeFen = perRow(({ amountFen, direction }: LineDraft) => {
  const fen = parseYuan(amountFen) ?? 0
  return direction === 'income' ? fen : -fen
})

/** Computes the closing balance from the lines, in fen. */
const computedClosing = ({ openingFen, lines }: Money): number =>
  lines.reduce((sum, line) => sum + changeFen(line), parseYuan(openingFen) ?? 0)

/** Edits a money statement 收支明细; offers the computed closing balance, which the author has to confirm. */
export function MoneyForm({ at, value, onChange, faults, marks, sought, orgCode, grid }: Props) {
  const computed = yuan(computedClosing(value))
  const mark = marks.get(`${at}.closingFen`)
  const change = (part: Partial<Money>) => onChange(before => ({ ...before, ...part }))
  return (
    <>
      <TextField
        id={`${at}.openingFen`}
        label="期初余额（元）"
        kind="decimal"
        value={value.openingFen}
        fault={faultAt(faults, `${at}.openingFen`)}
        onChange={openingFen => change({ openingFen })}
      />
      {grid ? (
        <GridEditor {...grid} />
      ) : (
        <Lines
          at={`${at}.lines`}
          count={value.lines.length}
          fields={MONEY_LINE_FIELDS}
          faults={faults}
          sought={sought}
          addLabel="加一笔收支"
          onAdd={() => onChange(before => ({ ...before, lines: [...before.lines, emptyLine()] }))}
          line={index => (
            <MoneyLineForm
              key={index}
              at={at}
              index={index}
              line={value.lines[index]!}
              orgCode={orgCode}
              faults={faults}
              marks={marks}
              onChange={onChange}
            />
          )}
        />
      )}
      <TextField
        id={`${at}.closingFen`}
        label="期末余额（元）"
        kind="decimal"
        value={value.closingFen}
        help={[`按明细算是 ${computed} 元`, ...(mark ? [mark] : [])].join('；')}
        fault={faultAt(faults, `${at}.closingFen`)}
        onChange={closingFen => change({ closingFen })}
      />
      <Box className="buttons">
        <Button look="plain" label={`填入 ${computed}`} onPress={() => change({ closingFen: computed })} />
      </Box>
    </>
  )
}
