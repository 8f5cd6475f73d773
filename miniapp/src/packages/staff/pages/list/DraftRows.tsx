import { useReshown } from '../../../../hooks/useReshown'
import { useState } from 'react'
import { Link } from '../../../../components/controls/Link'
import { Section } from '../../../../components/page/Section'
import { Txt } from '../../../../elements/dom'
import { shortDate } from '../../../../format/date'
import { keptDrafts } from '../../draft/store'

/** Lists the unsent drafts of this phone. */
export function DraftRows() {
  const [drafts, setDrafts] = useState(keptDrafts)
  useReshown(() => setDrafts(keptDrafts()))
  if (drafts.length === 0) return null
  return (
    <Section title="没有写完的">
      {drafts.map(({ key, url, draft, at }) => (
        <Link
          key={key}
          className="row"
          label={`${draft.title || '没有标题'}，${shortDate(at)}存在这部手机里，… 接着写`}
          url={url}
        >
          <Txt className="row__main">
            <Txt className="row__title">{draft.title || '没有标题'}</Txt>
            <Txt className="row__meta">{`${shortDate(at)}存在这部手机里`}</Txt>
          </Txt>
          <Txt className="state">… 接着写</Txt>
        </Link>
      ))}
    </Section>
  )
}
