import { useMemo, useState } from 'react'
import { type ChartRow, type FlowChart, type Progress, HERE, flowChart } from '@shared/presentation/flowChart'
import type { PowerItem } from '@shared/contract/power/item'
import { AloudBar } from '../../../components/AloudBar'
import { SwitchRow } from '../../../components/form/SwitchRow'
import { Box, Txt } from '../../../elements/dom'
import { canSpeak } from '../../../elements/speech'
import { useReadAloud } from '../../../hooks/useReadAloud'
import { Lanes } from './Lanes'

interface Props {
  item: PowerItem
  progress?: Progress | null
}

const MARKS: Partial<Record<ChartRow['state'], string>> = { here: `▶ ${HERE}`, done: '✓ 已办完' }

/** Draws the flow chart 流程图 with plain boxes; screen readers read each row as one drawing. */
export function Chart({ item, progress = null }: Props) {
  const [full, setFull] = useState(false)
  const chart = useMemo(() => flowChart(item, progress), [item, progress])
  const said = useMemo(() => chart.rows.map(({ spoken }) => ({ text: spoken, spoken })), [chart])
  const voice = useReadAloud(said)
  return (
    <>
      <SwitchRow
        label="看每一步怎么做"
        text="做什么、谁监督、公开什么、怎么表决"
        on={full}
        onChange={setFull}
      />
      {canSpeak && <AloudBar sentences={said} voice={voice} label="读流程图" />}
      <Box className="route">
        {chart.rows.map((row, at) => (
          <Box key={row.id} role="img" label={row.spoken} className="route__row">
            <Box className="route__main">
              <Node row={row} full={full} />
              {at < chart.rows.length - 1 && <Down chart={chart} at={at} />}
            </Box>
            <Lanes cells={chart.cells[at] ?? []} />
          </Box>
        ))}
      </Box>
    </>
  )
}

function Node({ row, full }: { row: ChartRow; full: boolean }) {
  const { number, name, who, limit, action, notes, ways, state } = row
  const mark = MARKS[state]
  return (
    <Box className={`route__node route__node--${state}`}>
      {mark && <Txt className="route__mark">{mark}</Txt>}
      <Txt className="route__name">{number === null ? name : `第${number}步 ${name}`}</Txt>
      {who && <Txt className="row__meta">{[who, limit].filter(Boolean).join(' · ')}</Txt>}
      {full && action && <Txt className="row__text">{action}</Txt>}
      {full && notes.map(note => <Txt key={note} className="row__meta">{`· ${note}`}</Txt>)}
      {ways.length > 1 && ways.map(way => <Txt key={way} className="route__way">{`→ ${way}`}</Txt>)}
    </Box>
  )
}

/** Draws the line down to the next row. */
function Down({ chart, at }: { chart: FlowChart; at: number }) {
  const edge = chart.edges.find(({ from, lane }) => from === at && lane === 0)
  if (!edge) return <Box className="route__gap" />
  return <Box className={`route__gap route__gap--down${edge.taken ? ' route__gap--taken' : ''}`} />
}
