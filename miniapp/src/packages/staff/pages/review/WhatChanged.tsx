import { useState } from 'react'
import type { ContentComparison, WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { Button } from '../../../../components/controls/Button'
import { Section } from '../../../../components/page/Section'
import { Box, Txt } from '../../../../elements/dom'
import { fullDate } from '../../../../format/date'

const SHOWN = 20

type Change = ContentComparison['changes'][number]

const WITHHELD = '（撤回的内容不再显示）'

/** Names the earlier content: 第 1 版, 上次送审. */
const nameOf = ({ against, edition, at }: ContentComparison): string =>
  against === 'edition' ? `第 ${edition} 版（${fullDate(at)}公开）` : `上次送审的（${fullDate(at)}）`

/** Describes a change, old → new. */
function changeText({ before, after }: Change, withheld: boolean): string {
  const was = before ?? (withheld ? WITHHELD : null)
  if (was === null) return `新加：${after ?? ''}`
  return after === null ? `去掉：${was}` : `${was} → ${after}`
}

function Compared({ comparison }: { comparison: ContentComparison }) {
  const [all, setAll] = useState(false)
  const { total, changes, withheld } = comparison
  const shown = all ? changes : changes.slice(0, SHOWN)
  const more = total - shown.length
  if (total === 0) {
    return <Box as="p" className="state">{`! 和${nameOf(comparison)}没有不同。`}</Box>
  }
  return (
    <>
      <Box as="p" className="small">{`和${nameOf(comparison)}比，有 ${total} 处不同：`}</Box>
      {shown.map((change, index) => (
        <Box key={index} className="fact">
          <Txt className="fact__label">{`${change.place} ${change.label}`.trim()}</Txt>
          <Txt className="fact__value">{changeText(change, withheld)}</Txt>
        </Box>
      ))}
      {!all && more > 0 && (
        <Button look="plain" label={`还有 ${more} 处，接着看`} onPress={() => setAll(true)} />
      )}
      {all && more > 0 && <Txt className="small">{`还有 ${more} 处没有列出，请对着原来的一版看。`}</Txt>}
    </>
  )
}

/** Shows what changed since the edition before and since the last submission 这次改了什么. */
export function WhatChanged({ comparisons }: Pick<WorkNoticePage, 'comparisons'>) {
  if (comparisons.length === 0) return null
  return (
    <Section title="这次改了什么">
      {comparisons.map(comparison => (
        <Compared key={comparison.against} comparison={comparison} />
      ))}
    </Section>
  )
}
