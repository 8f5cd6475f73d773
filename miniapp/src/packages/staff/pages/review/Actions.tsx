import { useRef, useState } from 'react'
import { ApiError } from '@shared/client'
import type { NoticeAbility, WorkNoticePage } from '@shared/schemas/work'
import { client, newIdempotencyKey } from '../../../../api/client'
import { Button } from '../../../../components/Button'
import { Link } from '../../../../components/Link'
import { Section } from '../../../../components/Section'
import { Box, Txt } from '../../../../elements/dom'
import { routes } from '../../../../routes'
import { SignOffForm } from './SignOffForm'

interface Props {
  page: WorkNoticePage
  onChanged: () => void
}

type Step = (key: { idempotencyKey: string }) => Promise<unknown>

/** The steps that the server offers to this person now; none is offered by a rule of the client. */
export function Actions({ page, onChanged }: Props) {
  const { notice, work } = page
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<string[]>([])
  const key = useRef<string | null>(null)
  const may = (ability: NoticeAbility) => work.abilities.includes(ability)
  const seen = { version: notice.version }

  const take = async (step: Step) => {
    setBusy(true)
    setProblems([])
    key.current ??= newIdempotencyKey()
    try {
      await step({ idempotencyKey: key.current })
      key.current = null
      onChanged()
    } catch (error) {
      const known = error instanceof ApiError ? error : null
      setProblems([
        known?.message ?? '没有成功，请再试一次。',
        ...(known?.details ?? []).map(issue => issue.message),
      ])
      if (known && !known.offline) key.current = null
      if (known?.status === 409) onChanged()
    }
    setBusy(false)
  }

  if (work.abilities.length === 0 && problems.length === 0) return null
  return (
    <Section title="下一步">
      <Box live="assertive">
        {problems.map(problem => (
          <Txt key={problem} className="field__fault">{`× ${problem}`}</Txt>
        ))}
      </Box>
      <Box className="buttons">
        {may('submit') && (
          <Button
            label="提交监督审核"
            disabled={busy}
            onPress={() => void take(made => client.submitNotice(notice.id, seen, made))}
          />
        )}
        {may('publish') && (
          <Button
            label="公开"
            disabled={busy}
            onPress={() => void take(made => client.publishNotice(notice.id, seen, made))}
          />
        )}
        {may('edit') && (
          <Link className="button button--plain" label="修改" url={routes.edit({ id: notice.id })} />
        )}
      </Box>
      {may('sign-off') && (
        <SignOffForm
          busy={busy}
          onSign={opinion =>
            void take(made => client.signOffNotice(notice.id, { ...seen, ...opinion }, made))
          }
        />
      )}
    </Section>
  )
}
