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
export function Obligations({ obligations }: Pick<WorkCasePage, 'obligations'>) {
  if (obligations.length === 0) return null
  return (
    <Section title="要公开的">
      {obligations.map(({ stepName, what, dueOn, assumedYears, noticeId, linked }, at) => (
        <Box key={`${stepName}${at}`} className="aim">
          <Txt className="row__title">{`${stepName}：${what}`}</Txt>
          {dueOn && (
            <Txt className="row__meta">{`最迟${dateLabel(dueOn)}公开${assumedNote(assumedYears)}`}</Txt>
          )}
          {!linked && <Txt className="state state--warn">! 村里的目录没有对应的事项，请先加上</Txt>}
          {noticeId ? (
            <Link
              className="button button--plain"
              label={`看${quoted(stepName)}的公示`}
              url={routes.review(noticeId)}
            />
          ) : (
            linked && <Txt className="row__meta">当天已经有这一项的公示，请写在那一份里。</Txt>
          )}
        </Box>
      ))}
    </Section>
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
          {undone && <Txt className="state state--warn">{`! ${undone}`}</Txt>}
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
