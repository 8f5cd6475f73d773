import { reachTests } from '../../support/reach/reachTests'
import { servedPhones } from '../../support/weapp/servedPhones'

/** Every right of a village's editor, from 我的 by presses, in the real weapp build. */
const { launch, server } = servedPhones('reach-editor')
reachTests({ open: launch, server }, 'weapp', ['editor'])
