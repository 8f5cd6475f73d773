import { dateLabel } from '@shared/domain/period'
import type { PowerDesk } from '@shared/schemas/powerDesk'
import type { ReactNode } from 'react'
import { Box, Txt } from '../../../elements/dom'

type Line<K extends 'late' | 'meetings' | 'stops' | 'villages'> = PowerDesk[K][number]

function Row({ title, metas, children }: { title: string; metas: readonly string[]; children?: ReactNode }) {
  return (
    <Box className="row">
      <Box className="row__main">
        <Txt className="row__title">{title}</Txt>
        {metas.filter(Boolean).map(meta => (
          <Txt key={meta} className="row__meta">
            {meta}
          </Txt>
        ))}
      </Box>
      {children}
    </Box>
  )
}

export function LateRow({ line }: { line: Line<'late'> }) {
  const { orgName, itemName, about, stepName, claimedBy, clock } = line
  const who = claimedBy === null ? '还没有人领办' : `${claimedBy}在办`
  return (
    <Row title={about} metas={[`${orgName} · ${itemName}`, `${stepName}，${who}`]}>
      <Txt className={`state state--${clock.light === 'red' ? 'late' : 'warn'}`}>{`! ${clock.words}`}</Txt>
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
  const { orgName, itemName, about, stepName, on, count, result, papers } = line
  const metas = [
    `${orgName} · ${itemName}`,
    `${dateLabel(on)}${stepName}：${result}`,
    count,
    papers.length > 0 ? `记录：${papers.join('、')}` : '',
  ]
  return <Row title={about} metas={metas} />
}

export function StopRow({ line }: { line: Line<'stops'> }) {
  const { orgName, itemName, about, from, to, reason } = line
  const metas = [`${orgName} · ${itemName}`, `${dateLabel(from)}叫停：${reason}`]
  return (
    <Row title={about} metas={metas}>
      <Txt className={`state state--${to === null ? 'warn' : 'ok'}`}>
        {to === null ? '! 还停着' : `✓ ${dateLabel(to)}解除`}
      </Txt>
    </Row>
  )
}
