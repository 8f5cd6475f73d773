import type { NoticeAbility, WaitingWork } from '@shared/contract/disclosure/noticeWorkflow'
import { api } from '../../../../api/client'
import { Link } from '../../../../components/controls/Link'
import { Box, Txt } from '../../../../elements/dom'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { routes } from '../../../../routes'
import { STEP_WORDS, waitsForMe } from '@shared/content/nextStep'

interface Props {
  ability: NoticeAbility
  orgCode: string
  /** Id of the notice just processed. */
  id: string
}

/** Confirms the step 办好了 and links to the next pending notice. */
export function Done({ ability, orgCode, id }: Props) {
  const waiting = useResource<WaitingWork>(
    `waiting-after:${orgCode}:${id}:${ability}`,
    () => api('GET /orgs/:code/work/waiting', { params: { code: orgCode } }),
    IN_WORK,
  )
  const mine = (waiting.data?.items ?? []).filter(one => one.id !== id && waitsForMe(one))
  const [next] = mine
  return (
    <Box className="notice" live="polite">
      <Txt className="state state--ok">{`✓ 办好了：${STEP_WORDS[ability]}`}</Txt>
      {waiting.data && (
        <Box as="p">
          {next ? `还有 ${mine.length} 件等您办，下一件是“${next.title}”。` : '没有别的等您办了。'}
        </Box>
      )}
      <Box className="buttons">
        {next && <Link className="button" label="下一件" url={routes.review(next.id)} />}
        <Link className="button button--plain" label="回工作台" url={routes.work()} />
      </Box>
    </Box>
  )
}
