import type { ApiError } from '@shared/client'
import { Box, Heading } from '../../elements/dom'
import { routes } from '../../routes'
import { useVillage } from '../../state/village'
import { Button } from '../controls/Button'
import { Link } from '../controls/Link'

interface Props {
  error: ApiError
  onRetry: () => void
}

function adviceFor(error: ApiError): string {
  if (error.offline) return '这一页没有保存在手机里。连上网络后再试；打开过的公示没有网络也能看。'
  if (error.status === 404) return '可能已经撤回，或者地址不完整。可以回公开栏找一找。'
  return error.requestId ? `如果一直这样，请反馈，并告诉我们编号 ${error.requestId}。` : '请稍后再试。'
}

/** Shows the server's error message and the possible next steps. */
export function ErrorState({ error, onRetry }: Props) {
  const village = useVillage()
  return (
    <Box className="notice" live="assertive">
      <Heading level={1} className="notice__title">
        {error.message}
      </Heading>
      <Box as="p" className="lead">
        {adviceFor(error)}
      </Box>
      <Box className="buttons">
        {error.offline && village && (
          <Link className="button button--plain" label="看手机里留着的公示" url={routes.category(village)} />
        )}
        {error.status !== 404 && <Button label="再试一次" onPress={onRetry} />}
        <Link className="button button--plain" label="回公开栏" url={routes.home()} />
      </Box>
    </Box>
  )
}
