import { dateLabel } from '@shared/common/period'
import type { SplitAlarms } from '@shared/contract/power/splitAlarm'
import { assumedNote } from '@shared/texts/holidays'
import type { ReactNode } from 'react'
import { Link } from '../../../components/controls/Link'
import { Box, Txt } from '../../../elements/dom'
import { routes } from '../../../routes'

type Line<K extends 'late' | 'meetings' | 'stops' | 'remarks' | 'villages'> = SplitAlarms[K][number]

interface RowProps {
  title: string
  metas: readonly string[]
  /** Sign at the end, read aloud with the row. */
  sign?: string
  /** Id of the case. */
  id?: string
  children?: ReactNode
}

function Row({ title, metas, sign, id, children }: RowProps) {
  const inner = (
    <>
      <Txt className="row__main">
        {/* Invisible spaces separate the lines for screen readers. */}
        <Txt className="row__title">{`${title} `}</Txt>
        {metas.filter(Boolean).map(meta => (
          <Txt key={meta} className="row__meta">
            {`${meta} `}
          </Txt>
        ))}
      </Txt>
      {children}
    </>
  )
  if (!id) return <Box className="row">{inner}</Box>
  const label = [title, ...metas, sign].filter(Boolean).join('，')
  return (
    <Link className="row" label={label} url={routes.workCase(id)}>
      {inner}
    </Link>
  )
}

export function LateRow({ line }: { line: Line<'late'> }) {
  const { id, orgName, itemName, about, stepName, claimedBy, clock } = line
  const sign = `! ${clock.words}${assumedNote(clock.assumedYears)}`
  const who = claimedBy === null ? '还没有人领办' : `${claimedBy}在办`
  return (
    <Row id={id} title={about} sign={sign} metas={[`${orgName} · ${itemName}`, `${stepName}，${who}`]}>
      <Txt className={`state state--${clock.light === 'red' ? 'late' : 'warn'}`}>{sign}</Txt>
    </Row>
  )
}

export function VillageRow({ village: { name, counts, late } }: { village: Line<'villages'> }) {
  const told = counts.filter(({ n }) => n > 0).map(({ label, n }) => `${label} ${n} 件`)
  return (
    <Row title={name} metas={[told.length > 0 ? told.join('，') : '没有办件']}>
      {late > 0 && <Txt className="state state--late">{`! 超期 ${late} 件`}</Txt>}
    </Row>
  )
}

export function MeetingRow({ line }: { line: Line<'meetings'> }) {
  const { id, orgName, itemName, about, stepName, on, count, result, papers } = line
  const metas = [
    `${orgName} · ${itemName}`,
    `${dateLabel(on)}${stepName}：${result}`,
    count,
    papers.length > 0 ? `记录：${papers.join('、')}` : '',
  ]
  return <Row id={id} title={about} metas={metas} />
}

export function StopRow({ line }: { line: Line<'stops'> }) {
  const { id, orgName, itemName, about, from, to, reason } = line
  const sign = to === null ? '! 还停着' : `✓ ${dateLabel(to)}解除`
  const metas = [`${orgName} · ${itemName}`, `${dateLabel(from)}叫停：${reason}`]
  return (
    <Row id={id} title={about} sign={sign} metas={metas}>
      <Txt className={`state state--${to === null ? 'warn' : 'ok'}`}>{sign}</Txt>
    </Row>
  )
}

export function RemarkRow({ line }: { line: Line<'remarks'> }) {
  const { id, orgName, itemName, about, on, stepName, text } = line
  const metas = [`${orgName} · ${itemName}`, `${dateLabel(on)}在“${stepName}”：${text}`]
  return <Row id={id} title={about} metas={metas} />
}
