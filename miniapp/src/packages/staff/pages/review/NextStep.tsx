import type { NoticeAbility } from '@shared/contract/disclosure/noticeWorkflow'
import { api } from '../../../../api/client'
import { flatMap } from '@shared/common/lists'
import { Button } from '../../../../components/controls/Button'
import { ConfirmButton } from '../../../../components/controls/ConfirmButton'
import { Problems } from '../../../../components/page/Problems'
import { Link } from '../../../../components/controls/Link'
import { Box } from '../../../../elements/dom'
import { useMessageConsent } from '../../../../hooks/useMessageConsent'
import { routes } from '../../../../routes'
import { audienceWords } from '../../steps/audience'
import { ArchiveStep } from '../../steps/ArchiveStep'
import { MeetStep } from '../../steps/MeetStep'
import { SignOffStep } from '../../steps/SignOffStep'
import { type StepProps, seenOf } from '../../steps/types'

interface Props extends StepProps {
  may: (ability: NoticeAbility) => boolean
  problemsOf: (ability: NoticeAbility) => readonly string[]
}

/** Steps whose whole form is one button. */
const PRESSED: readonly NoticeAbility[] = ['submit', 'publish', 'confirm', 'unschedule']

/** Shows the next step: a button, or a form if input is needed. */
export function NextStep({ may, problemsOf, ...step }: Props) {
  const { page, busy, take } = step
  const { id } = page.notice
  const seen = seenOf(page)
  const askConsent = useMessageConsent('work')
  return (
    <>
      {may('sign-off') && <SignOffStep {...step} />}
      <Problems problems={problemsOf('sign-off')} />
      {may('meet') && <MeetStep {...step} />}
      <Problems problems={problemsOf('meet')} />
      {may('archive') && <ArchiveStep {...step} />}
      <Problems problems={problemsOf('archive')} />
      {may('confirm') && (
        <Box as="p" className="lead">
          公示期已满，没有没办完的异议，由负责人确认后归档。
        </Box>
      )}
      <Box className="buttons">
        {may('submit') && (
          <Button
            label="提交监督审核"
            disabled={busy}
            onPress={() => {
              void askConsent()
              take('submit', key => api('POST /notices/:id/submit', { params: { id }, body: seen }, key))
            }}
          />
        )}
        {may('publish') && (
          <ConfirmButton
            label="公开"
            words={audienceWords(page)}
            confirm="确定公开"
            keep="先不公开"
            disabled={busy}
            onConfirm={() =>
              take('publish', key => api('POST /notices/:id/publish', { params: { id }, body: seen }, key))
            }
          />
        )}
        {may('confirm') && (
          <Button
            label="负责人确认"
            disabled={busy}
            onPress={() =>
              take('confirm', key => api('POST /notices/:id/confirm', { params: { id }, body: seen }, key))
            }
          />
        )}
        {may('unschedule') && (
          <Button
            look="plain"
            label="取消定时"
            disabled={busy}
            onPress={() =>
              take('unschedule', key =>
                api('POST /notices/:id/unschedule', { params: { id }, body: seen }, key),
              )
            }
          />
        )}
        {may('confirm') && (
          <Link
            className="button button--plain"
            label="看有没有异议"
            url={routes.objectionWork(page.work.orgCode)}
          />
        )}
        {may('check') && <Link className="button button--plain" label="隐私检查" url={routes.privacy(id)} />}
        {may('edit') && <Link className="button button--plain" label="修改" url={routes.edit({ id })} />}
      </Box>
      <Problems problems={flatMap(PRESSED, problemsOf)} />
    </>
  )
}
