import { reachTests } from '../../support/reach/reachTests'
import { servedPhones } from '../../support/weapp/servedPhones'

/** Every right of a street's clerk and head, from 我的 by presses, in the real weapp build. */
const { launch, server } = servedPhones('reach-street')
reachTests({ open: launch, server }, 'weapp', ['clerk', 'street-head'])
