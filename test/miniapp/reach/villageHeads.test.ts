import { reachTests } from '../../support/reach/reachTests'
import { servedPhones } from '../../support/weapp/servedPhones'

/** Every right of a village's head and of its supervisors, from 我的 by presses, in the real weapp build. */
const { launch, server } = servedPhones('reach-villageHeads')
reachTests({ open: launch, server }, 'weapp', ['head', 'supervisor'])
