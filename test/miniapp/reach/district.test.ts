import { reachTests } from '../../support/reach/reachTests'
import { servedPhones } from '../../support/weapp/servedPhones'

/** Every right of the district's office, from 我的 by presses, in the real weapp build. */
const { launch, server } = servedPhones('reach-district')
reachTests({ open: launch, server }, 'weapp', ['district'])
