import type { DraftSummary } from '@shared/contract/catalogues/catalogueDraft'
import { EmptyState } from '../../../components/page/EmptyState'
import { Link } from '../../../components/controls/Link'
import { Section } from '../../../components/page/Section'
import { Txt } from '../../../elements/dom'
import { fullDate } from '../../../format/date'
import { routes } from '../../../routes'

/** Lists open drafts, then closed ones. */
export function DraftsOf({ drafts }: { drafts: readonly DraftSummary[] }) {
  const isLive = ({ state }: DraftSummary) => state === 'open' || state === 'submitted'
  const live = drafts.filter(isLive)
  const over = drafts.filter(draft => !isLive(draft))
  return (
    <>
      <Section title="正在核对的草稿">
        {live.length === 0 && (
          <EmptyState title="没有草稿" text="选一个文件或粘贴文字，草稿会列在这里，随时接着核对。" />
        )}
        {live.map(draft => (
          <DraftLink key={draft.id} draft={draft} />
        ))}
      </Section>
      {over.length > 0 && (
        <Section title="办完的草稿">
          {over.map(draft => (
            <DraftLink key={draft.id} draft={draft} />
          ))}
        </Section>
      )}
    </>
  )
}

function standing({ state, stateLabel, open }: DraftSummary): { look: string; text: string } {
  if (state === 'open' && open > 0) return { look: '', text: `! 还有 ${open} 格要看` }
  if (state === 'open') return { look: ' state--ok', text: '✓ 全部看过了' }
  return { look: state === 'active' ? ' state--ok' : '', text: stateLabel }
}

function DraftLink({ draft }: { draft: DraftSummary }) {
  const { id, state, source, areas, rows, createdBy, createdAt } = draft
  const { look, text } = standing(draft)
  const facts = `${areas.join('、') || '领域还没写明'} · ${rows} 行 · ${createdBy} ${fullDate(createdAt)}导入`
  const url = state === 'submitted' ? routes.draftDiff(id) : routes.draft(id)
  return (
    <Link className="row" label={`${source.file}，${facts}，${text}`} url={url}>
      <Txt className="row__main">
        <Txt className="row__title">{source.file}</Txt>
        <Txt className="row__meta">{facts}</Txt>
      </Txt>
      <Txt className={`state${look}`}>{text}</Txt>
    </Link>
  )
}
