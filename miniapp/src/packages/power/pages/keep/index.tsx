import { isVillage } from '@shared/common/orgKinds'
import type { PowerComparison, PowerList } from '@shared/contract/power/list'
import { api } from '../../../../api/client'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { Problems } from '../../../../components/page/Problems'
import { Section } from '../../../../components/page/Section'
import { Box, Heading } from '../../../../elements/dom'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useAction } from '../../../../hooks/useAction'
import { routes } from '../../../../routes'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { useOwnOrg } from '../../../../components/staff/useOwnOrg'
import { AdoptForm } from '../../keep/AdoptForm'
import { Changes } from '../../keep/Changes'
import { ImportPart } from '../../keep/ImportPart'
import { Switches } from '../../keep/Switches'
import type { KeepProps } from '../../keep/types'
import { standingWords } from '../../standing'
import '../../power.scss'

interface Kept {
  list: PowerList
  comparison: PowerComparison
}

async function load(org: string): Promise<Kept> {
  const comparison = await api('GET /orgs/:code/powers/model', { params: { code: org } })
  return { comparison, list: await api('GET /orgs/:code/powers', { params: { code: org } }) }
}

/** Edits a list 管清单: adoption, changes of the model, files, disabled items. */
export default function KeepPowersPage() {
  const org = useOwnOrg()
  const kept = useResource<Kept>(org && `keep-powers:${org}`, () => load(org), IN_WORK)
  const write = useAction(kept.reload)
  const alter: KeepProps['alter'] = async change => {
    const done = await write.run(change)
    if (done) kept.reload()
    return done
  }
  return (
    <Frame title="管清单">
      <LoginGate error={kept.error}>
        <Loaded resource={kept}>
          {data => (
            <>
              <KeepHead {...data} />
              <Problems problems={write.problems} />
              {data.comparison.mayKeep && <Keeping {...data} busy={write.busy} alter={alter} />}
            </>
          )}
        </Loaded>
      </LoginGate>
    </Frame>
  )
}

const titleOf = ({ org }: PowerList): string => `${org.name}小微权力${isVillage(org) ? '' : '示范'}清单`

function KeepHead({ list, comparison }: Kept) {
  const { org, version } = list
  const { changes, now, mayKeep } = comparison
  return (
    <Box as="header" className="board">
      <Heading level={1} className="board__name">
        {titleOf(list)}
      </Heading>
      <Box as="p" className="lead">
        {[standingWords(list), version > 0 && `第 ${version} 版。`].filter(Boolean).join('')}
      </Box>
      {version > 0 && (
        <Box as="p" className={`state state--${changes.length > 0 ? 'warn' : 'ok'}`}>
          {changes.length > 0
            ? `! 和${now.name}比，有 ${changes.length} 处还没有定`
            : `✓ ${now.name}没有新的变化`}
        </Box>
      )}
      {!mayKeep && (
        <Box as="p" className="small">
          只能看。清单由村里、示范清单由街道自己管。
        </Box>
      )}
      <Box className="buttons">
        <Link className="button button--plain" label="看清单" url={routes.powers(org.code)} />
      </Box>
    </Box>
  )
}

function Keeping(props: KeepProps) {
  const { list, comparison } = props
  const { items, version } = list
  return (
    <Box className="cols">
      <Box>
        {version === 0 && (
          <Section title={`采用${comparison.now.name}`}>
            <Box as="p" className="lead">
              {`整份采用，共 ${items.length} 项；不用的，采用以后再停用。要改的，先导出改好再导入。`}
            </Box>
            <AdoptForm {...props} id="adopt" label="登记采用" decide={() => ({ take: [], reasons: [] })} />
          </Section>
        )}
        <Changes {...props} />
        <ImportPart {...props} />
      </Box>
      <Box>{version > 0 && <Switches {...props} />}</Box>
    </Box>
  )
}
