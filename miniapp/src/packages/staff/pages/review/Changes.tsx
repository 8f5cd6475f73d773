import { changeWords } from '@shared/content/amountChanges'
import { yuan } from '@shared/common/money'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { useState } from 'react'
import { Button } from '../../../../components/controls/Button'
import { Section } from '../../../../components/page/Section'
import { Box, Txt } from '../../../../elements/dom'

const SHOWN = 20

/** Shows the amounts that differ from last period 与上期不同的金额. */
export function Changes({ changes }: Pick<WorkNoticePage, 'changes'>) {
  const [all, setAll] = useState(false)
  if (changes.length === 0) return null
  const shown = all ? changes : changes.slice(0, SHOWN)
  return (
    <Section title={`与上期不同的金额（${changes.length} 处）`}>
      {shown.map(({ label, fen, lastFen }, index) => (
        <Box key={index} as="p">
          <Txt>{`${label}${fen === null ? '' : ` ${yuan(fen)} 元`}，`}</Txt>
          <Txt className="state">{changeWords({ fen, lastFen })}</Txt>
        </Box>
      ))}
      {shown.length < changes.length && (
        <Button
          look="plain"
          label={`还有 ${changes.length - SHOWN} 处，接着看`}
          onPress={() => setAll(true)}
        />
      )}
    </Section>
  )
}
