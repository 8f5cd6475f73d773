import { reachTests } from '../support/reach/reachTests'
import { servedPhones } from '../support/weapp/servedPhones'

/** Every right of every role, from 我的 by presses, in the real weapp build. */
reachTests(servedPhones('reach').launch, 'weapp')
