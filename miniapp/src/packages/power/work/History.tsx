import { pathTo } from '@shared/client'
import { yuanText } from '@shared/common/money'
import { quoted } from '@shared/power/words'
import { dateLabel } from '@shared/common/period'
import type { WorkCasePage } from '@shared/contract/power/case'
import { assumedNote } from '@shared/texts/holidays'
import { Button } from '../../../components/controls/Button'
import { Link } from '../../../components/controls/Link'
import { Problems } from '../../../components/page/Problems'
import { Section } from '../../../components/page/Section'
import { Box, Txt } from '../../../elements/dom'
import { fullDate } from '../../../format/date'
import { useDownload } from '../../../hooks/useDownload'
import { routes } from '../../../routes'

/** Shows the disclosures 要公开的 required by completed steps, each with its draft. */
export function Obligations({ org, obligations }: { org: string } & Pick<WorkCasePage, 'obligations'>) {
  if (obligations.length === 0) return null
  return (
    <Section title="要公开的">
      {obligations.map(({ stepName, what, dueOn, assumedYears, noticeId, todo }, at) => (
        <Box key={`${stepName}${at}`} className="aim">
          <Txt className="row__title">{`${stepName}：${what}`}</Txt>
          {dueOn && (
            <Txt className="row__meta">{`最迟${dateLabel(dueOn)}公开${assumedNote(assumedYears)}`}</Txt>
          )}
          {noticeId && (
            <Link
              className="button button--plain"
              label={`看${quoted(stepName)}的公示`}
              url={routes.review(noticeId)}
            />
          )}
          {todo && <Todo org={org} stepName={stepName} todo={todo} />}
        </Box>
      ))}
    </Section>
  )
}

type Todo = NonNullable<WorkCasePage['obligations'][number]['todo']>

/** Says why a disclosure has no draft, and leads to where it is done by hand. */
function Todo({ org, stepName, todo: { why, next } }: { org: string; stepName: string; todo: Todo }) {
  return (
    <>
      <Txt className="state">! 还没有公示</Txt>
      {why.map(line => (
        <Txt key={line} className="row__text">
          {line}
        </Txt>
      ))}
      {next?.kind === 'adopt' && (
        <Link
          className="button button--plain"
          label="去村公开目录采用"
          url={routes.villageCatalogue(org, 'missing')}
        />
      )}
      {next?.kind === 'write' && (
        <Link
          className="button button--plain"
          label={`写${quoted(stepName)}的公示`}
          url={routes.edit({ org, item: next.itemId, period: next.period })}
        />
      )}
    </>
  )
}

const ballotWords = ({ eligible, present, agree, against, abstain }: NonNullable<Step['ballots']>): string =>
  `应到${eligible}人，实到${present}人，同意${agree}票，反对${against}票，弃权${abstain}票`

type Step = WorkCasePage['steps'][number]

export function DoneSteps({ id, steps }: Pick<WorkCasePage, 'id' | 'steps'>) {
  const { problems, fetch } = useDownload()
  if (steps.length === 0) return null
  return (
    <Section title="办完的环节">
      {steps.map(({ step, name, on, by, result, ballots, papers, files, amountFen, undone }, at) => (
        <Box key={`${step}${at}`} className="aim">
          <Txt className="row__title">{result ? `${name}：${result}` : name}</Txt>
          <Txt className="row__meta">{`${by} · ${dateLabel(on)}`}</Txt>
          {ballots && <Txt className="row__text">{ballotWords(ballots)}</Txt>}
          {amountFen !== null && <Txt className="row__meta">{`当时金额${yuanText(amountFen)}`}</Txt>}
          {papers.length > 0 && <Txt className="row__meta">{`材料：${papers.join('、')}`}</Txt>}
          {files.map(({ paper, name, sha256 }) => (
            <Button
              key={sha256}
              look="plain"
              label={`看凭证：${paper}（${name}）`}
              onPress={() =>
                void fetch(pathTo('GET /cases/:id/files/:sha256', { params: { id, sha256 } }), name)
              }
            />
          ))}
          {undone && <Txt className="state">{`! ${undone}`}</Txt>}
        </Box>
      ))}
      <Problems problems={problems} />
    </Section>
  )
}

/** Shows the history 经过, oldest first. */
export function Events({ events }: Pick<WorkCasePage, 'events'>) {
  return (
    <Section title="经过">
      {events.map(({ label, stepName, by, reason, at }, nth) => (
        <Box key={`${at}${nth}`} className="aim">
          <Txt className="row__text">{`${label}${stepName && quoted(stepName)}`}</Txt>
          {reason && <Txt className="row__text">{`原因：${reason}`}</Txt>}
          <Txt className="row__meta">{`${by} · ${fullDate(at)}`}</Txt>
        </Box>
      ))}
    </Section>
  )
}
