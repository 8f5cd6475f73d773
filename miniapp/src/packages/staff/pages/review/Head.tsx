import { dateLabel } from '@shared/common/period'
import type { WorkNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { assumedNote } from '@shared/texts/holidays'
import { Button } from '../../../../components/controls/Button'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { showField } from '../../../../elements/platform'
import { STEP_WORDS, nextStep } from '@shared/content/nextStep'
import { stateWord } from '../../steps/stateWord'
import { STEPS_ID } from './Actions'

/** Shows title, state and pending act, with a link down to the reader's own step. */
export function Head({ work }: { work: WorkNotice }) {
  const { title, orgName, periodLabel, edition, due } = work
  const next = nextStep(work)
  const state = stateWord(work)
  return (
    <Box as="header" className="board">
      <Txt className={state.className}>{state.words}</Txt>
      <Heading level={1} className="title">
        {title}
      </Heading>
      <Box as="p" className="small">{`${orgName} · ${periodLabel} · 第 ${edition} 版`}</Box>
      {due && (
        <Box as="p" className={`state state--${due.late ? 'late' : 'warn'}`}>
          {`${due.late ? '× 已逾期' : '! 等着'}：${due.act}，${dateLabel(due.on)}到期${assumedNote(due.assumedYears)}`}
        </Box>
      )}
      {next && (
        <Box className="buttons">
          <Button look="plain" label={`轮到您：${STEP_WORDS[next]} ↓`} onPress={() => showField(STEPS_ID)} />
        </Box>
      )}
    </Box>
  )
}
