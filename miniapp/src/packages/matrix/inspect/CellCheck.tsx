import { useState } from 'react'
import type { Inspection, InspectionCell, InspectionResult } from '@shared/contract/disclosure/matrix'
import { Button } from '../../../components/controls/Button'
import { Choices } from '../../../components/controls/Choices'
import { TextField } from '../../../components/form/TextField'
import { Link } from '../../../components/controls/Link'
import { Box, Heading, Txt } from '../../../elements/dom'
import { shortDate } from '../../../format/date'
import { routes } from '../../../routes'

interface Props {
  sheet: Inspection
  cell: InspectionCell
  busy: boolean
  onRecord: (cell: InspectionCell, result: InspectionResult, note: string) => void
}

/** Shows one drawn cell: place and result. */
export function CellCheck({ sheet, cell, busy, onRecord }: Props) {
  const { index, villageName, name, area, month, stateLabel, result, resultLabel, note, by, at } = cell
  const [changing, setChanging] = useState(false)
  const asking = sheet.mayRecord && (result === null || changing)
  return (
    <Box as="article" className="entry">
      <Heading level={2} className="heading">{`第 ${index} 格：${villageName} · ${name}`}</Heading>
      <Txt className="row__meta">{`${area} · ${month} · 抽到时：${stateLabel}`}</Txt>
      {result && (
        <Txt className={`obligation__state state state--${result === 'agrees' ? 'ok' : 'warn'}`}>
          {`${result === 'agrees' ? '✓' : '!'} ${resultLabel}${note ? `：${note}` : ''}（${by}，${at ? shortDate(at) : ''}）`}
        </Txt>
      )}
      <Box className="buttons">
        <Link
          className="button button--plain"
          label={`看第 ${index} 格的情况`}
          url={routes.matrixCell(sheet.org.code, { village: cell.village, item: cell.itemKey, month })}
        />
        {sheet.mayRecord && result && (
          <Button
            look="plain"
            label={changing ? '不改了' : `改第 ${index} 格的结果`}
            onPress={() => setChanging(!changing)}
          />
        )}
      </Box>
      {asking && (
        <ResultForm
          sheet={sheet}
          cell={cell}
          busy={busy}
          onRecord={(...told) => {
            setChanging(false)
            onRecord(...told)
          }}
        />
      )}
    </Box>
  )
}

function ResultForm({ sheet, cell, busy, onRecord }: Props) {
  const [result, setResult] = useState<InspectionResult | null>(cell.result)
  const [note, setNote] = useState(cell.note ?? '')
  return (
    <Box>
      <Choices
        label={`第 ${cell.index} 格看到什么`}
        options={sheet.results.map(one => ({ value: one.result, label: one.label }))}
        value={result}
        onChange={setResult}
      />
      <TextField
        id={`note-${cell.index}`}
        label="说明（可以不写）"
        maxLength={200}
        value={note}
        onChange={setNote}
      />
      <Box className="buttons">
        <Button
          label={`记下第 ${cell.index} 格`}
          disabled={busy || result === null}
          onPress={() => result && onRecord(cell, result, note.trim())}
        />
      </Box>
    </Box>
  )
}
