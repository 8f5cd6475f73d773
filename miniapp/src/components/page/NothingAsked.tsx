import { Box } from '../../elements/dom'
import { routes } from '../../routes'
import { Link } from '../controls/Link'
import { EmptyState } from './EmptyState'

/** Shows that the address does not say what to open, or that a person without a posting opened a page of work. */
export function NothingAsked() {
  return (
    <EmptyState
      title="没有找到要看的"
      text="地址可能少了几个字；办公的页面，要有任职才能看。可以回公开栏找，也可以从“我的”进去。"
    >
      <Box className="buttons">
        <Link className="button button--plain" label="回公开栏" url={routes.home()} />
        <Link className="button button--plain" label="去“我的”" url={routes.mine()} />
      </Box>
    </EmptyState>
  )
}
