import { Button } from '../../../components/controls/Button'
import { TextField } from '../../../components/form/TextField'
import { Box } from '../../../elements/dom'
import { faultAt } from '../draft/faults'
import { parseYuan } from '@shared/figures/parse'
import { yuan } from '@shared/common/money'
import { emptyLine } from '../draft/toDraft'
import type { DraftOf } from '../draft/types'
import { Lines } from './lines/Lines'
import { removeAt, replaceAt } from './lists'
import { MoneyLineForm } from './lines/MoneyLineForm'
import { GridEditor } from '../grid/GridEditor'
import type { TablePartProps } from './types'

type Money = DraftOf<'money'>

interface Props extends TablePartProps<Money> {
  orgCode: string
}

/** Computes the closing balance from the lines, in fen. */
function computedClosing({ openingFen, lines }: Money): number {
  return lines.reduce(
    (sum, line) => {
      const fen = parseYuan(line.amountFen) ?? 0
      return line.direction === 'income' ? sum + fen : sum - fen
    },
    parseYuan(openingFen) ?? 0,
  )
}

/** Edits a money statement 收支明细; offers the computed closing balance, which the author has to confirm. */
export function MoneyForm({ at, value, onChange, faults, marks, orgCode, grid }: Props) {
  const computed = yuan(computedClosing(value))
  const mark = marks.get(`${at}.closingFen`)
  const change = (part: Partial<Money>) => onChange({ ...value, ...part })
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
          faults={faults}
          addLabel="加一笔收支"
          onAdd={() => change({ lines: [...value.lines, emptyLine()] })}
          line={index => (
            <MoneyLineForm
              key={index}
              at={`${at}.lines.${index}`}
              number={index + 1}
              orgCode={orgCode}
              value={value.lines[index]!}
              faults={faults}
              marks={marks}
              onChange={next => change({ lines: replaceAt(value.lines, index, next) })}
              onRemove={() => change({ lines: removeAt(value.lines, index) })}
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
