import { useState } from 'react'
import type { MaskPreview } from '@shared/contract/disclosure/privacy'
import { PresentedBlocks } from '../../../components/presented/PresentedBlocks'
import { Section } from '../../../components/page/Section'
import { Tabs } from '../../../components/controls/Tabs'
import { Box, Heading } from '../../../elements/dom'

type Side = 'before' | 'after'

const SIDES = [
  { value: 'before', label: '你写的' },
  { value: 'after', label: '大家看到的' },
] as const

interface Props extends Pick<MaskPreview, 'before' | 'after'> {
  staffOf: string
}

/** Shows author's text and public view 你写的 / 大家看到的: side by side on wide screens, one at a time on phones. */
export function SideBySide({ before, after, staffOf }: Props) {
  const [side, setSide] = useState<Side>('after')
  const records = { before, after }
  return (
    <Section title="放在一起看">
      <Box className="pair__tabs">
        <Tabs label="看哪一边" options={SIDES} value={side} onChange={setSide} />
      </Box>
      <Box className="pair">
        {SIDES.map(({ value, label }) => (
          <Box key={value} className={`pair__side${value === side ? '' : ' pair__side--off'}`}>
            <Heading level={3} className="pair__head">
              {label}
            </Heading>
            <PresentedBlocks blocks={records[value].blocks} side={label} staffOf={staffOf} />
          </Box>
        ))}
      </Box>
    </Section>
  )
}
