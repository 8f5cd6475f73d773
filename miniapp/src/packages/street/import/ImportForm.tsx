import { useState } from 'react'
import type { WriteOptions } from '@shared/client'
import type { DraftImport } from '@shared/contract/catalogues/catalogueDraft'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { Link } from '../../../components/controls/Link'
import { Problems } from '../../../components/page/Problems'
import { Box } from '../../../elements/dom'
import { pickAny } from '../../../elements/files'
import { useAction } from '../../../hooks/useAction'
import { open, routes } from '../../../routes'
import { PasteForm } from './PasteForm'

/** Creates a draft from a file or from pasted text. */
export function ImportForm({ org }: { org: string }) {
  const write = useAction()
  const [pasting, setPasting] = useState(false)
  const [known, setKnown] = useState<DraftImport | null>(null)

  const take = async (step: (key: WriteOptions) => Promise<DraftImport>) => {
    setKnown(null)
    await write.run(async key => {
      const taken = await step(key)
      if (taken.known) setKnown(taken)
      else open(routes.draft(taken.draft.id))
    })
  }
  const takeFile = async () => {
    const file = await pickAny()
    if (file) {
      await take(key =>
        api(
          'POST /orgs/:code/catalogues/drafts',
          { params: { code: org }, body: { name: file.name }, file },
          key,
        ),
      )
    }
  }

  return (
    <>
      <Box className="buttons">
        <Button
          label={write.busy ? '正在读…' : '选文件'}
          disabled={write.busy}
          onPress={() => void takeFile()}
        />
        <Button
          look="plain"
          label={pasting ? '不粘贴了' : '粘贴文字'}
          disabled={write.busy}
          onPress={() => setPasting(!pasting)}
        />
      </Box>
      <Problems problems={write.problems} />
      {pasting && (
        <PasteForm
          busy={write.busy}
          onDone={body =>
            void take(key =>
              api('POST /orgs/:code/catalogues/drafts/text', { params: { code: org }, body }, key),
            )
          }
        />
      )}
      {known && (
        <Box className="entry__unlike" live="polite">
          <Box as="p">{known.known}</Box>
          <Box className="buttons">
            <Link className="button" label="去核对" url={routes.draft(known.draft.id)} />
          </Box>
        </Box>
      )}
    </>
  )
}
