import type { MaskPreview } from '@shared/contract/disclosure/privacy'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { api } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { Link } from '../../../../components/controls/Link'
import { Problems } from '../../../../components/page/Problems'
import { Section } from '../../../../components/page/Section'
import { Box, Heading } from '../../../../elements/dom'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useAction } from '../../../../hooks/useAction'
import { replace, routes } from '../../../../routes'
import { FindingCard } from './PrivacyFindingCard'
import { SideBySide } from '../../privacy/SideBySide'
import { useReleases } from './useReleases'

interface Props {
  page: WorkNoticePage
  preview: MaskPreview
  ask: (page: WorkNoticePage, releases: WorkNoticePage['notice']['releases']) => Promise<MaskPreview>
  onChanged: () => void
}

export function Check({ page, preview, ask, onChanged }: Props) {
  const { id, version, releases: given } = page.notice
  const { abilities } = page.work
  const { releases, releaseOf, add, remove } = useReleases(given)
  const { busy, problems, run } = useAction(onChanged)
  const { findings } = preview
  const open = findings.filter(finding => !releaseOf(finding))
  const kept = releases.filter(({ field, code }) =>
    findings.some(finding => finding.field === field && finding.code === code),
  )
  const asked = useResource<MaskPreview>(
    kept.length > 0 ? `privacy-after:${id}:${version}:${JSON.stringify(kept)}` : null,
    () => ask(page, kept),
    IN_WORK,
  )
  const shown = asked.data ?? preview

  const maskAll = async () => {
    const stored = await run(async key => {
      const { masked } = await ask(page, kept)
      await api('PUT /notices/:id', { params: { id }, body: { version, content: masked } }, key)
    })
    if (stored) onChanged()
  }
  const pass = async () => {
    if (
      await run(key =>
        api('POST /notices/:id/check', { params: { id }, body: { version, releases: kept } }, key),
      )
    ) {
      replace(routes.review(id))
    }
  }

  return (
    <>
      <Box as="header" className="board">
        <Heading level={1} className="title">
          隐私检查
        </Heading>
        <Box as="p" className="small">{`${page.work.title} · ${page.work.stateLabel}`}</Box>
        <Box as="p" className="lead" live="polite">
          {sentenceOf(findings.length, open.length)}
        </Box>
        {preview.namesByRules && (
          <Box as="p" className="small">
            姓名只按规则查过，可能有漏的，请自己再看一遍。
          </Box>
        )}
      </Box>
      {findings.length > 0 && (
        <Section title={`查到的（${findings.length} 处）`}>
          <Box className="pair">
            {findings.map((finding, index) => (
              <FindingCard
                key={`${finding.field}${finding.code}${index}`}
                finding={finding}
                release={releaseOf(finding)}
                onRelease={reason => add(finding, reason)}
                onMask={() => remove(finding)}
              />
            ))}
          </Box>
        </Section>
      )}
      <Section title="下一步">
        <Problems problems={[...problems, ...shown.issues.map(({ message }) => message)]} />
        <Box className="buttons">
          {open.length > 0 && abilities.includes('edit') && (
            <Button label="全部按规定遮好" disabled={busy} onPress={() => void maskAll()} />
          )}
          {open.length === 0 && abilities.includes('check') && (
            <Button label="检查通过" disabled={busy} onPress={() => void pass()} />
          )}
          {abilities.includes('edit') && (
            <Link className="button button--plain" label="回去改" url={routes.edit({ id })} />
          )}
          <Link className="button button--plain" label="看这条公示" url={routes.review(id)} />
        </Box>
      </Section>
      <SideBySide before={preview.before} after={shown.after} staffOf={page.notice.orgCode} />
    </>
  )
}

function sentenceOf(found: number, open: number): string {
  if (found === 0) return '✓ 没有要遮的了：没有查到个人信息。'
  if (open === 0) return `✓ 没有要遮的了：查到的 ${found} 处都写明了理由。`
  return `! 查到 ${found} 处像个人信息，还有 ${open} 处没有办：按规定遮好，或写明为什么不是个人信息。`
}
